// `build --watch`: one session, many builds. The browser and its tabs stay open, files and all that was made
// of them stay at hand; every build ends in the same bytes and the same findings as one that begins with
// nothing.
import { join, resolve } from 'node:path';
import { BrowserLost } from '../../browser/browser-lost.js';
import { MissingTool } from '../../browser/missing-tool.js';
import { buildIn, openBook, type SessionState } from '../build.js';
import { openDiskCache } from '../../cache/disk-cache.js';
import { HOME } from '../../shared/foldmark-folder.js';
import { openMemoryCache } from '../../cache/memory-cache.js';
import { UsageError, type BuildOrder } from '../build-order.js';
import { openBrowserSession } from '../browser-session.js';
import { openFileMemory } from '../file-memory.js';
import type { Built } from '../build-run.js';
import { openChanges } from './file-changes.js';
import { keepBuilding } from './rebuild-loop.js';

export interface WatchOrder extends BuildOrder {
  /** Aborting it ends the session. */
  readonly signal: AbortSignal;
  /** Told of every build that came to its end, also of one that found errors. */
  readonly built: (built: Built) => void;
  /** Told why a build could not be done at all. */
  readonly failed: (reason: unknown) => void;
}

/**
 * Builds a book whenever one of its files changes. What ends a build ends no session, but a folder or a
 * browser that was never there.
 *
 * @returns never; rejects with the signal's reason when it is aborted.
 * @throws UsageError, MissingTool when the first build cannot begin.
 */
export async function watch({ browser, sandbox, patienceMs, signal, ...order }: WatchOrder): Promise<never> {
  const folder = resolve(order.folder);
  const files = openFileMemory(openBook(folder), { book: folder, home: HOME });
  const far = order.cache === undefined ? undefined : openDiskCache(order.cache);
  const room = openBrowserSession({ browser, sandbox, patienceMs, tabs: 'kept' });
  const changes = await openChanges({
    folders: [folder, join(HOME, 'styles'), join(HOME, 'templates')],
    except: [order.out ?? 'dist', order.cache, order.proof].flatMap((one) =>
      one === undefined ? [] : [one],
    ),
    changed: files.changed,
  });
  const build = builder(order, {
    ...files,
    standing: { room, world: files.world, cache: openMemoryCache(far) },
  });
  try {
    return await keepBuilding({ changes, build, signal });
  } finally {
    await Promise.all([changes.close(), room.close()]);
    far?.trim();
  }
}

function builder(
  { built, failed, ...order }: Omit<WatchOrder, 'signal'>,
  { begin, standing }: { begin: () => void; standing: SessionState },
): (signal: AbortSignal) => Promise<void> {
  let first = true;
  const attempt = async (signal: AbortSignal): Promise<void> => {
    begin();
    built(await buildIn(standing, { ...order, signal }));
  };
  return async (signal) => {
    try {
      await attempt(signal).catch((reason: unknown) => retried(reason, { signal, standing, attempt }));
    } catch (reason) {
      if (signal.aborted) throw signal.reason as Error;
      if (first && (reason instanceof UsageError || reason instanceof MissingTool)) throw reason;
      failed(reason);
    }
    first = false;
  };
}

/**
 * Whatever was thrown, the browser is not trusted any more. Where it was lost, the same build is tried once
 * more in another.
 */
async function retried(
  reason: unknown,
  {
    signal,
    standing: { room },
    attempt,
  }: { signal: AbortSignal; standing: SessionState; attempt: (signal: AbortSignal) => Promise<void> },
): Promise<void> {
  if (signal.aborted) throw reason;
  await room.close();
  if (!(reason instanceof BrowserLost)) throw reason;
  await attempt(signal);
}
