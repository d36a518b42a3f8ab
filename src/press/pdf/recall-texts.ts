// The text of pages that were read before, by their keys. Pages are remembered in runs that end where a key says so, not after a
// fixed number, so that a page more or less changes the runs around it and no others.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Memory } from '../pages/memory.js';
import type { RawText } from './reading-thread.js';

type PageText = readonly RawText[];

export interface Recalling {
  /** By page; none at all where nothing is remembered, and undefined for a page that has none. */
  readonly keys: readonly (string | undefined)[];
  readonly count: number;
  readonly memory: Memory;
  /** Reads pages, counted from 0. */
  read(wanted: readonly number[]): Promise<readonly PageText[]>;
}

/** The text of all pages: from memory, or read and remembered. */
export async function recallTexts({ keys, count, memory, read }: Recalling): Promise<readonly PageText[]> {
  const all = Array.from({ length: count }, (_, page) => page);
  if (keys.length === 0) return read(all);
  const texts = new Map<number, PageText>();
  const runs = runsOf(all, keys);
  for (const run of runs) recall(run, memory).forEach((text, index) => { texts.set(run.pages[index] ?? -1, text); });
  const wanted = all.filter((page) => !texts.has(page));
  if (wanted.length > 0) (await read(wanted)).forEach((text, index) => { texts.set(wanted[index] ?? -1, text); });
  const found = all.map((page) => texts.get(page) ?? []);
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

function runsOf(all: readonly number[], keys: readonly (string | undefined)[]): readonly Run[] {
  const runs: number[][] = [[]];
  for (const page of all) {
    runs.at(-1)?.push(page);
    if ((keys[page] ?? '').charCodeAt(0) % USUAL_LENGTH === 0) runs.push([]);
  }
  return runs.filter((pages) => pages.length > 0).map((pages) => {
    const own = pages.map((page) => keys[page]);
    return { pages, key: own.includes(undefined) ? undefined : `text-${createHash('sha256').update(`text ${READER} ${own.join(' ')}`).digest('hex')}` };
  });
}

function recall({ key, pages }: Run, memory: Memory): readonly PageText[] {
  const known = key === undefined ? undefined : memory.read(key);
  const texts = known === undefined ? [] : JSON.parse(Buffer.from(known).toString()) as readonly PageText[];
  return texts.length === pages.length ? texts : [];
}

/** Another pdf.js may read otherwise, and so did we before texts had their spans. */
const READER = `spans ${(createRequire(import.meta.url)('pdfjs-dist/package.json') as { readonly version: string }).version}`;
