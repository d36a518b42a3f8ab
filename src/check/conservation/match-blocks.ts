// Finds every expected block in what a file shows, each letter once. What is left of a block is lost; what is
// left of the file was printed twice or comes from nowhere. There is no tolerance: a single letter counts.
import {
  endsPage,
  leftOver,
  longestPiece,
  partsNumber,
  ledgerPieceAt,
  openLedger,
  strike,
  SURE,
  type LetterLedger,
  type LedgerPiece,
  type ShownRun,
  type Surplus,
} from './letter-ledger.js';
import { letters } from './letters.js';
import { rowOf } from './letter-row.js';
import { strikeWholeRuns } from './whole-runs.js';

/** What matching needs of a block; see model/words.ts. */
export interface Sought {
  /**
   * The block's words, cut where an inline element begins or ends: such a piece may be painted before or
   * after the rest.
   */
  readonly pieces: readonly string[];
  readonly place: 'main' | 'note' | 'list-number';
  /** The first and last page that it can stand on; absent: any. */
  readonly pages?: readonly [number, number] | undefined;
}

/** A text that stands on a certain page, whatever is around it: a running head, a folio. */
export interface Fixed {
  readonly text: string;
  readonly page: number;
}

export interface Lost<B extends Sought> {
  readonly block: B;
  /** The letters that were not found. */
  readonly missing: string;
  /** The page on which the search ended. */
  readonly page: number;
}

/** Pages ahead that a block's next piece is looked for before the whole file is: over plates and blanks. */
const PAGES_AHEAD = 4;
export interface MatchOrder<B extends Sought> {
  readonly expected: readonly B[];
  readonly fixed: readonly Fixed[];
  readonly shown: readonly ShownRun[];
}

export interface Matched<B extends Sought> {
  readonly lost: readonly Lost<B>[];
  readonly absent: readonly Fixed[];
  readonly surplus: readonly Surplus[];
}

/**
 * Long blocks that stand whole are struck out first (the last word of a note may stand on the next page,
 * behind other text that has the same word: it is looked for when that text is struck out), then short ones
 * that are whole texts, then the long pieces of broken ones, then what is short (a cell, an initial, a
 * number) and could be found inside of something long. What is damaged is looked for last, so that the scraps
 * of a lost line are not found in its neighbours. Until then nothing begins or ends within a number, and no
 * number is put together of others: where numbers of a table of contents float, the 9 of 39 would go on as
 * entry 9 does, and 2 and 3 be 23.
 */
export function matchText<B extends Sought>({ expected, fixed, shown }: MatchOrder<B>): Matched<B> {
  const film = openLedger(shown);
  const absent = fixed
    .filter((one) => !strikeFixed(film, one, 'whole'))
    .filter((one) => !strikeFixed(film, one, 'parted'));
  const at = { main: 0, note: 0, 'list-number': 0 };
  const broken: Seeking<B>[] = [];
  const short: (Seeking<B> & { readonly after: number })[] = [];
  const numbers: Seeking<B>[] = [];
  expected.forEach((block, index) => {
    const seeking = { block, ...lettersOf(block.pieces), from: at[block.place], mark: index + 1 };
    if (block.place === 'list-number') return void numbers.push({ ...seeking, from: at.main });
    if (seeking.rest.length < SURE)
      return void short.push({ ...seeking, after: Math.max(at.main, seeking.from) });
    const end = strikeWhole(film, { ...seeking, tails: 'here' });
    if (end === undefined) broken.push(...piecesOf(seeking));
    else at[block.place] = end;
  });
  const long = broken.filter((piece) => piece.rest.length >= SURE);
  const left = strikeWholeRuns(film, short);
  const small = [...left, ...broken.filter((piece) => piece.rest.length < SURE)].sort(longestFirst);
  const unfound = [...long, ...small].filter((seeking) => strikeWhole(film, seeking) === undefined);
  const whole = new Set<Seeking<B>>(left);
  const scraps = unfound
    .flatMap((seeking) => (whole.has(seeking) ? piecesOf(seeking) : [seeking]))
    .sort(longestFirst);
  const damaged = scraps
    .filter((seeking) => strikeWhole(film, seeking) === undefined)
    .filter((seeking) => strikeWhole(film, { ...seeking, inNumber: undefined }) === undefined);
  const lost = gather(damaged.map((seeking) => salvageInitial(film, seeking) ?? salvage(film, seeking)));
  for (const number of numbers) strikeWhole(film, number);
  return { lost, absent, surplus: leftOver(film) };
}

/**
 * A block that does not stand whole may have been painted in pieces, which an inline element's place
 * explains.
 */
function piecesOf<B extends Sought>(seeking: Seeking<B>): readonly Seeking<B>[] {
  return seeking.block.pieces
    .map((piece) => ({ ...seeking, ...lettersOf([piece]) }))
    .filter(({ rest }) => rest !== '');
}

function lettersOf(texts: readonly string[]): Pick<Seeking<Sought>, 'rest' | 'inNumber'> {
  const { letters: rest, inNumber } = rowOf(texts);
  return { rest, inNumber };
}

function longestFirst(a: Seeking<Sought>, b: Seeking<Sought>): number {
  return b.rest.length - a.rest.length;
}

/** One loss for a block, whatever the number of its pieces. */
function gather<B extends Sought>(losses: readonly Lost<B>[]): readonly Lost<B>[] {
  const blocks = new Map<B, Lost<B>>();
  for (const loss of losses.filter((one) => one.missing !== '')) {
    const known = blocks.get(loss.block);
    blocks.set(loss.block, known ? { ...loss, missing: known.missing + loss.missing } : loss);
  }
  return [...blocks.values()];
}

