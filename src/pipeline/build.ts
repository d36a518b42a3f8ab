// A build from its beginning to its end: the settings are read, files are made of the book, and what was
// found decides whether they are published.
import { EDITIONS, composesFor } from '../model/media.js';
import { existsSync, statSync } from 'node:fs';
import { basename, resolve, posix } from 'node:path';
import { readConfig, readProfiles } from '../config/index.js';
import type { BookConfig } from '../model/settings.js';
import { widestMargins } from '../model/profile.js';
import type { World, FileRead, Files, PhotographRead } from '../model/world.js';
import type { CountedCache } from '../cache/disk-cache.js';
import { openWorld } from './world-files.js';
import { handedIcc } from './command-line-icc.js';
import { openBrowserSession, type BrowserSession } from './browser-session.js';
import type { Proof } from './proof/make-proof.js';
import { assertProof } from './proof/publish-proof.js';
import { assertWritable } from './output-access.js';
import { UsageError, type BookOrder, type BuildOrder } from './build-order.js';
import { NO_FILES, outFolder, startRun, type Built, type Made, type Run } from './build-run.js';
import { untilAborted } from './cancellation.js';
import { svgSource } from '../edition/resources/clean-svg.js';
import { hasSvgText, loadSvgText } from '../images/svg-text.js';
import { digestOf, isJudged } from '../edition/resources/decode-image.js';
import { photographInThread } from '../pdf/colour/pixel-worker.js';

/**
 * Builds a book. Mistakes of the author's end in a report with `outcome: 'failed'` and leave the output
 * folder as it was; a missing browser throws MissingTool, a bug throws.
 */
export async function build({ browser, sandbox, patienceMs, ...order }: BuildOrder): Promise<Built> {
  const session = openBrowserSession({ browser, sandbox, patienceMs, builds: 'one' });
  try {
    return await buildIn({ session }, order);
  } finally {
    await session.close();
  }
}

/** What stands before a build and after it; whoever opened it closes it. */
export interface SessionState {
  readonly session: BrowserSession;
  /** The files, where they are remembered. */
  readonly world?: World;
  /** In place of the order's cache folder. */
  readonly cache?: CountedCache;
}

/** Builds a book with what others may use before and after. */
export async function buildIn(standing: SessionState, order: BookOrder): Promise<Built> {
  const run = startRun(order, standing.cache);
  assertWritable(outFolder(order), '--out');
  if (order.proof !== undefined) assertProof(order.proof);
  const made = await makeBook(order, { ...standing, run });
  if (made.artifacts.length > 0) await run.pause();
  return run.end(made, order.proof === undefined ? undefined : await proofOf(made, run));
}

/** The files, and what they were made from; with an error, as far as the book came. */
async function makeBook(
  order: BookOrder,
  { run, session, ...standing }: SessionState & { readonly run: Run },
): Promise<Made> {
  const { take, clock } = run;
  const world = {
    ...(standing.world ?? openBook(order.folder)),
    ...(run.cache === undefined ? {} : { remembered: run.cache }),
  };

  if (hasDrawingsWithWords(world.book)) await loadSvgText();

  const read = take(
    clock.time('read', () =>
      readConfig(world, {
        folder: basename(resolve(order.folder)),
        only: order.only,
        profiles: order.profiles,
        icc: handedIcc(order.icc),
      }),
    ),
  );
  if (!read) return NO_FILES;
  if (needsBrowser(read) && !run.stopped()) await session.warmUp();
  const config = withPrinters(read, { world, run });
  // a session knows its photographs, and what it reads is watched
  const ahead = standing.world === undefined ? startDecodingPhotographs(world) : world;
  // to load all that makes them takes as long as the browser takes to start
  const { makeBook } = await import('./make-book.js');
  return makeBook(order, { config, run, session, world: ahead });
}

async function proofOf(made: Made, run: Run): Promise<Proof> {
  const { makeProof } = await import('./proof/make-proof.js');
  return run.clock.timeAsync('proof', () =>
    untilAborted(run.signal, makeProof({ ...made, findings: run.reported() })),
  );
}

/**
 * Which printers files are made for is known before a page is laid out: the master has room for all of them.
 */
