// What marked content says: links are described by their own words.
import { readInThread } from '../reading.js';

/** The words of a mark, by the 0-based page and the mark's number; empty where there are none. */
export type MarkedWords = (page: number, mark: number) => string;

/** Reads the pages that carry links. Once for the same array of bytes: whoever asks early has it read beside what else is done. */
export function markedWords(bytes: Uint8Array): Promise<MarkedWords> {
  const known = readings.get(bytes);
  if (known !== undefined) return known;
  const reading = readMarks(bytes);
  readings.set(bytes, reading);
  reading.catch(() => undefined); // whoever asks for it hears of it
  return reading;
}

const readings = new WeakMap<Uint8Array, Promise<MarkedWords>>();

async function readMarks(bytes: Uint8Array): Promise<MarkedWords> {
  const marks = await readInThread({ wanted: 'marks', bytes });
  const words = new Map(marks.map(([page, mark, said]) => [`${page} ${mark}`, said]));
  return (page, mark) => words.get(`${page} ${mark}`) ?? '';
}
