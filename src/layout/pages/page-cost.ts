// What the breaker pays for. Hundreds are flaws that are seen on second sight, thousands those that nobody
// would sign.
import type { Block, Column } from './page-column.js';

export const COSTS = {
  widow: 6000,
  orphan: 6000,
  /** A heading whose next three lines stand on the next page, or some of them. */
  headingAtFoot: 3000,
  sceneBreakAtEdge: 3000,
  parted: 9000,
  /** For each line that the last page lacks of five. */
  shortEnd: 1500,
  hyphenAtTurn: 1200,
  /** For each line of difference between pages that face each other. */
  unequal: 1200,
} as const;

/** Pages are short by a line where a spread is; more only before what does not fit. */
export function shortCost(short: number): number {
  if (short <= 0) return 0;
  return short <= 1 ? 60 * short : 150 * short + 50;
}

/** Air above notes: the page looks full, but more than a line of it is a hole. */
export function gapCost(short: number): number {
  if (short <= 0) return 0;
  return short <= 1 ? 20 * short : 150 * (short - 1) + 20;
}

export function unequalCost(short: number, facing: number): number {
  return Math.min(Math.abs(short - facing), 4) * COSTS.unequal;
}

/** Whether page `page` (from 0) is seen together with the one before it. */
export function facesPrevious(start: Column['start'], page: number): boolean {
  if (page === 0) return false;
  return start === 'next' || page % 2 === (start === 'recto' ? 0 : 1);
}

/** Of a page that ends between two blocks. */
export function betweenCost(before: Block, after: Block): number {
  let cost = 0;
  if (before.kind === 'heading') cost += COSTS.headingAtFoot;
  if (before.kind === 'scene-break' || after.kind === 'scene-break') cost += COSTS.sceneBreakAtEdge;
  if (after.stays !== undefined) cost += COSTS.parted;
  return cost;
}

/**
 * Of a page that ends inside a paragraph: `line` of its lines stand before the turn, `here` of them on this
 * page.
 */
export function insideCost({
  lines,
  line,
  broken,
  underHeading,
}: {
  readonly lines: number;
  readonly line: number;
  readonly broken: readonly number[];
  readonly underHeading: number | undefined;
}): number {
  let cost = 0;
  if (line === 1) cost += COSTS.orphan;
  if (lines - line === 1) cost += COSTS.widow;
  if (broken.includes(line)) cost += COSTS.hyphenAtTurn;
  if (underHeading !== undefined && underHeading < 3) cost += COSTS.headingAtFoot;
  return cost;
}

/** Of a last page that holds so many lines. */
export function endCost(lines: number): number {
  return Math.max(0, 5 - lines) * COSTS.shortEnd;
}
