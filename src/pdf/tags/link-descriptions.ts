// What marked content says: links are described by their own words.
import { createHash } from 'node:crypto';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { readInThread } from '../read/pdf-reader.js';
import type { PieceMarks } from '../read/pdf-reader-thread.js';

/** The words of a mark, by the 0-based page and the mark's number; empty where there are none. */
export type MarkedWords = (page: number, mark: number) => string;

/**
 * Reads the pages that carry links, in the pieces that a master was joined of: marks keep their numbers in
 * it. Once for the same list of pieces: whoever asks early has it read beside what else is done.
 *
 * @param memory what equal pieces said before. Default: nothing.
 */
export function markedWords(pieces: readonly Uint8Array[], memory: Cache = NO_CACHE): Promise<MarkedWords> {
  const known = readings.get(pieces);
  if (known !== undefined) return known;
  const reading = readMarks(pieces, memory);
  readings.set(pieces, reading);
  reading.catch(() => undefined); // whoever asks for it hears of it
  return reading;
}

const readings = new WeakMap<readonly Uint8Array[], Promise<MarkedWords>>();

async function readMarks(pieces: readonly Uint8Array[], memory: Cache): Promise<MarkedWords> {
  const read = await Promise.all(pieces.map((piece) => marksOf(piece, memory)));
  const words = new Map<string, string>();
  let before = 0;
  for (const { pages, marks } of read) {
    for (const [page, mark, said] of marks) words.set(`${before + page} ${mark}`, said);
    before += pages;
  }
  return (page, mark) => words.get(`${page} ${mark}`) ?? '';
}

async function marksOf(piece: Uint8Array, memory: Cache): Promise<PieceMarks> {
  const key = `words-${createHash('sha256').update('words 1 ').update(piece).digest('hex')}`;
  const known = memory.read(key);
  if (known !== undefined) return JSON.parse(Buffer.from(known).toString()) as PieceMarks;
  const read = await readInThread({ wanted: 'marks', bytes: piece });
  memory.write(key, Buffer.from(JSON.stringify(read)));
  return read;
}
