// Follows a page's content and tells where each glyph is painted that runs to the right (PDF 32000-1, 9.4).
import { PDFDict, PDFName, PDFRawStream, type PDFPage, PDFArray, PDFNumber } from '@cantoo/pdf-lib';
import { nameOperand, numbers, operatorsOf, type Operator } from '../objects/content-operators.js';
import { insideForm, resourceNamed } from '../objects/form-xobject.js';
import { matrixOf, times, UNITY, type Matrix } from '../objects/matrices.js';
import { pageContentOf } from '../objects/page-content.js';
import { glyphsIn } from '../objects/run-glyphs.js';
import { latin1, unpackStream } from '../objects/streams.js';
import { readCharacters } from '../objects/to-unicode.js';

export interface PaintedGlyph {
  /** Its characters, or those that the file names in their place; empty for a further glyph of the same. */
  readonly text: string;
  /** Where it begins, and where it would end without letter-spacing: points along the page. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly size: number;
  /** Glyphs with one number are one piece of text, in one font. */
  readonly run: number;
}

/**
 * @param take is given undefined where text was painted that cannot be followed: turned, or in another kind
 *   of font.
 */
export function followGlyphs(page: PDFPage, take: (glyph: PaintedGlyph | undefined) => void): void {
  follow(
    { content: pageContentOf(page), resources: page.node.Resources(), depth: 0, runs: { count: 0 }, take },
    UNITY,
  );
}

interface Stream {
  readonly content: string;
  readonly resources: PDFDict | undefined;
  readonly depth: number;
  readonly runs: { count: number };
  readonly take: (glyph: PaintedGlyph | undefined) => void;
}

interface State {
  readonly matrix: Matrix;
  readonly font: GlyphFont | undefined;
  readonly size: number;
  readonly spacing: number;
  readonly rise: number;
}

/** Forms within forms: deeper than this is a circle. */
const DEEPEST = 12;

function follow(stream: Stream, matrix: Matrix): void {
  let state: State = { matrix, font: undefined, size: 0, spacing: 0, rise: 0 };
  const saved: State[] = [];
  const beside: (string | undefined)[] = [];
  let named = -1;
  let line = UNITY;
  let x = 0;
  let leading = 0;
  /** The line on the page; undefined until it is asked for after a move. */
  let placed: Matrix | undefined;
  const open = (text: string | undefined): void => {
    beside.push(text);
    if (text !== undefined) named = beside.length - 1;
  };
  const close = (): void => {
    beside.pop();
    if (named >= beside.length) named = beside.findLastIndex((one) => one !== undefined);
  };
  const move = ([byX = 0, byY = 0]: readonly number[]): void => {
    line = times([1, 0, 0, 1, byX, byY], line);
    [x, placed] = [0, undefined];
  };
  const show = (string: string): void => {
    const { font, size, spacing, rise } = state;
    const glyphs = font && glyphsIn(string);
    const [scale, turn, , , left, bottom] = (placed ??= times(line, state.matrix));
    if (!font || !glyphs || turn !== 0 || scale <= 0) return stream.take(undefined);
    for (const glyph of glyphs) {
      const width = (font.widthOf(glyph) * size) / 1000;
      const text = named === -1 ? font.textOf(glyph) : (beside[named] ?? '');
      if (named !== -1) beside[named] = '';
      stream.take({
        text,
        from: left + x * scale,
        to: left + (x + width) * scale,
        y: bottom + rise,
        size: size * scale,
        run: stream.runs.count,
      });
      x += width + spacing;
    }
  };
  for (const operator of operatorsOf(stream.content)) {
    const { operands } = operator;
    switch (operator.name) {
      case 'q':
        saved.push(state);
        break;
      case 'Q':
        [state, placed] = [saved.pop() ?? state, undefined];
        break;
      case 'cm':
        [state, placed] = [
          { ...state, matrix: times(matrixOf(numbers(operator, 6)), state.matrix) },
          undefined,
        ];
        break;
      case 'BT':
        [line, x, placed] = [UNITY, 0, undefined];
        stream.runs.count += 1;
        break;
      case 'Tf':
        state = { ...state, font: fontNamed(stream, operator), size: numbers(operator, 1)?.[0] ?? 0 };
        stream.runs.count += 1;
        break;
      case 'Tc':
        state = { ...state, spacing: numbers(operator, 1)?.[0] ?? 0 };
        break;
      case 'Ts':
        state = { ...state, rise: numbers(operator, 1)?.[0] ?? 0 };
        break;
      case 'Tm':
        [line, x, placed] = [matrixOf(numbers(operator, 6)), 0, undefined];
        break;
      case 'TL':
        leading = numbers(operator, 1)?.[0] ?? 0;
        break;
      case 'Td':
        move(numbers(operator, 2) ?? []);
        break;
      case 'TD':
        leading = -(numbers(operator, 1)?.[0] ?? 0);
        move(numbers(operator, 2) ?? []);
        break;
      case 'T*':
        move([0, -leading]);
        break;
      case 'Tj':
        show(operands[0]?.text ?? '');
        break;
      case "'":
        move([0, -leading]);
        show(operands[0]?.text ?? '');
        break;
      case 'TJ':
        for (const { kind, text } of operands) {
          if (kind === 'string') show(text);
          else if (kind === 'number') x -= (Number(text) * state.size) / 1000;
        }
        break;
      case 'BMC':
        open(undefined);
        break;
      case 'BDC':
        open(textBeside(stream.content.slice(operator.start, operator.end)));
        break;
      case 'EMC':
        close();
        break;
      case 'Do':
        followForm(stream, operator, state.matrix);
        break;
      default:
    }
  }
}

