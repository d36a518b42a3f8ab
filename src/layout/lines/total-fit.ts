// Total fit: all the ways to divide a paragraph into lines are weighed together, and for every line count the
// best is returned. After Knuth and Plass, "Breaking paragraphs into lines" (Software: Practice and
// Experience 11, 1981), with hanging marks, tracking and line counts added.
import {
  paragraphSums,
  shapeAt,
  withoutReserve,
  type ParagraphSums,
  type FitText,
} from './paragraph-sums.js';
import {
  begunAfter,
  costOf,
  endedAfter,
  fitnessOf,
  hyphensAfter,
  isFlawed,
  type LineStep,
} from './line-cost.js';
import { adjustmentOf, geometryOf, isHopeless, type LineGeometry } from './line-geometry.js';
import type { LineShape } from './piece.js';
import type { LineSettings } from './line-settings.js';

export interface FittedLine extends LineGeometry {
  /** Index of the first piece, and of the first piece of the next line. */
  readonly from: number;
  readonly to: number;
}

/** One division of the paragraph. */
export interface LineFit {
  readonly demerits: number;
  readonly lines: readonly FittedLine[];
}

/**
 * Divides a paragraph.
 *
 * @returns the best division for every line count that keeps within tolerance, fewest lines first;
 *   empty when a piece is wider than its line, so that no division exists.
 */
export function fitLines(text: FitText, setting: LineSettings): readonly LineFit[] {
  for (const { bench, tolerance, goesOn } of passesOf(text, setting)) {
    const ends = search(bench, tolerance);
    if (ends.length > 0 && !(goesOn && isFlawed(bench, bestOf(ends)))) return fitsOf(bench, ends);
  }
  return [];
}

interface Pass {
  readonly bench: ParagraphSums;
  readonly tolerance: number;
  /** Whether the next pass is asked when this one leaves a flaw. */
  readonly goesOn: boolean;
}

/** Without the letters' reserve first: it is for paragraphs that a reader would stop in otherwise. */
function passesOf(text: FitText, setting: LineSettings): readonly Pass[] {
  const { reserve, tolerances } = setting;
  const bench = paragraphSums(text, setting);
  const all = tolerances.map((tolerance) => ({ bench, tolerance, goesOn: false }));
  if (reserve.stretch === 0 && reserve.shrink === 0) return all;
  return [{ bench: withoutReserve(bench), tolerance: tolerances[0] ?? Infinity, goesOn: true }, ...all];
}

export interface LineRequest {
  /** All divisions that were weighed, fewest lines first. */
  readonly fits: readonly LineFit[];
  readonly fit: LineFit;
}

/**
 * Divides a paragraph as many lines longer or shorter than is best as is asked; for that it goes further than
 * it would by itself.
 */
export function fitRequested(
  text: FitText,
  setting: LineSettings,
  looseness: number,
): LineRequest | undefined {
  const fits = fitLines(text, setting);
  const best = chooseFit(fits, 0);
  const fit = chooseFit(fits, looseness);
  if (!best || !fit) return undefined;
  if (fit.lines.length === best.lines.length + looseness) return { fits, fit };
  const further = fitLines(text, { ...setting, tolerances: setting.tolerances.slice(1, 2) });
  const reached = further.find((one) => one.lines.length === best.lines.length + looseness);
  return reached
    ? { fits: [...fits, reached].sort((a, b) => a.lines.length - b.lines.length), fit: reached }
    : { fits, fit };
}

/**
 * The best divisions of a line more and a line less than so many, for a page that needs them: letters may
 * spend their reserve.
 */
export function fitsBeside(text: FitText, setting: LineSettings, lines: number): readonly LineFit[] {
  const bench = paragraphSums(text, setting);
  return fitsOf(
    bench,
    search(bench, setting.tolerances[0] ?? Infinity).filter(({ count }) => Math.abs(count - lines) === 1),
  );
}

function fitsOf(bench: ParagraphSums, ends: readonly LineStep[]): readonly LineFit[] {
  return bestByCount(ends).map((end) => ({ demerits: end.demerits, lines: linesOf(bench, end) }));
}

/**
 * The division with the least demerits, or the one that is `looseness` lines longer (shorter when negative),
 * as near as there is one.
 */