function withPrinters(
  config: BookConfig,
  { world, run: { take, clock } }: { world: World; run: Run },
): BookConfig {
  if (!config.editions.some((name) => EDITIONS[name].perPrinter)) return config;
  const printers = take(clock.time('read', () => readProfiles(world, config)));
  return {
    ...config,
    print: {
      ...config.print,
      printers,
      ...(config.print.marginsBy === undefined ? {} : { leastMargins: widestMargins(printers, 1) }),
    },
  };
}

/** Whatever has pages; and an EPUB whose cover is drawn, since the author gave no picture. */
function needsBrowser({ editions, metadata }: BookConfig): boolean {
  return composesFor('print', editions) || metadata.cover.image === undefined;
}

/** @throws UsageError where there is no such folder. */
export function openBook(folder: string): World {
  return openWorld({ folder: bookFolder(folder), epoch: sourceDateEpoch() });
}

function bookFolder(folder: string): string {
  const path = resolve(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  const isFile = existsSync(path);
  throw new UsageError(isFile ? `${folder} is a file, not a folder.` : `There is no folder ${folder}.`, {
    code: 'RUN-004',
    place: 'command line',
    hint: 'Name the folder that holds book.yml.',
  });
}

/** https://reproducible-builds.org/docs/source-date-epoch/ */
function sourceDateEpoch(): number | undefined {
  const value = process.env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return undefined;
  if (!/^\d{1,11}$/.test(value))
    throw new UsageError(`"${value}" is not a whole number of seconds since 1970.`, {
      code: 'RUN-005',
      place: 'SOURCE_DATE_EPOCH',
      hint: 'Unset SOURCE_DATE_EPOCH, or set it to a number such as 1767225600.',
    });
  return Number(value);
}

// Photographs are decoded before they are asked for, in a thread: to judge them where the book is composed
// takes as long as all else that is done until then.

/**
 * What a thread has time for until the book is composed; whatever it has not told by then is decoded there.
 */
const MOST = 48;

/**
 * The same World, which knows of the photographs that the book's texts name what a thread has found out by
 * the time it is asked.
 */
export function startDecodingPhotographs(world: World): World {
  const found = new Map<string, PhotographRead>();
  const files = new Map(namedPhotographs(world.book).map((path) => [path, world.book.read(path)] as const));
  for (const bytes of [...files.values()].flatMap(bytesIn).filter((one) => !isJudged(one, world))) {
    const name = digestOf(bytes);
    photographInThread(bytes).then(
      (read) => found.set(name, read),
      () => undefined,
    ); // then it is read when it is asked for
  }
  return {
    ...world,
    book: { ...world.book, read: (path) => files.get(path) ?? world.book.read(path) },
    photograph: (bytes) => found.get(digestOf(bytes)) ?? world.photograph(bytes),
  };
}

/** Those whose file names stand in the book's texts, in plain letters. */
function namedPhotographs(book: Files): readonly string[] {
  const paths = book.list('');
  const photographs = paths.filter((path) => PHOTOGRAPH.test(path));
  if (photographs.length === 0) return [];
  const texts = paths
    .filter((path) => /\.(?:md|ya?ml|hbs|css)$/i.test(path))
    .flatMap((path) => bytesIn(book.read(path)));
  const names = new Set(
    texts.flatMap((bytes) =>
      Buffer.from(bytes)
        .toString()
        .split(BETWEEN_NAMES)
        .filter((word) => PHOTOGRAPH.test(word)),
    ),
  );
  return photographs.filter((path) => names.has(posix.basename(path))).slice(0, MOST);
}

const PHOTOGRAPH = /\.jpe?g$/i;
const BETWEEN_NAMES = /[\s"'()<>[\]/\\]+/;

/** To outline the words of drawings takes a program that only they need. */
function hasDrawingsWithWords(book: Files): boolean {
  return book
    .list('')
    .filter((path) => /\.svg$/i.test(path))
    .some((path) => bytesIn(book.read(path)).some((bytes) => hasSvgText(svgSource(bytes) ?? '')));
}

function bytesIn(read: FileRead): readonly Uint8Array[] {
  return 'bytes' in read ? [read.bytes] : [];
}
