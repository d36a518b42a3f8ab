// The page breaker: all the ways to divide a column into pages are weighed together, with every paragraph's
// ways to run a line longer or shorter. After Plass, "Optimal pagination techniques" (1981), and Mittelbach,
// "A general framework for globally optimized pagination" (2016), over whole lines.
import { endCost, facesPrevious, gapCost, shortCost, unequalCost } from './page-cost.js';
import type { Column, PageStart, PagePlan } from './page-column.js';
import { fillPage, type PageEnd } from './page-fill.js';

/** Everything before a page, and how it came to be. */
interface State {
  readonly at: PageStart;
  /** The division of the paragraph that the page begins in. */
  readonly division: number;
  readonly page: number;
  /** Lines that the page before lacks; what notes fill does not count. */
  readonly short: number;
  readonly cost: number;
  readonly before: State | undefined;
  readonly chosen: PageEnd['chosen'];
}

/**
 * Divides a column into pages. Undefined when it cannot be done in whole lines: something is higher than a
 * page, or the notes of a line leave no room for it.
 */
export function planPages(column: Column): PagePlan | undefined {
  const best = search(column);
  if (best === undefined) return undefined;
  const starts: PageStart[] = [];
  const divisions: Record<number, number> = {};
  for (let state = best; state.before !== undefined; state = state.before) {
    for (let chosen = state.chosen; chosen !== undefined; chosen = chosen.before)
      divisions[chosen.block] = chosen.division;
    if (state !== best) starts.unshift(state.at);
  }
  return { starts, divisions, cost: best.cost };
}

const FIRST: State = {
  at: { block: 0, line: 0 },
  division: 0,
  page: 0,
  short: 0,
  cost: 0,
  before: undefined,
  chosen: undefined,
};

function search(column: Column): State | undefined {
  const waiting = new Map<string, State>([['', FIRST]]);
  let best: State | undefined;
  for (let state = nextOf(waiting); state !== undefined; state = nextOf(waiting)) {
    for (const end of fillPage(column, { at: state.at, division: state.division })) {
      const reached = stepTo(column, state, end);
      if (end.at.block >= column.blocks.length) {
        if (best === undefined || reached.cost < best.cost) best = reached;
        continue;
      }
      const key = keyOf(column, reached);
      const rival = waiting.get(key);
      if (rival === undefined || reached.cost < rival.cost) waiting.set(key, reached);
    }
  }
  return best;
}

/** Takes the state that stands first in the column: nothing that is weighed later can reach it again. */
function nextOf(waiting: Map<string, State>): State | undefined {
  let first: readonly [string, State] | undefined;
  for (const entry of waiting) if (first === undefined || isBefore(entry[1].at, first[1].at)) first = entry;
  if (first === undefined) return undefined;
  waiting.delete(first[0]);
  return first[1];
}

function isBefore(a: PageStart, b: PageStart): boolean {
  return a.block < b.block || (a.block === b.block && a.line < b.line);
}

function keyOf({ start }: Column, { at, division, page, short }: State): string {
  return [
    at.block,
    at.line,
    division,
    facesPrevious(start, page) ? short : '',
    start === 'next' ? '' : page % 2,
    page === 0,
  ].join(' ');
}

function stepTo(
  column: Column,
  state: State,
  { at, division, lines, short, notes, cost, chosen, begins }: PageEnd,
): State {
  const last = at.block >= column.blocks.length;
  const ownShort = last || begins ? state.short : notes ? 0 : short;
  const depth = last || begins ? 0 : notes ? gapCost(short) : shortCost(short);
  const facing =
    facesPrevious(column.start, state.page) && !last && !begins ? unequalCost(ownShort, state.short) : 0;
  const end = last && state.page > 0 ? endCost(lines) : 0;
  return {
    at,
    division,
    page: state.page + 1,
    short: ownShort,
    cost: state.cost + cost + depth + facing + end,
    before: state,
    chosen,
  };
}
