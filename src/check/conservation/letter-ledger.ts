// What a file shows as one row of letters, in which what was found is struck out, each letter once.
import { rowOf, type Row } from './letter-row.js';

/** A piece of text that a file shows, in the order in which it is painted. */
export interface ShownRun {
  readonly text: string;
  /** 0-based; an EPUB counts its files. */
  readonly page: number;
}

export interface Surplus {
  readonly text: string;
  readonly page: number;
}

export interface LedgerPiece {
  readonly index: number;
  readonly length: number;
}

/** A piece shorter than this is taken as part of another only where it stands at the expected place. */
export const SURE = 8;

/** All letters that a file shows, with what was already found struck out. */
export interface LetterLedger extends Row {
  /** 0 where a letter is free, else the number of the block that it was found for. */
  readonly taken: Uint32Array;
  pageAt(index: number): number;
  /** Where the letters of a page begin. */
  startOf(page: number): number;
  /** Where the run that holds a letter begins. */
  runAt(index: number): number;
}

export function openLedger(shown: readonly ShownRun[]): LetterLedger {
  const starts: number[] = [];
  const { letters, inNumber, begins } = rowOf(shown.map(({ text }) => text));
  shown.forEach(({ page }, run) => {
    while (starts.length <= page) starts.push(begins[run] ?? 0);
  });
  const runOf = new Uint32Array(letters.length);
  begins.forEach((from, run) => {
    runOf.fill(from, from, begins[run + 1]);
  });
  return {
    letters,
    inNumber,
    taken: new Uint32Array(letters.length),
    startOf: (page) => starts[page] ?? letters.length,
    pageAt: (index) => lastBefore(starts, index),
    runAt: (index) => runOf[index] ?? begins.at(-1) ?? 0,
  };
}

/** The last of ascending starts that is not behind an index. */
function lastBefore(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** Whether a piece runs to the end of its page, where a block may rightly be cut after any letter. */
export function endsPage(film: LetterLedger, piece: LedgerPiece): boolean {
  const index = endOf(film, piece);
  const end = film.startOf(film.pageAt(Math.max(index - 1, 0)) + 1);
  return freeFrom(film, index, end) >= end;
}

/** The index behind a piece's last letter. */
function endOf(film: LetterLedger, { index, length }: LedgerPiece): number {
  for (let seen = 0; seen < length; index++) if (!film.taken[index]) seen++;
  return index;
}

function isFree({ taken }: LetterLedger, { index, length }: LedgerPiece): boolean {
  for (let at = index; at < index + length; at++) if (taken[at] !== 0) return false;
  return true;
}

/** The first free letter from an index on; where there is none, as far as was looked. */
function freeFrom({ taken, letters }: LetterLedger, index: number, to = letters.length): number {
  let free = index;
  while (free < to && taken[free] !== 0) free += 1;
  return free;
}

/** Whether a piece begins or ends within a number of which more is free: the 9 of 39 is no 9. */
export function partsNumber(film: LetterLedger, piece: LedgerPiece): boolean {
  const end = endOf(film, piece);
  return (
    (film.inNumber[piece.index] === 1 && film.taken[piece.index - 1] === 0) ||
    (film.inNumber[end] === 1 && film.taken[end] === 0)
  );
}

/** Letters that are looked for between two places of the film. */
interface Reach {
  readonly rest: string;
  readonly from: number;
  readonly to: number;
  /**
   * Where the letters of `rest` go on with a number: there the film has to as well, unless there are so many
   * that it is sure. Absent: a number may be taken in parts.
   */
  readonly inNumber: Uint8Array | undefined;
}

/**
 * How much of `rest` stands at an index, letters already struck out being skipped. Where the text goes on
 * elsewhere it was left at the end of a run: what the next run has in common with it by chance is not taken.
 */
export function ledgerPieceAt(film: LetterLedger, { rest, from, to, inNumber }: Reach): LedgerPiece {
  const start = freeFrom(film, from, to);
  if (
    rest.length >= SURE &&
    start + rest.length <= to &&
    film.letters.startsWith(rest, start) &&
    isFree(film, { index: start, length: rest.length })
  )
    return { index: start, length: rest.length };
  let index = start;
  let length = 0;
  let run = start;
  let atRun = 0;
  const within = rest.length < SURE ? inNumber : undefined;
  while (length < rest.length && index < to) {
    if (!film.taken[index]) {
      const begins = film.runAt(index);
      if (begins > run) {
        run = begins;
        atRun = length;
      }
      if (
        film.letters[index] !== rest[length] ||
        (length > 0 && within?.[length] === 1 && film.inNumber[index] === 0)
      )
        return { index: start, length: index > run && atRun > 0 ? atRun : length };
      length++;
    }
    index++;
  }
  return { index: start, length };
}

export function longestPiece(
  film: LetterLedger,
  { rest, from, to, inNumber }: Reach,
): LedgerPiece | undefined {
  const seed = rest.slice(0, Math.min(SURE, rest.length));
  let best: LedgerPiece | undefined;
  for (
    let index = film.letters.indexOf(seed, from);
    index !== -1 && index < to;
    index = film.letters.indexOf(seed, index + 1)
  ) {
    if (film.taken[index]) continue;
    const piece = ledgerPieceAt(film, { rest, from: index, to, inNumber });
    if (piece.length <= (best?.length ?? 0) || (inNumber !== undefined && partsNumber(film, piece))) continue;
    best = piece;
    if (piece.length === rest.length) break;
  }
  return best;
}

/**
 * Strikes a piece's letters out, one by one since others may lie between, and answers with the index behind
 * the last.
 */
export function strike(film: LetterLedger, piece: LedgerPiece, mark: number): number {
  let index = piece.index;
  for (let struck = 0; struck < piece.length; index++) {
    if (film.taken[index]) continue;
    film.taken[index] = mark;
    struck++;
  }
  return index;
}

export function leftOver(film: LetterLedger): readonly Surplus[] {
  const left: Surplus[] = [];
  for (let index = freeFrom(film, 0); index < film.letters.length; index = freeFrom(film, index)) {
    const page = film.pageAt(index);
    const end = Math.min(
      endOfFree(film, index),
      film.startOf(page + 1) > index ? film.startOf(page + 1) : film.letters.length,
    );
    left.push({ text: film.letters.slice(index, end), page });
    index = end;
  }
  return left;
}

function endOfFree(film: LetterLedger, from: number): number {
  let index = from;
  while (index < film.letters.length && !film.taken[index]) index++;
  return index;
}
