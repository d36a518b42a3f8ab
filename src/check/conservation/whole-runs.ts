// Short blocks that a file shows as texts of their own: a cell, a line of figures. Found one by one and
// anywhere they could be put together of others: the line "1, 2" and the line "3, 4" would be found in "1, 2,
// 3" and the "4" that follows.
import { strike, type LetterLedger } from './letter-ledger.js';

export interface ShortBlock {
  readonly rest: string;
  readonly mark: number;
  /** Where the long block before it ended. */
  readonly after: number;
  readonly block: { readonly place: string; readonly pages?: readonly [number, number] | undefined };
}

/**
 * Pages on which the last short blocks of a text are looked for: the one where the text before them ended,
 * and the next.
 */
const LAST_PAGES = 2;

/**
 * Strikes out, in the order of the book, each that stands in whole texts between the long blocks around it;
 * answers with the others.
 */
export function strikeWholeRuns<B extends ShortBlock>(
  film: LetterLedger,
  blocks: readonly B[],
): readonly B[] {
  const nexts = nextLongBlocks(blocks);
  /** By place: notes stand at the foot of the page, and the text goes on above them. */
  const ends = new Map<string, number>();
  return blocks.filter(({ rest, mark, after, block: { place, pages } }, index) => {
    const from = Math.max(ends.get(place) ?? 0, after, pages ? film.startOf(pages[0]) : 0);
    const to = Math.min(
      nexts[index] ?? film.startOf(film.pageAt(after) + LAST_PAGES),
      pages ? film.startOf(pages[1] + 1) : film.letters.length,
    );
    const found = wholeRun(film, { rest, from, to });
    if (found === undefined) return true;
    ends.set(place, strike(film, { index: found, length: rest.length }, mark));
    return false;
  });
}

/** For each block, where the next long one of its place ended; undefined behind the last. */
function nextLongBlocks(blocks: readonly ShortBlock[]): readonly (number | undefined)[] {
  const seen = new Map<string, { readonly after: number; readonly next: number | undefined }>();
  return blocks
    .toReversed()
    .map(({ after, block: { place } }) => {
      const later = seen.get(place);
      const next = later !== undefined && later.after > after ? later.after : later?.next;
      seen.set(place, { after, next });
      return next;
    })
    .reverse();
}

function wholeRun(
  film: LetterLedger,
  { rest, from, to }: { readonly rest: string; readonly from: number; readonly to: number },
): number | undefined {
  const window = film.letters.slice(from, to);
  for (let at = window.indexOf(rest); at !== -1; at = window.indexOf(rest, at + 1)) {
    const [begin, end] = [from + at, from + at + rest.length];
    const isWhole = film.runAt(begin) === begin && (end === film.letters.length || film.runAt(end) === end);
    if (isWhole && !film.taken.subarray(begin, end).some(Boolean)) return begin;
  }
  return undefined;
}
