// The story, whole: read, assemble, compose, press, check, publish; a line each. Every room's findings are
// gathered, and nothing is written while one of them is an error.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { assembleBook } from '../book/assemble.js';
import { readCast, readConfig, readProfiles } from '../config/index.js';
import { readManuscript } from '../manuscript/read.js';
import type { Book } from '../model/book.js';
import type { BookConfig } from '../model/config.js';
import { outcome } from '../model/diagnostic.js';
import { widestMargins } from '../model/profile.js';
import type { World } from '../model/world.js';
import type { Cache } from './cache.js';
import { checkArtifacts, checkCompositions } from './check.js';
import { composeEditions, type Compositions } from './compose.js';
import { openWorld } from './files.js';
import { handedIcc } from './handed-icc.js';
import { pressEditions, type PressOrder } from './press.js';
import { openPressroom, type Pressroom } from './pressroom.js';
import { SILENT } from './progress.js';
import { assertProof } from './proof/publish.js';
import { makeProof } from './proof/proof.js';
import { assertWritable } from './reach.js';
import { UsageError, type BuildOrder } from './order.js';
import { outFolder, startRun, type Built, type Made, type Run } from './run.js';
import { orAborted } from './stop.js';

/**
 * Builds a book. Mistakes of the author's end in a report with `outcome: 'failed'` and leave the output folder
 * as it was; a missing browser throws MissingTool, a bug throws.
 */
export async function build({ browser, sandbox, patienceMs, ...order }: BuildOrder): Promise<Built> {
  const room = openPressroom({ browser, sandbox, patienceMs, builds: 'one' });
  try {
    return await buildIn({ room }, order);
  } finally {
    await room.close();
  }
}

/** What stands before a build and after it; whoever opened it closes it. */
export interface Standing {
  readonly room: Pressroom;
  /** The files, where they are remembered. */
  readonly world?: World;
  /** In place of the order's cache folder. */
  readonly cache?: Cache;
}

/** Builds a book with what others may use before and after. */
export async function buildIn(standing: Standing, order: BookOrder): Promise<Built> {
  const run = startRun(order, standing.cache);
  assertWritable(outFolder(order));
  if (order.proof !== undefined) assertProof(order.proof);
  const made = await makeBook(order, { ...standing, run });
  if (made.artifacts.length > 0) await run.pause();
  const proof = order.proof === undefined ? undefined : await run.clock.timeAsync('proof', () => orAborted(run.signal, makeProof({ ...made, findings: run.told() })));
  return run.end(made, proof);
}

/** The files, and what they were made from; with an error, as far as the book came. */
async function makeBook(order: BookOrder, { run, room, ...standing }: Standing & { readonly run: Run }): Promise<Made> {
  const { take, clock } = run;
  const world = { ...(standing.world ?? openBook(order.folder)), ...(run.cache === undefined ? {} : { remembered: run.cache }) };

  const read = take(clock.time('read', () => readConfig(world, { folder: basename(resolve(order.folder)), only: order.only, profiles: order.profiles, icc: handedIcc(order.icc) })));
  if (!read) return NOTHING;
  if (needsBrowser(read) && !run.stopped()) room.warmUp();
  const config = withPrinters(read, { world, run });
  const { title, direction } = config.metadata;
  const book = await readBook({ world, config, run });
  const compositions = take(clock.time('compose', () => composeEditions({ book, config, world })));
  await run.pause();
  take(outcome(undefined, clock.time('check', () => checkCompositions(book, compositions))));
  if (run.stopped()) return { ...NOTHING, title, direction };

  const { artifacts, sources, printed, lines, print } = take(await clock.timeAsync('press', () => pressEditions(pressOrder(order, { compositions, config, run, room, world }))));
  take(outcome(undefined, await clock.timeAsync('check', () => orAborted(run.signal, checkArtifacts({ artifacts: [...artifacts, ...sources], book, compositions: { ...compositions, ...(print ? { print } : {}) }, printed, memory: run.cache, clock, signal: run.signal })))));
  return { outcome: run.stopped() ? 'failed' : 'built', title, direction, artifacts, sources, lines };
}

const NOTHING: Made = { outcome: 'failed', title: '', direction: 'ltr', artifacts: [], sources: [], lines: { paragraphs: [] } };

/** What is asked of one book: the browser is the room's. */
export type BookOrder = Omit<BuildOrder, 'browser' | 'sandbox' | 'patienceMs'>;

/** Which printers files are made for is known before a page is laid out: the master has room for all of them. */
function withPrinters(config: BookConfig, { world, run: { take, clock } }: { world: World; run: Run }): BookConfig {
  if (!config.editions.includes('print') && !config.editions.includes('cover')) return config;
  const printers = take(clock.time('read', () => readProfiles(world, config)));
  return { ...config, print: { ...config.print, printers, ...(config.print.marginsBy === undefined ? {} : { leastMargins: widestMargins(printers, 1) }) } };
}

async function readBook({ world, config, run: { take, clock, pause: rest } }: { world: World; config: BookConfig; run: Run }): Promise<Book> {
  const cast = take(clock.time('read', () => readCast(world, config)));
  await rest();
  const manuscript = take(clock.time('read', () => readManuscript({ world, config, cast })));
  await rest();
  const book = take(clock.time('assemble', () => assembleBook({ manuscript, config })));
  await rest();
  return book;
}

function pressOrder({ jobs, progress }: BookOrder, { compositions, config, run: { cache, signal }, room, world: { epoch } }: { compositions: Compositions; config: BookConfig; run: Run; room: Pressroom; world: World }): PressOrder {
  return { compositions, config, epoch, room, jobs: jobs ?? availableParallelism(), memory: cache, progress: progress ?? SILENT, signal };
}

/** All but an EPUB whose cover is a picture of the author's. */
function needsBrowser({ editions, metadata }: BookConfig): boolean {
  return editions.some((edition) => edition !== 'epub') || metadata.cover.image === undefined;
}

/** @throws UsageError where there is no such folder. */
export function openBook(folder: string): World {
  return openWorld({ folder: bookFolder(folder), epoch: sourceDateEpoch() });
}

function bookFolder(folder: string): string {
  const path = resolve(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new UsageError(`There is no folder ${folder}.`);
}

/** https://reproducible-builds.org/docs/source-date-epoch/ */
function sourceDateEpoch(): number | undefined {
  const value = process.env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return undefined;
  if (!/^\d{1,11}$/.test(value)) throw new UsageError(`SOURCE_DATE_EPOCH is a whole number of seconds since 1970; this is "${value}".`);
  return Number(value);
}
