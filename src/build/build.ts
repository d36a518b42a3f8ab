// The story, whole: read, assemble, compose, press, check, publish; a line each. Every room's findings are
// gathered, and nothing is written while one of them is an error.
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { assembleBook } from '../book/assemble.js';
import { readCast, readConfig, readProfiles } from '../config/index.js';
import { readManuscript } from '../manuscript/read.js';
import type { Artifact } from '../model/artifact.js';
import type { Book } from '../model/book.js';
import type { BookConfig, EditionName } from '../model/config.js';
import { outcome, type Diagnostic, type Outcome } from '../model/diagnostic.js';
import type { World } from '../model/world.js';
import type { SandboxWish } from '../press/browser/open.js';
import { openCache, type Cache } from './cache.js';
import { checkArtifacts, checkCompositions } from './check.js';
import { startClock, type Clock } from './clock.js';
import { composeEditions, type Compositions } from './compose.js';
import { openWorld } from './files.js';
import { handedIcc } from './handed-icc.js';
import { pressEditions, type PressOrder } from './press.js';
import { SILENT, type Progress } from './progress.js';
import { publish } from './publish.js';
import { assertWritable } from './reach.js';
import { inReadingOrder } from './report/order.js';
import { reportArtifact, reportDiagnostic, type Report } from './report/report.js';
import { orAborted, pause } from './stop.js';
import { VERSION } from './version.js';

/** What a build is asked to do. */
export interface BuildOrder {
  /** The folder that holds book.yml. */
  readonly folder: string;
  /** Where the files go; made when missing. Default `dist`. */
  readonly out?: string | undefined;
  /** The editions to make; default all. */
  readonly only?: readonly EditionName[] | undefined;
  /** The printers to make files for; default: what book.yml says. */
  readonly profiles?: readonly string[] | undefined;
  /** An ICC profile of four inks, in place of the printers' and book.yml's. */
  readonly icc?: string | undefined;
  /** The browser to use; default: FOLDMARK_BROWSER, an installed one, the bundled one. */
  readonly browser?: string | undefined;
  /** `require`: no build rather than a browser without its sandbox. Default `auto`. */
  readonly sandbox?: SandboxWish | undefined;
  /** How long layout may stand still before it counts as endless, in milliseconds; default 30 s. */
  readonly patienceMs?: number | undefined;
  /** How many tabs lay out pages side by side; it changes nothing but the time. Default: as many as there are processors. */
  readonly jobs?: number | undefined;
  /** The folder that keeps what was laid out and printed; default: nothing is kept. */
  readonly cache?: string | undefined;
  /** `strict`: warnings fail the build as errors do. */
  readonly strictness?: 'strict' | 'lenient' | undefined;
  readonly progress?: Progress | undefined;
  /** Aborting it ends the build with the signal's reason; nothing is written. */
  readonly signal?: AbortSignal | undefined;
}

export interface Built {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds a book. Mistakes of the author's end in a report with `outcome: 'failed'` and leave the output folder
 * as it was; a missing browser throws MissingTool, a bug throws.
 */
export async function build(order: BuildOrder): Promise<Built> {
  const run = startRun(order);
  const { take, clock } = run;
  assertWritable(outFolder(order));
  const world = { ...openWorld({ folder: bookFolder(order.folder), epoch: sourceDateEpoch() }), ...(run.cache === undefined ? {} : { remembered: run.cache }) };

  const read = take(clock.time('read', () => readConfig(world, { folder: basename(resolve(order.folder)), only: order.only, profiles: order.profiles, icc: handedIcc(order.icc) })));
  if (!read) return run.failed('');
  const config = withPrinters(read, { world, run });
  const book = await readBook({ world, config, run });
  const compositions = take(clock.time('compose', () => composeEditions({ book, config, world })));
  await run.pause();
  take(outcome(undefined, clock.time('check', () => checkCompositions(book, compositions))));
  if (run.stopped()) return run.failed(config.metadata.title);

  const { artifacts, sources, printed } = take(await clock.timeAsync('press', () => pressEditions(pressOrder(order, { compositions, config, run, world }))));
  take(outcome(undefined, await clock.timeAsync('check', () => orAborted(run.signal, checkArtifacts({ artifacts: [...artifacts, ...sources], book, compositions, printed, signal: run.signal })))));
  if (run.stopped()) return run.failed(config.metadata.title);

  await run.pause();
  return run.built(config.metadata.title, artifacts);
}

/** Which printers files are made for is known before a page is laid out: the master has room for all of them. */
function withPrinters(config: BookConfig, { world, run: { take, clock } }: { world: World; run: Run }): BookConfig {
  if (!config.editions.includes('print') && !config.editions.includes('cover')) return config;
  return { ...config, print: { ...config.print, printers: take(clock.time('read', () => readProfiles(world, config))) } };
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

function pressOrder({ browser, sandbox, patienceMs, jobs, progress }: BuildOrder, { compositions, config, run: { cache, signal }, world: { epoch } }: { compositions: Compositions; config: BookConfig; run: Run; world: World }): PressOrder {
  return { compositions, config, epoch, browser, opening: { sandbox, patienceMs }, jobs: jobs ?? availableParallelism(), memory: cache, progress: progress ?? SILENT, signal };
}

interface Run {
  readonly clock: Clock;
  readonly cache: Cache | undefined;
  /** Aborted when the build is to stop. */
  readonly signal: AbortSignal;
  /** Between steps that compute without a pause: lets a signal come in, and ends the build when there was one. */
  pause(): Promise<void>;
  /** Keeps an outcome's diagnostics and passes its value on. */
  take<T>(outcome: Outcome<T>): T;
  /** Whether what was found so far forbids going on. */
  stopped(): boolean;
  failed(title: string): Built;
  built(title: string, artifacts: readonly Artifact[]): Built;
}

function startRun(order: BuildOrder): Run {
  const clock = startClock();
  const signal = order.signal ?? new AbortController().signal;
  const since = performance.now();
  const cache = order.cache === undefined ? undefined : openCache(order.cache);
  const found: Diagnostic[] = [];
  const fatal = order.strictness === 'strict' ? ['error', 'warning'] : ['error'];
  const end = (outcome: Report['outcome'], title: string, artifacts: readonly Artifact[]): Built => {
    const diagnostics = inReadingOrder(found);
    const milliseconds = { ...clock.spent, total: Math.round(performance.now() - since) };
    const report = { foldmark: VERSION, outcome, title, artifacts: artifacts.map(reportArtifact), diagnostics: diagnostics.map(reportDiagnostic), milliseconds, ...(cache === undefined ? {} : { cache: { ...cache.count } }) };
    cache?.trim();
    return { report, diagnostics };
  };
  return {
    clock,
    cache,
    signal,
    pause: () => pause(signal),
    take: (outcome) => {
      found.push(...outcome.diagnostics);
      return outcome.value;
    },
    stopped: () => found.some((one) => fatal.includes(one.severity)),
    failed: (title) => end('failed', title, []),
    built: (title, artifacts) => {
      const ended = end('built', title, artifacts);
      publish({ folder: outFolder(order), files: [...artifacts, reportFile(ended.report)] });
      return ended;
    },
  };
}

function reportFile(report: Report): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: 'report.json', bytes: new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`) };
}

function outFolder({ out = 'dist' }: BuildOrder): string {
  return resolve(out);
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

/** The tool was asked for something that cannot be; the command line exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
