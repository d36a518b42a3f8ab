// Several books, one after another through one browser. Each has its own tabs, its own output folder and its
// own report; one that fails holds up no other.
import { basename, join, resolve } from 'node:path';
import { buildIn } from './build.js';
import { UsageError, type BuildOrder } from './build-order.js';
import { openBrowserSession } from './browser-session.js';
import type { Built } from './build-run.js';

/** A book of several: where it lies, where its files go, and what came of it. */
export type BookEnd = { readonly folder: string; readonly out: string } & (
  { readonly built: Built } | { readonly failure: unknown }
);

export interface BooksOrder extends Omit<BuildOrder, 'folder'> {
  readonly folders: readonly string[];
  /** Told before each book. */
  readonly begin?: ((folder: string) => void) | undefined;
}

/**
 * Builds books, each into a folder of its own name below `out`. What is thrown for one of them is its
 * `failure`.
 *
 * @throws UsageError when two books would have one output folder; the signal's reason when it is aborted.
 */
export async function buildBooks({
  folders,
  out = 'dist',
  browser,
  sandbox,
  patienceMs,
  begin,
  ...order
}: BooksOrder): Promise<readonly BookEnd[]> {
  const places = placesOf(folders, out);
  const session = openBrowserSession({ browser, sandbox, patienceMs });
  const ends: BookEnd[] = [];
  try {
    for (const place of places) {
      begin?.(place.folder);
      try {
        ends.push({
          ...place,
          built: await withOwnSignal(order.signal, (signal) =>
            buildIn({ session }, { ...order, ...place, signal }),
          ),
        });
      } catch (failure) {
        order.signal?.throwIfAborted();
        ends.push({ ...place, failure });
        // whatever it was, the next book begins with another browser
        if (!(failure instanceof UsageError)) await session.close();
      }
    }
    return ends;
  } finally {
    await session.close();
  }
}

/**
 * Whatever listens to a book's signal goes with the book: the one of the run would gather the listeners of
 * all books.
 */
async function withOwnSignal<T>(
  signal: AbortSignal | undefined,
  work: (own: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const hear = (): void => {
    own.abort(signal?.reason);
  };
  signal?.addEventListener('abort', hear);
  if (signal?.aborted) hear();
  try {
    return await work(own.signal);
  } finally {
    signal?.removeEventListener('abort', hear);
  }
}

function placesOf(
  folders: readonly string[],
  out: string,
): readonly { readonly folder: string; readonly out: string }[] {
  const places = folders.map((folder) => ({ folder, out: join(out, basename(resolve(folder))) }));
  const twice = places.find((place, index) => places.findIndex((other) => other.out === place.out) !== index);
  if (twice === undefined) return places;
  throw new UsageError(`Two of the books would be written to ${twice.out}.`, {
    code: 'RUN-003',
    place: 'command line',
    hint: 'Build them one by one, each with an --out of its own.',
  });
}
