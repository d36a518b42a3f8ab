// What was read of pages before, by their keys. Pages are remembered in runs that end where a key says so,
// not after a fixed number, so that a page more or less changes the runs around it and no others. In a run
// that is new, those pages are known that stood in one with the same first or last page.
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { name } from './pdf-name.js';

export interface PageTextOrder<Read> {
  /** What is read of a page, and by which version of whom: a word, and whatever else decides it. */
  readonly what: readonly [kind: string, ...by: readonly string[]];
  /** By page; none at all where nothing is remembered, and undefined for a page that has none. */
  readonly keys: readonly (string | undefined)[];
  readonly count: number;
  readonly memory: Cache;
  /** Reads pages, counted from 0. What it finds has to outlive JSON. */
  read(wanted: readonly number[]): Promise<readonly Read[]> | readonly Read[];
}

/** The keys of the pages of a file that nobody changes any more; none where they would be of no use. */
export function keysIn(file: PDFDocument, memory: Cache): readonly (string | undefined)[] {
  if (memory === NO_CACHE) return [];
  const keys = keysOfFiles.get(file) ?? pageKeys(file);
  keysOfFiles.set(file, keys);
  return keys;
}

const keysOfFiles = new WeakMap<PDFDocument, readonly (string | undefined)[]>();

/** What is to be known of all pages: from memory, or read and remembered. */
export async function cachedPages<Read>({
  what,
  keys,
  count,
  memory,
  read,
}: PageTextOrder<Read>): Promise<readonly Read[]> {
  const all = Array.from({ length: count }, (_, page) => page);
  if (keys.length === 0) return read(all);
  const known = new Map<number, Read>();
  const runs = runsOf(all, { what, keys });
  const changed = runs.filter((run) => {
    const found = recall(run, memory) as readonly Read[];
    found.forEach((one, index) => {
      known.set(run.pages[index] ?? -1, one);
    });
    return found.length === 0;
  });
  for (const run of changed) {
    const like = recallLike(run, memory) as ReadonlyMap<string, Read>;
    run.keys.forEach((key, index) => {
      const one = like.get(key ?? '');
      if (one !== undefined) known.set(run.pages[index] ?? -1, one);
    });
  }
  const wanted = all.filter((page) => !known.has(page));
  if (wanted.length > 0)
    (await read(wanted)).forEach((one, index) => {
      known.set(wanted[index] ?? -1, one);
    });
  const found = all.map((page) => known.get(page) as Read);
  for (const run of changed) remember(run, { memory, found: run.pages.map((page) => found[page]) });
  return found;
}

interface Run {
  /** What it is remembered by; undefined where a page has no key. */
  readonly name: string | undefined;
  /** What leads to it from its first page, and from its last. */
  readonly ends: readonly string[];
  readonly pages: readonly number[];
  readonly keys: readonly (string | undefined)[];
}

/** One key in so many ends a run. */
const USUAL_LENGTH = 8;

function runsOf(
  all: readonly number[],
  { what, keys }: Pick<PageTextOrder<unknown>, 'what' | 'keys'>,
): readonly Run[] {
  const runs: number[][] = [[]];
  for (const page of all) {
    runs.at(-1)?.push(page);
    if ((keys[page] ?? '').charCodeAt(0) % USUAL_LENGTH === 0) runs.push([]);
  }
  const named = (kind: string, ...by: readonly (string | undefined)[]): string =>
    `${kind}-${createHash('sha256')
      .update([...what, ...by].join(' '))
      .digest('hex')}`;
  return runs
    .filter((pages) => pages.length > 0)
    .map((pages) => {
      const own = pages.map((page) => keys[page]);
      return {
        pages,
        keys: own,
        name: own.includes(undefined) ? undefined : named(what[0], ...own),
        ends: [named('run', 'begins', own[0]), named('run', 'ends', own.at(-1))],
      };
    });
}

function recall({ name, pages }: Pick<Run, 'name' | 'pages'>, memory: Cache): readonly unknown[] {
  const found =
    name === undefined ? undefined : (asJson(memory.read(name)) as readonly unknown[] | undefined);
  return found?.length === pages.length ? found : [];
}

/** A run of an earlier build, and the keys of its pages. */
interface Earlier {
  readonly name: string;
  readonly keys: readonly string[];
}

/** What is known of the pages of runs that begin or end as this one does, by their keys. */
function recallLike({ ends }: Run, memory: Cache): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  for (const end of ends) {
    const earlier = asJson(memory.read(end)) as Earlier | undefined;
    if (earlier === undefined) continue;
    const found = recall({ name: earlier.name, pages: earlier.keys.map((_, index) => index) }, memory);
    found.forEach((one, index) => {
      known.set(earlier.keys[index] ?? '', one);
    });
  }
  return known;
}

function remember(
  { name, keys, ends }: Run,
  { memory, found }: { memory: Cache; found: readonly unknown[] },
): void {
  if (name === undefined) return;
  const write = (key: string, what: unknown): void => {
    memory.write(key, Buffer.from(JSON.stringify(what)));
  };
  write(name, found);
  if (keys.length > 1) for (const end of ends) write(end, { name, keys });
}

function asJson(bytes: Uint8Array | undefined): unknown {
  return bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString());
}

// What decides how a page looks, as a key: its content, all that it draws with, and where it is cut. Equal
// keys, equal pages, in whatever file.

/** A key for each page; undefined where a page's resources lead in a circle. */
export function pageKeys(doc: PDFDocument): readonly (string | undefined)[] {
  const digests = openDigests(doc);
  const layers = digests.of(doc.catalog.get(name('OCProperties')));
  return doc.getPages().map((page) => {
    const own = SAID.map((key) => digests.of(page.node.getInheritableAttribute(name(key))));
    const pieces = [
      ...own,
      digests.of(page.node.Resources()),
      digests.of(page.node.get(name('Contents'))),
      layers,
    ];
    return pieces.includes(undefined) ? undefined : hashed([pieces.join(' ')]);
  });
}

/** Entries of a page that move or turn what is on it, or cut it. */
const SAID = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'Rotate', 'UserUnit'];

interface Digests {
  of(object: PDFObject | undefined): string | undefined;
}

/** What is referred to from many pages is digested once. */
function openDigests({ context }: PDFDocument): Digests {
  const known = new Map<string, string | undefined>();
  const follow = (ref: PDFRef): string | undefined => {
    if (known.has(ref.tag)) return known.get(ref.tag);
    known.set(ref.tag, undefined); // met again before it is done: a circle
    const text = of(context.lookup(ref));
    const digest = text === undefined ? undefined : hashed([text]);
    known.set(ref.tag, digest);
    return digest;
  };
  const all = (objects: readonly (PDFObject | undefined)[]): string | undefined => {
    const pieces = objects.map(of);
    return pieces.includes(undefined) ? undefined : pieces.join(' ');
  };
  const inside = (before: string, pieces: string | undefined, after: string): string | undefined =>
    pieces === undefined ? undefined : `${before}${pieces}${after}`;
  const of = (object: PDFObject | undefined): string | undefined => {
    if (object instanceof PDFRef) return follow(object);
    if (object instanceof PDFArray) return inside('[', all(object.asArray()), ']');
    if (object instanceof PDFDict) return inside('<<', all(object.entries().flat()), '>>');
    if (!(object instanceof PDFRawStream)) return object?.toString() ?? '-';
    return inside('', of(object.dict), hashed([object.contents]));
  };
  return { of };
}

function hashed(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(`${piece.length} `).update(piece);
  return hash.digest('base64');
}
