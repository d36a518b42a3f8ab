// Texts as one row of letters, in which it is known where a number goes on.
import { isPlain, letters } from './letters.js';

/** The letters of texts in a row. */
export interface Row {
  readonly letters: string;
  /** 1 where a digit stands right behind another digit of its text. */
  readonly inNumber: Uint8Array;
}

/** Texts one behind another, and where each begins. */
export function rowOf(texts: readonly string[]): Row & { readonly begins: readonly number[] } {
  const begins: number[] = [];
  const numbers: (readonly [number, number])[] = [];
  let row = '';
  for (const text of texts) {
    begins.push(row.length);
    if (isPlain(text) && !/\d\d/.test(text)) {
      row += letters(text);
      continue;
    }
    for (const piece of text.normalize('NFKC').split(NUMBER)) {
      const begin = row.length;
      row += letters(piece);
      if (NUMBER.test(piece)) numbers.push([begin + 1, row.length]);
    }
  }
  const inNumber = new Uint8Array(row.length);
  for (const [from, to] of numbers) inNumber.fill(1, from, to);
  return { letters: row, inNumber, begins };
}

/** In parentheses, so that a text split at numbers keeps them. */
const NUMBER = /(\p{N}{2,})/u;
