// What was read of pages before, by their keys. Pages are remembered in runs that end where a key says so, not after a fixed
// number, so that a page more or less changes the runs around it and no others.
import { createHash } from 'node:crypto';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { FORGETFUL, type Memory } from '../pages/memory.js';
import { pageKeys } from './page-keys.js';

export interface Recalling<Read> {
  /** What is read of a page, and by which version of whom: a word, and whatever else decides it. */
  readonly what: readonly [kind: string, ...by: readonly string[]];
  /** By page; none at all where nothing is remembered, and undefined for a page that has none. */
  readonly keys: readonly (string | undefined)[];
  readonly count: number;
  readonly memory: Memory;
  /** Reads pages, counted from 0. What it finds has to outlive JSON. */
  read(wanted: readonly number[]): Promise<readonly Read[]> | readonly Read[];
}

/** The keys of the pages of a file that nobody changes any more; none where they would be of no use. */
export function keysIn(file: PDFDocument, memory: Memory): readonly (string | undefined)[] {
  if (memory === FORGETFUL) return [];
  const keys = keysOfFiles.get(file) ?? pageKeys(file);
  keysOfFiles.set(file, keys);
  return keys;
}

const keysOfFiles = new WeakMap<PDFDocument, readonly (string | undefined)[]>();

/** What is to be known of all pages: from memory, or read and remembered. */
export async function recallPages<Read>({ what, keys, count, memory, read }: Recalling<Read>): Promise<readonly Read[]> {
  const all = Array.from({ length: count }, (_, page) => page);
  if (keys.length === 0) return read(all);
  const known = new Map<number, Read>();
  const runs = runsOf(all, { what, keys });
  for (const run of runs) (recall(run, memory) as readonly Read[]).forEach((one, index) => { known.set(run.pages[index] ?? -1, one); });
  const wanted = all.filter((page) => !known.has(page));
  if (wanted.length > 0) (await read(wanted)).forEach((one, index) => { known.set(wanted[index] ?? -1, one); });
  const found = all.map((page) => known.get(page) as Read);
  for (const { key, pages } of runs) {
    if (key !== undefined && wanted.includes(pages[0] ?? -1)) memory.write(key, Buffer.from(JSON.stringify(pages.map((page) => found[page]))));
  }
  return found;
}

interface Run {
  readonly key: string | undefined;
  readonly pages: readonly number[];
}

/** One key in so many ends a run. */
const USUAL_LENGTH = 8;

function runsOf(all: readonly number[], { what, keys }: Pick<Recalling<unknown>, 'what' | 'keys'>): readonly Run[] {
  const runs: number[][] = [[]];
  for (const page of all) {
    runs.at(-1)?.push(page);
    if ((keys[page] ?? '').charCodeAt(0) % USUAL_LENGTH === 0) runs.push([]);
  }
  return runs.filter((pages) => pages.length > 0).map((pages) => {
    const own = pages.map((page) => keys[page]);
    return { pages, key: own.includes(undefined) ? undefined : `${what[0]}-${createHash('sha256').update([...what, ...own].join(' ')).digest('hex')}` };
  });
}

function recall({ key, pages }: Run, memory: Memory): readonly unknown[] {
  const known = key === undefined ? undefined : memory.read(key);
  const found = known === undefined ? [] : JSON.parse(Buffer.from(known).toString()) as readonly unknown[];
  return found.length === pages.length ? found : [];
}