export function chooseFit(fits: readonly LineFit[], looseness: number): LineFit | undefined {
  const best = fits.reduce<LineFit | undefined>(
    (least, fit) => (least && least.demerits <= fit.demerits ? least : fit),
    undefined,
  );
  if (!best || looseness === 0) return best;
  const wanted = best.lines.length + looseness;
  return looseness > 0
    ? fits.findLast((fit) => fit.lines.length <= wanted)
    : fits.find((fit) => fit.lines.length >= wanted);
}

const START: LineStep = {
  demerits: 0,
  count: 0,
  hyphens: 0,
  fitness: -1,
  begun: 0,
  ended: 0,
  to: 0,
  before: undefined,
};

function search(bench: ParagraphSums, tolerance: number): readonly LineStep[] {
  const { pieces, shapes } = bench.text;
  const widest = Math.max(...shapes.map((shape) => shape.width));
  const reached: (readonly LineStep[] | undefined)[] = [[START]];
  for (let to = 1; to <= pieces.length; to += 1) {
    const found = new Map<number, LineStep>();
    for (let from = to - 1; from >= 0; from -= 1) {
      if (from < to - 1 && pieces[from]?.after === 'forced') break;
      if (isHopeless(bench, widest, from, to)) break;
      const starts = reached[from];
      if (starts) extend({ bench, tolerance, found, starts, from, to });
    }
    reached[to] = found.size > 0 ? worthwhile([...found.values()]) : undefined;
  }
  return reached[pieces.length] ?? [];
}

/**
 * From so many lines on, only ways whose count is near the best one are followed: nobody asks there for a
 * line more, and weighing every count takes the length of the paragraph squared.
 */
const LONG = 300;
const NEAR = 3;

function worthwhile(steps: readonly LineStep[]): readonly LineStep[] {
  const best = bestOf(steps);
  return best.count < LONG ? steps : steps.filter(({ count }) => Math.abs(count - best.count) <= NEAR);
}

function bestOf(steps: readonly LineStep[]): LineStep {
  return steps.reduce((least, step) => (step.demerits < least.demerits ? step : least));
}

interface Extension {
  readonly bench: ParagraphSums;
  readonly tolerance: number;
  /**
   * The best way to each state: line count, hyphens running, tightness, words that stand under one another.
   */
  readonly found: Map<number, LineStep>;
  readonly starts: readonly LineStep[];
  readonly from: number;
  readonly to: number;
}

function extend({ bench, tolerance, found, starts, from, to }: Extension): void {
  const { stretch, shrink } = bench.setting.reserve;
  const [least, most] = [shrink > 0 ? -2 : -1, stretch > 0 ? tolerance + 1 : tolerance];
  let shape: LineShape | undefined;
  let adjustment = 0;
  for (const before of starts) {
    const room = shapeAt(bench, before.count);
    if (room !== shape) adjustment = adjustmentOf({ bench, shape: room, from, to });
    shape = room;
    if (adjustment < least || adjustment > most) continue;
    const fitness = fitnessOf(adjustment);
    const hyphens = hyphensAfter(before, bench.text.pieces[to - 1]?.after);
    const begun = begunAfter(bench, before, from, to);
    const ended = endedAfter(bench, before, from, to);
    const key = (((before.count * 4 + hyphens) * 4 + fitness) * 3 + begun) * 3 + ended;
    const demerits = before.demerits + costOf({ bench, before, adjustment, hyphens, fitness, from, to });
    const rival = found.get(key);
    if (!rival || demerits < rival.demerits)
      found.set(key, { demerits, count: before.count + 1, hyphens, fitness, begun, ended, to, before });
  }
}

function bestByCount(ends: readonly LineStep[]): readonly LineStep[] {
  const best = new Map<number, LineStep>();
  for (const end of ends) {
    const rival = best.get(end.count);
    if (!rival || end.demerits < rival.demerits) best.set(end.count, end);
  }
  return [...best.values()].sort((a, b) => a.count - b.count);
}

function linesOf(bench: ParagraphSums, end: LineStep): readonly FittedLine[] {
  const lines: FittedLine[] = [];
  for (let step = end; step.before; step = step.before) {
    const from = step.before.to;
    lines.push({
      ...geometryOf({ bench, shape: shapeAt(bench, step.before.count), from, to: step.to }),
      from,
      to: step.to,
    });
  }
  return lines.reverse();
}