/** Furniture is painted after the text, so the last place on its page is the right one. */
function strikeFixed(film: LetterLedger, { text, page }: Fixed, numbers: 'whole' | 'parted'): boolean {
  const sought = letters(text);
  const end = film.startOf(page + 1);
  for (
    let index = film.letters.lastIndexOf(sought, end - sought.length);
    sought !== '' && index >= film.startOf(page);
    index = film.letters.lastIndexOf(sought, index - 1)
  ) {
    if (
      film.taken.subarray(index, index + sought.length).some(Boolean) ||
      (numbers === 'whole' && partsNumber(film, { index, length: sought.length }))
    )
      continue;
    film.taken.fill(FURNITURE, index, index + sought.length);
    return true;
  }
  return sought === '';
}

const FURNITURE = 0xfffffffe;

/** Marks letters found for blocks that are not whole. */
const DAMAGED = 0xffffffff;

/**
 * A block that is looked for: its letters, where the text before it ended, and the number it strikes out
 * with.
 */
interface Seeking<B extends Sought> {
  readonly block: B;
  readonly rest: string;
  /** Where they go on with a number; absent where numbers may be taken in parts. */
  readonly inNumber: Uint8Array | undefined;
  readonly from: number;
  readonly mark: number;
  /**
   * `here`: what is short is taken where the text goes on, and nowhere else. Absent: also nearby, and
   * anywhere on its pages.
   */
  readonly tails?: 'here';
}

/**
 * Strikes a block out if all of it is there, and answers with the index behind it; else leaves the film as it
 * was.
 */
function strikeWhole(
  film: LetterLedger,
  { block: { pages }, rest, inNumber, from, mark, tails }: Seeking<Sought>,
): number | undefined {
  const begins: number[] = [];
  while (rest !== '') {
    const piece = nextPiece(film, { rest, inNumber, from, pages, tails });
    if (!piece) {
      for (const begin of begins) restore(film, begin, mark);
      return undefined;
    }
    begins.push(piece.index);
    from = strike(film, piece, mark);
    rest = rest.slice(piece.length);
    inNumber = inNumber?.subarray(piece.length);
  }
  return from;
}

/** Frees the letters that a block had taken, from the beginning of one of its pieces on. */
function restore(film: LetterLedger, begin: number, mark: number): void {
  for (let index = begin; index < film.taken.length && film.taken[index]; index++)
    if (film.taken[index] === mark) film.taken[index] = 0;
}

/**
 * An initial that a style lets float is painted before everything else on its page: the rest is looked for
 * without it.
 */
function salvageInitial<B extends Sought>(film: LetterLedger, seeking: Seeking<B>): Lost<B> | undefined {
  const {
    block,
    rest: [initial = '', ...others],
  } = seeking;
  const end =
    others.length < SURE
      ? undefined
      : strikeWhole(film, { ...seeking, rest: others.join(''), inNumber: undefined });
  if (end === undefined) return undefined;
  const page = film.pageAt(end - 1);
  const pages: readonly [number, number] = [Math.max(page - 1, block.pages?.[0] ?? 0), page];
  const found =
    strikeWhole(film, {
      ...seeking,
      block: { ...block, pages },
      ...lettersOf([initial]),
      from: film.startOf(pages[0]),
    }) !== undefined;
  return { block, missing: found ? '' : initial, page };
}

/** Strikes out what is left of a damaged block and says what is not. */
function salvage<B extends Sought>(film: LetterLedger, { block, rest, from }: Seeking<B>): Lost<B> {
  let missing = '';
  while (rest !== '') {
    const piece = nextPiece(film, { rest, inNumber: undefined, from, pages: block.pages });
    if (piece) from = strike(film, piece, DAMAGED);
    else missing += rest[0] ?? '';
    rest = rest.slice(piece?.length ?? 1);
  }
  return { block, missing, page: film.pageAt(Math.max(from - 1, 0)) };
}

interface Search {
  readonly rest: string;
  readonly from: number;
  readonly pages: Sought['pages'];
  readonly inNumber: Uint8Array | undefined;
  readonly tails?: 'here' | undefined;
}

/**
 * The longest beginning of `rest` that stands unstruck: right here, else nearby, else anywhere on its pages.
 */
function nextPiece(
  film: LetterLedger,
  { rest, inNumber, from, pages, tails }: Search,
): LedgerPiece | undefined {
  const least = pages ? film.startOf(pages[0]) : 0;
  const most = pages ? film.startOf(pages[1] + 1) : film.letters.length;
  const standing = ledgerPieceAt(film, { rest, inNumber, from: Math.max(from, least), to: most });
  const here = inNumber !== undefined && partsNumber(film, standing) ? { ...standing, length: 0 } : standing;
  if (here.length === rest.length) return here;
  const page = film.pageAt(here.index);
  const isTail = tails === 'here' && rest.length < SURE;
  const near = isTail
    ? undefined
    : longestPiece(film, {
        rest,
        inNumber,
        from: Math.max(least, film.startOf(page)),
        to: Math.min(most, film.startOf(page + PAGES_AHEAD)),
      });
  const best = near && near.length > here.length ? near : here;
  if (
    best.length === rest.length ||
    best.length >= SURE ||
    (best === here && best.length > 0 && endsPage(film, here))
  )
    return best;
  const anywhere = isTail ? undefined : longestPiece(film, { rest, inNumber, from: least, to: most });
  if (
    anywhere &&
    anywhere.length > best.length &&
    (anywhere.length >= SURE || anywhere.length === rest.length)
  )
    return anywhere;
  return undefined;
}