function fontNamed({ resources }: Stream, { operands }: Operator): GlyphFont | undefined {
  const font = resourceNamed(resources, 'Font', operands[0]?.text.slice(1));
  return font instanceof PDFDict ? glyphFont(font) : undefined;
}

/** What is written beside the glyphs of a span; PDF 32000-1, 14.9.4. */
function textBeside(mark: string): string | undefined {
  if (!mark.includes('/ActualText')) return undefined;
  const hex = /\/ActualText\s*<FEFF([0-9A-F\s]*)>/i.exec(mark)?.[1]?.replace(/\s/g, '');
  if (hex !== undefined) return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return /\/ActualText\s*\(((?:[^\\()]|\\[\\()])*)\)/.exec(mark)?.[1]?.replace(/\\([\\()])/g, '$1');
}

function followForm(stream: Stream, operator: Operator, matrix: Matrix): void {
  const form = resourceNamed(stream.resources, 'XObject', nameOperand(operator));
  if (
    stream.depth >= DEEPEST ||
    !(form instanceof PDFRawStream) ||
    form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')
  )
    return;
  const inside = insideForm(form, { resources: stream.resources, matrix, clip: NO_CLIP });
  follow(
    { ...stream, content: inside.content, resources: inside.resources, depth: stream.depth + 1 },
    inside.matrix,
  );
}

const NO_CLIP = { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 };

// What has to be known of a font to read letters one by one: the characters of each glyph, and how far it
// moves on.

interface GlyphFont {
  /** The characters of a glyph; empty where the file names none. */
  textOf(glyph: number): string;
  /** Thousandths of the size. */
  widthOf(glyph: number): number;
}

const known = new WeakMap<PDFDict, { readonly font: GlyphFont | undefined }>();

/** Undefined for a font that is not coded by glyph in two bytes. PDF 32000-1, 9.7. */
function glyphFont(font: PDFDict): GlyphFont | undefined {
  const found = known.get(font) ?? { font: readFont(font) };
  known.set(font, found);
  return found.font;
}

function readFont(font: PDFDict): GlyphFont | undefined {
  const [descendants, map] = [
    font.lookup(PDFName.of('DescendantFonts')),
    font.lookup(PDFName.of('ToUnicode')),
  ];
  const described = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  if (
    font.lookup(PDFName.of('Encoding')) !== PDFName.of('Identity-H') ||
    !(described instanceof PDFDict) ||
    !(map instanceof PDFRawStream)
  )
    return undefined;
  const texts = new Map(
    [...readCharacters(latin1(unpackStream(map)))].map(([glyph, written]) => [
      glyph,
      Buffer.from(written, 'hex').swap16().toString('utf16le'),
    ]),
  );
  const widths = widthsOf(described.lookup(PDFName.of('W')));
  const usual = numberIn(described.lookup(PDFName.of('DW')), 1000);
  return { textOf: (glyph) => texts.get(glyph) ?? '', widthOf: (glyph) => widths.get(glyph) ?? usual };
}

/**
 * `12 [500 510]` gives the widths of 12 and 13; `20 29 480` gives one width to all from 20 to 29. PDF
 * 32000-1, 9.7.4.3.
 */
function widthsOf(array: unknown): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  if (!(array instanceof PDFArray)) return widths;
  for (let index = 0; index + 1 < array.size();) {
    const [first, second] = [numberIn(array.lookup(index), 0), array.lookup(index + 1)];
    if (second instanceof PDFArray) {
      for (let next = 0; next < second.size(); next += 1)
        widths.set(first + next, numberIn(second.lookup(next), 0));
      index += 2;
    } else {
      const width = numberIn(array.lookup(index + 2), 0);
      for (let glyph = first; glyph <= numberIn(second, first); glyph += 1) widths.set(glyph, width);
      index += 3;
    }
  }
  return widths;
}

function numberIn(value: unknown, otherwise: number): number {
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
