// The report of a paragraph: what was done, in millimetres and ratios, for findings to be made from
// elsewhere.
import type { LineCount, LineEnd, LineFact, ParagraphFact } from '../../model/line-report.js';
import { isFigures } from './page-number-width.js';
import { faceAt, type FlatText } from './flat-text.js';
import { spaceRatio } from './line-geometry.js';
import type { LineShape, LinePiece } from './piece.js';
import type { LineFit, FittedLine } from './total-fit.js';
import type { WordFragment, BreakableText } from './break-opportunities.js';
import { MM_PER_PX } from '../../shared/units.js';

/** Lengths in CSS pixels. */
export interface About {
  readonly block: string | undefined;
  readonly state: 'set' | 'ragged';
  readonly measure: number;
  readonly indent: number;
}

export function leftFact(about: About, reason: string): ParagraphFact {
  return { ...headOf(about), state: 'left', reason, lines: [], counts: [] };
}

interface Told {
  readonly about: About;
  readonly words: BreakableText;
  readonly pieces: readonly LinePiece[];
  readonly fits: readonly LineFit[];
  readonly fit: LineFit;
  readonly em: number;
  readonly shapes: readonly LineShape[];
}

export function factOf(told: Told): ParagraphFact {
  const fragments = told.words.words.flat();
  const lines = told.fit.lines.map((line, index) =>
    lineFact({ ...told, fragments: fragments.slice(line.from, line.to) }, line, index),
  );
  return { ...headOf(told.about), state: told.about.state, lines, counts: told.fits.map(countOf) };
}

function headOf({ block, measure, indent }: About): Pick<ParagraphFact, 'block' | 'measure' | 'indent'> {
  return { ...(block === undefined ? {} : { block }), measure: mm(measure), indent: mm(indent) };
}

function lineFact(
  { words, pieces, em, shapes, about, fragments }: Told & { readonly fragments: readonly WordFragment[] },
  line: FittedLine,
  index: number,
): LineFact {
  const first = pieces[line.from];
  const space = spaceOf(line);
  const edge = about.measure - (shapes[Math.min(index, shapes.length - 1)]?.width ?? about.measure);
  return {
    ...(space === undefined ? {} : { space }),
    tracking: round(line.addedTracking / em, 5),
    end: endOf(line),
    hang: { start: mm(line.hangStart), end: mm(line.hangEnd) },
    width: mm(line.natural),
    letters: line.letters,
    gaps: first ? gapsOf(pieces, line, edge) : [],
    text: textOf(words.flat, fragments[0]?.from ?? 0, fragments.at(-1)?.to ?? 0),
  };
}

/** As the page will show it, but for the numbers of pages: what stands for them is a guess. */
function textOf(flat: FlatText, from: number, to: number): string {
  const text = flat.text.slice(from, to);
  return (/[0-9]/.test(text) ? withGuesses(flat, from, to) : text)
    .replaceAll('\u00AD', '')
    .replaceAll('\uFFFC', '');
}

function withGuesses(flat: FlatText, from: number, to: number): string {
  const isGuess = (index: number): boolean =>
    isFigures(flat.text.charAt(index)) && faceAt(flat, index)?.figures === 'widest';
  const characters = Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    if (!isGuess(at)) return flat.text.charAt(at);
    return index > 0 && isGuess(at - 1) ? '' : '…';
  });
  return characters.join('');
}

function countOf(fit: LineFit): LineCount {
  const spaces = fit.lines.map(spaceOf).filter((ratio) => ratio !== undefined);
  return {
    lines: fit.lines.length,
    demerits: Math.round(fit.demerits),
    widest: Math.max(1, ...spaces),
    narrowest: Math.min(1, ...spaces),
  };
}

function spaceOf(line: FittedLine): number | undefined {
  const ratio = spaceRatio(line);
  return ratio === undefined ? undefined : round(ratio, 4);
}

function endOf(line: FittedLine): LineEnd {
  return line.end === 'end' ? 'last' : line.end;
}

/** Spaces between pieces only: those inside one are no-break and close. */
function gapsOf(pieces: readonly LinePiece[], line: FittedLine, edge: number): readonly number[] {
  const gaps: number[] = [];
  let at = edge - line.hangStart;
  for (const piece of pieces.slice(line.from, line.to - 1)) {
    at += piece.width + piece.letters * line.addedTracking + piece.innerSpaces * line.addedSpace;
    if (piece.after !== 'space') continue;
    const space = piece.space + line.addedSpace + line.addedTracking;
    gaps.push(mm(at + space / 2));
    at += space;
  }
  return gaps;
}

function mm(length: number): number {
  return round(length * MM_PER_PX, 3);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
