// The story of a build: read the book, compose its editions, make their files, check the files. The findings
// of every step are gathered, and nothing is published while one of them is an error.
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
import { whileChecking } from './composition-checks.js';
import type { BookOrder } from './build-order.js';
import { makeEditions } from './make-editions.js';
import type { BrowserSession } from './browser-session.js';
import { NO_PROGRESS } from './build-progress.js';
import { NO_FILES, type Made, type Run } from './build-run.js';
import { suppressionFindings, suppressedBlocks, suppressionMarks } from './suppressions.js';
import { untilAborted } from './cancellation.js';

export interface BookInput {
  readonly config: BookConfig;
  readonly run: Run;
  readonly session: BrowserSession;
  readonly world: World;
}

/** The files, and what they were made from; with an error, as far as the book came. */
export async function makeBook(order: BookOrder, input: BookInput): Promise<Made> {
  const { run, session, world } = input;
  const { title, direction } = input.config.metadata;
  const { book, config } = await readBook(input);
  const marked = suppressionMarks(book);
  run.suppress(marked);

  const compositions = run.take(run.clock.time('compose', () => composeEditions({ book, config, world })));
  await run.pause();

  const made = await whileChecking(run, compositionChecks(book, compositions), ({ check, signal }) =>
    run.clock.timeAsync('press', () =>
      makeEditions({
        compositions,
        config,
        session,
        signal,
        epoch: world.epoch,
        jobs: order.jobs ?? availableParallelism(),
        memory: run.cache,
        progress: order.progress ?? NO_PROGRESS,
        meanwhile: check,
        stet: suppressedBlocks(marked),
      }),
    ),
  );
  if (made === undefined) {
    run.take(outcome(undefined, suppressionFindings(run.found(), { marked, looked: 'at the text' })));
    return { ...NO_FILES, title, direction };
  }

  const { artifacts, sources, printed, lines, print } = run.take(made);
  const files = {
    artifacts: [...artifacts, ...sources],
    book,
    compositions: { ...compositions, ...(print ? { print } : {}) },
    printed,
    memory: run.cache,
    clock: run.clock,
    signal: run.signal,
  };
  const checked = run.clock.timeAsync('check', () => untilAborted(run.signal, checkArtifacts(files)));
  run.take(outcome(undefined, await checked));
  const looked = print ? 'at all' : 'at the text';
  run.take(outcome(undefined, suppressionFindings(run.found(), { marked, looked })));
  return { outcome: run.stopped() ? 'failed' : 'built', title, direction, artifacts, sources, lines };
}

async function readBook({
  world,
  config: written,
  run: { take, clock, pause },
}: BookInput): Promise<{ readonly book: Book; readonly config: BookConfig }> {
  const cast = take(clock.time('read', () => readCast(world, written)));
  await pause();
  const manuscript = take(clock.time('read', () => readManuscript({ world, config: written, cast })));
  const config = settledConfig(manuscript, written);
  await pause();
  const book = take(clock.time('assemble', () => assembleBook({ manuscript, config })));
  await pause();
  return { book, config };
}
