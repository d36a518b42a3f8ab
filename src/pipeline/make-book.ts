// The story, whole: read, assemble, compose, press, check; a line each. Every room's findings are gathered,
// and nothing is finished while one of them is an error. What was composed is checked while tabs lay it out,
// and an error found then ends that.
import { availableParallelism } from 'node:os';
import { assembleBook } from '../book/assemble-book.js';
import { readCast } from '../config/index.js';
import { readManuscript } from '../manuscript/read-manuscript.js';
import { settledConfig } from '../manuscript/text-defaults.js';
import type { Book } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { outcome } from '../model/finding.js';
import type { World } from '../model/world.js';
import { checkArtifacts, compositionChecks } from './check-files.js';
import { composeEditions } from './compose-editions.js';
import type { BookOrder } from './build-order.js';
import { makeEditions, type EditionsOrder } from './make-editions.js';
import type { BrowserSession } from './browser-session.js';
import { NO_PROGRESS } from './build-progress.js';
import { NO_FILES, type Made, type Run } from './build-run.js';
import { suppressionFindings, suppressedBlocks, suppressionMarks } from './suppressions.js';
import { untilAborted } from './cancellation.js';

export interface BookInput {
  readonly config: BookConfig;
  readonly run: Run;
  readonly room: BrowserSession;
  readonly world: World;
}

/** The files, and what they were made from; with an error, as far as the book came. */
export async function makeBook(
  order: BookOrder,
  { config: written, run, room, world }: BookInput,
): Promise<Made> {
  const { take, clock } = run;
  const { title, direction } = written.metadata;
  const { book, config } = await readBook({ world, config: written, run });
  const marked = suppressionMarks(book);
  run.letStand(marked);
  const compositions = take(clock.time('compose', () => composeEditions({ book, config, world })));
  await run.pause();
  const { check, refused } = startCompositionChecks(run, compositionChecks(book, compositions));
  if (run.stopped()) await check();
  const pressed = isRefused(refused)
    ? undefined
    : await unlessRefused(
        refused,
        clock.timeAsync('press', () =>
          makeEditions(
            pressOrder(order, {
              compositions,
              config,
              run,
              room,
              world,
              check,
              refused,
              stet: suppressedBlocks(marked),
            }),
          ),
        ),
      );
  if (pressed === undefined) {
    take(outcome(undefined, suppressionFindings(run.found(), { marked, looked: 'at the text' })));
    return { ...NO_FILES, title, direction };
  }

  const { artifacts, sources, printed, lines, print } = take(pressed);
  take(
    outcome(
      undefined,
      await clock.timeAsync('check', () =>
        untilAborted(
          run.signal,
          checkArtifacts({
            artifacts: [...artifacts, ...sources],
            book,
            compositions: { ...compositions, ...(print ? { print } : {}) },
            printed,
            memory: run.cache,
            clock,
            signal: run.signal,
          }),
        ),
      ),
    ),
  );
  take(
    outcome(
      undefined,
      suppressionFindings(run.found(), { marked, looked: print ? 'at all' : 'at the text' }),
    ),
  );
  return { outcome: run.stopped() ? 'failed' : 'built', title, direction, artifacts, sources, lines };
}

async function readBook({
  world,
  config: written,
  run: { take, clock, pause },
}: Pick<BookInput, 'world' | 'config' | 'run'>): Promise<{
  readonly book: Book;
  readonly config: BookConfig;
}> {
  const cast = take(clock.time('read', () => readCast(world, written)));
  await pause();
  const manuscript = take(clock.time('read', () => readManuscript({ world, config: written, cast })));
  const config = settledConfig(manuscript, written);
  await pause();
  const book = take(clock.time('assemble', () => assembleBook({ manuscript, config })));
  await pause();
  return { book, config };
}

function pressOrder(
  { jobs, progress }: BookOrder,
  {
    compositions,
    config,
    run: { cache },
    room,
    world: { epoch },
    check,
    refused,
    stet,
  }: BookInput & CompositionChecks & Pick<EditionsOrder, 'compositions' | 'stet'>,
): EditionsOrder {
  return {
    compositions,
    config,
    epoch,
    room,
    jobs: jobs ?? availableParallelism(),
    memory: cache,
    progress: progress ?? NO_PROGRESS,
    signal: refused,
    meanwhile: check,
    stet,
  };
}

// What was composed is checked while tabs lay it out; what the checks refuse is pressed no further.

interface CompositionChecks {
  /** Checks once, however often it is asked. */
  check(): Promise<void>;
  /** Aborted when nothing is to be made of what was composed, and with the run. */
  readonly refused: AbortSignal;
}

/** What the signal of a press says when the checks aborted it. */
const REFUSED = new Error('What was composed is not to be pressed.');

function startCompositionChecks(run: Run, checks: ReturnType<typeof compositionChecks>): CompositionChecks {
  // not AbortSignal.any: whoever listens to that stays in memory until it is aborted
  const refusing = new AbortController();
  run.signal.addEventListener(
    'abort',
    () => {
      refusing.abort(run.signal.reason);
    },
    { once: true },
  );
  const all = async (): Promise<void> => {
    for (const one of checks) {
      run.take(outcome(undefined, run.clock.time('check', one)));
      await run.pause();
    }
    if (run.stopped()) refusing.abort(REFUSED);
  };
  let asked: Promise<void> | undefined;
  return { check: () => (asked ??= all()), refused: refusing.signal };
}

/** Whether it was the checks that aborted it, and not the run. */
function isRefused(refused: AbortSignal): boolean {
  return refused.reason === REFUSED;
}

/** What came of the work; undefined when the checks ended it. */
async function unlessRefused<T>(refused: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (cause) {
    if (isRefused(refused)) return undefined;
    throw cause;
  }
}
