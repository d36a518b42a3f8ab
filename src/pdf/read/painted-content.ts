// Follows a page's painting operators and notes what a printer would care about: colours, pictures, lines,
// reach.
import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib';
import type { Box } from '../objects/page-geometry.js';
import { nameOperand, numbers, operatorsOf, type Operator } from '../objects/content-operators.js';
import { dictOf, spaceName } from '../objects/colour-spaces.js';
import { isTransparentState } from '../objects/opacity.js';
import { insideForm, resourceNamed } from '../objects/form-xobject.js';
import { pageFonts, type UsedFont } from './page-fonts.js';
import {
  boxAround,
  common,
  isEmpty,
  matrixOf,
  through,
  times,
  UNITY,
  type Point,
} from '../objects/matrices.js';
import { imageFacts } from './image-facts.js';
import { newNotes, notePath, paintOf, type PaintedShape, type Notes, type Paint } from './paint-notes.js';
import { pointsOf } from '../objects/content-path.js';

export interface PaintOrder {
  readonly context: PDFContext;
  readonly content: string;
  readonly resources: PDFDict | undefined;
  /** What lies beyond, as marks do, is not looked at. */
  readonly within: Box;
}

/** The paint of one page. */
export function readPaint({ context, content, resources, within }: PaintOrder): Paint {
  const notes = newNotes();
  follow(
    { context, content, resources, notes, depth: 0 },
    { matrix: UNITY, clip: within, width: 1, white: false, font: undefined },
  );
  return paintOf(notes);
}

interface State extends PaintedShape {
  readonly font: UsedFont | undefined;
}

interface Stream {
  readonly context: PDFContext;
  readonly content: string;
  readonly resources: PDFDict | undefined;
  readonly notes: Notes;
  readonly depth: number;
}

/** Forms within forms: deeper than this is a circle. */
const DEEPEST = 12;

function follow(stream: Stream, start: State): void {
  const { notes } = stream;
  let state = start;
  const saved: State[] = [];
  let path: Point[] = [];
  let clips = false;
  for (const operator of operatorsOf(stream.content)) {
    switch (operator.name) {
      case 'q':
        saved.push(state);
        break;
      case 'Q':
        state = saved.pop() ?? state;
        break;
      case 'cm':
        state = { ...state, matrix: times(matrixOf(numbers(operator, 6)), state.matrix) };
        break;
      case 'w':
        state = { ...state, width: numbers(operator, 1)?.[0] ?? state.width };
        break;
      case 'gs':
        state = withGraphicsState(stream, { state, operator });
        break;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 're':
        path.push(...pointsOf(operator).map((point) => through(state.matrix, point)));
        break;
      case 'W':
      case 'W*':
        clips = true;
        break;
      case 'S':
      case 's':
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
      case 'n': {
        const box = boxAround(path);
        if (box && operator.name !== 'n')
          notePath(notes, {
            state,
            box,
            isStroke: /[SsBb]/.test(operator.name),
            isFill: /[fFBb]/.test(operator.name),
            isBox: path.length === 4,
          });
        if (box && clips) state = { ...state, clip: common(state.clip, box) };
        path = [];
        clips = false;
        break;
      }
      case 'sh':
        notes.areas.push(state.clip);
        notes.marked = true;
        notes.spaces.add(
          shadingSpace(stream, resourceNamed(stream.resources, 'Shading', nameOperand(operator))),
        );
        break;
      case 'g':
      case 'rg':
      case 'k':
      case 'G':
      case 'RG':
      case 'K':
      case 'cs':
      case 'CS':
      case 'scn':
      case 'SCN':
      case 'sc':
      case 'SC':
        state = withColour(stream, { state, operator });
        break;
      case 'Tf':
        state = { ...state, font: usedFont(stream, operator) };
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        notes.marked = true;
        notes.missingGlyphs += missing(operator, state.font);
        break;
      case 'Do':
        paintObject(stream, { state, operator });
        break;
      default:
    }
  }
}

interface Step {
  readonly state: State;
  readonly operator: Operator;
}

const PLAIN_SPACES: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  G: 'DeviceGray',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
};

