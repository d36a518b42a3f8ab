// What a line costs: how far its spaces are from natural, and the flaws that a reader would see.
import { shapeAt, type ParagraphSums } from './paragraph-sums.js';
import { geometryOf, spaceRatio, wayOf } from './line-geometry.js';
import type { BreakKind } from './piece.js';

/** A way to have set everything before piece `to`: the last line's end, and by `before` all others. */
export interface LineStep {
  readonly demerits: number;
  readonly count: number;
  /** Lines running that end in a hyphen, 3 for more. */
  readonly hyphens: number;
  readonly fitness: number;
  /**
   * Lines running that begin with the word that the next one begins with, and that end with this one's; 2 for
   * more.
   */
  readonly begun: number;
  readonly ended: number;
  readonly to: number;
  readonly before: LineStep | undefined;
}

export interface Candidate {
  readonly bench: ParagraphSums;
  /** All that stands before the line. */
  readonly before: LineStep;
  readonly adjustment: number;
  readonly hyphens: number;
  readonly fitness: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Demerits of one line. From ten million on badness grows slowly, so that sums stay comparable and a torn
 * line still weighs less than one more torn.
 */
export function costOf({ bench, before, adjustment, hyphens, fitness, from, to }: Candidate): number {
  const { costs } = bench.setting;
  const end = bench.text.pieces[to - 1]?.after;
  const spent = reserveSpent(bench, adjustment);
  const given = Math.abs(adjustment) - spent;
  const badness =
    Math.min((adjustment < 0 ? costs.tight : 100) * given ** costs.power, 1e7 * (1 + given)) +
    spent ** 2 * costs.reserve[wayOf(adjustment)];
  let sum = (costs.line + badness + penaltyOf(end, costs)) ** 2;
  if (hyphens === 2) sum += costs.secondHyphen;
  if (before.fitness >= 0 && Math.abs(before.fitness - fitness) > 1) sum += costs.contrast;
  return sum + flawsOf({ bench, before, hyphens, from, to });
}

/** What of their reserve the letters spend, from 0 to 1. */
function reserveSpent({ setting: { reserve } }: ParagraphSums, adjustment: number): number {
  return reserve[wayOf(adjustment)] === 0 ? 0 : Math.min(1, Math.max(0, Math.abs(adjustment) - 1));
}

/** What a reader stops at however evenly the line is set. */
function flawsOf({ bench, before, hyphens, from, to }: Omit<Candidate, 'adjustment' | 'fitness'>): number {
  const { costs } = bench.setting;
  let sum = hyphens === 3 ? costs.thirdHyphen : 0;
  if (isStacked(bench, before, from, to)) sum += costs.stack;
  if (bench.text.pieces[to - 1]?.after !== 'end') return sum;
  if (before.hyphens > 0) sum += costs.lastHyphen;
  return before.count > 0 && isShort(bench, from, to) ? sum + costs.shortLast : sum;
}

/** Whether a reader would stop somewhere in a paragraph that ends with this step. */
export function isFlawed(bench: ParagraphSums, end: LineStep): boolean {
  for (let step = end; step.before; step = step.before) {
    const { before, hyphens, to } = step;
    const line = { bench, before, hyphens, shape: shapeAt(bench, before.count), from: before.to, to };
    if (flawsOf(line) > 0 || (spaceRatio(geometryOf(line)) ?? 1) > bench.setting.seen) return true;
  }
  return false;
}

function penaltyOf(end: BreakKind | undefined, costs: ParagraphSums['setting']['costs']): number {
  if (end === 'hyphen') return costs.hyphen;
  return end === 'hard-hyphen' || end === 'joint' ? costs.joint : 0;
}

/** Whether the line is the third running that begins with one word, or that ends with one. */
function isStacked({ ends }: ParagraphSums, { begun, ended }: LineStep, from: number, to: number): boolean {
  return begun === 2 || (ended === 2 && ends[from - 1] === ends[to - 1]);
}

/** With this line: as many as the line that begins at `to` would stand under. */
export function begunAfter({ begins }: ParagraphSums, before: LineStep, from: number, to: number): number {
  return begins[to] !== 0 && begins[from] === begins[to] ? Math.min(before.begun + 1, 2) : 0;
}

export function endedAfter({ ends }: ParagraphSums, before: LineStep, from: number, to: number): number {
  if (ends[to - 1] === 0) return 0;
  return ends[from - 1] === ends[to - 1] ? Math.min(before.ended + 1, 2) : 1;
}

/** Hyphens running, with this line's; the reader does not care whose they are. */
export function hyphensAfter(before: LineStep, end: BreakKind | undefined): number {
  return end === 'hyphen' || end === 'hard-hyphen' ? Math.min(before.hyphens + 1, 3) : 0;
}

/** Tight, decent, loose, very loose: neighbours that differ by more than one are seen. */
export function fitnessOf(adjustment: number): number {
  if (adjustment < -0.5) return 0;
  if (adjustment < 0.5) return 1;
  return adjustment < 1 ? 2 : 3;
}

/** A last line of less than eight letters, or hardly longer than the indent of the next paragraph. */
function isShort(bench: ParagraphSums, from: number, to: number): boolean {
  const line = geometryOf({ bench, shape: { width: Infinity, hangs: 'none' }, from, to });
  return line.letters < 8 || line.natural < bench.text.indent * 1.5;
}