function withColour(stream: Stream, { state, operator }: Step): State {
  const { notes } = stream;
  const isFill = operator.name === operator.name.toLowerCase();
  const plain = PLAIN_SPACES[operator.name];
  const values = operator.operands.filter(({ kind }) => kind === 'number').map(({ text }) => Number(text));
  if (plain !== undefined) {
    notes.spaces.add(plain);
    if (plain === 'DeviceCMYK')
      notes.ink = Math.max(notes.ink, values.reduce((sum, one) => sum + one, 0) * 100);
    const isWhite = values.every((one) => one === (plain === 'DeviceCMYK' ? 0 : 1));
    return isFill ? { ...state, white: isWhite } : state;
  }
  const named = nameOperand(operator);
  if (named !== undefined) noteNamedColour(stream, { named, isSpace: operator.name.toLowerCase() === 'cs' });
  return isFill ? { ...state, white: false } : state;
}

function noteNamedColour(stream: Stream, { named, isSpace }: { named: string; isSpace: boolean }): void {
  const { context, notes } = stream;
  if (isSpace) {
    if (named !== 'Pattern')
      notes.spaces.add(
        /^Device/.test(named)
          ? named
          : spaceName(context, resourceNamed(stream.resources, 'ColorSpace', named)),
      );
    return;
  }
  const pattern = resourceNamed(stream.resources, 'Pattern', named);
  const shading = dictOf(pattern)?.lookup(PDFName.of('Shading'));
  if (shading) notes.spaces.add(shadingSpace(stream, shading));
  else if (pattern instanceof PDFRawStream)
    followInside(stream, {
      form: pattern,
      state: { matrix: UNITY, clip: EVERYWHERE, width: 1, white: true, font: undefined },
    });
}

/** What a pattern paints lies where the pattern is used, which is noted there. */
const EVERYWHERE: Box = { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 };

function shadingSpace({ context }: Stream, shading: ReturnType<typeof resourceNamed>): string {
  return spaceName(context, dictOf(shading)?.get(PDFName.of('ColorSpace')));
}

function withGraphicsState(stream: Stream, { state, operator }: Step): State {
  const found = resourceNamed(stream.resources, 'ExtGState', nameOperand(operator));
  if (!(found instanceof PDFDict)) return state;
  if (isTransparentState(found)) stream.notes.transparent = true;
  const width = found.lookup(PDFName.of('LW'));
  return width instanceof PDFNumber ? { ...state, width: width.asNumber() } : state;
}

function usedFont(stream: Stream, { operands }: Operator): UsedFont | undefined {
  const font = resourceNamed(stream.resources, 'Font', operands[0]?.text.slice(1));
  if (!(font instanceof PDFDict)) return undefined;
  const facts = pageFonts(font);
  stream.notes.fonts.set(facts.name, facts);
  return facts;
}

function missing({ operands }: Operator, font: UsedFont | undefined): number {
  if (!font?.isGlyphCoded || !operands.some(({ text }) => text.includes('0000'))) return 0;
  const codes = operands
    .filter(({ text }) => text.startsWith('<') && text !== '<<')
    .flatMap(({ text }) => text.replace(/[<>\s]/g, '').match(/.{4}/g) ?? []);
  return codes.filter((code) => code === '0000').length;
}

function paintObject(stream: Stream, { state, operator }: Step): void {
  const object = resourceNamed(stream.resources, 'XObject', nameOperand(operator));
  if (!(object instanceof PDFRawStream)) return;
  if (object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) {
    followInside(stream, { form: object, state });
    return;
  }
  const { notes, context } = stream;
  const box = boxAround(
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([x = 0, y = 0]) => through(state.matrix, [x, y])),
  );
  if (!box || isEmpty(common(box, state.clip))) return;
  notes.marked = true;
  notes.areas.push(common(box, state.clip));
  const facts = imageFacts(context, object);
  if (facts.isMask) return;
  if (object.dict.has(PDFName.of('SMask'))) notes.transparent = true;
  const [a, b, c, d] = state.matrix;
  const ppi = Math.min(facts.width / Math.hypot(a, b), facts.height / Math.hypot(c, d)) * 72;
  notes.images.push({
    width: facts.width,
    height: facts.height,
    space: facts.space,
    ink: facts.ink,
    ppi,
    box,
  });
  notes.spaces.add(facts.space);
}

function followInside(stream: Stream, { form, state }: { form: PDFRawStream; state: State }): void {
  if (stream.depth >= DEEPEST) return;
  const { content, resources, ...placed } = insideForm(form, {
    resources: stream.resources,
    matrix: state.matrix,
    clip: state.clip,
  });
  follow({ ...stream, content, resources, depth: stream.depth + 1 }, { ...state, ...placed });
}
