// `build --watch`: one session, many builds. The browser and its tabs stay open, files and all that was made
// of them stay at hand; every build ends in the same bytes and the same findings as one that begins with
// nothing.
import { join, resolve, basename, sep } from 'node:path';
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
import { keepBuilding, type Changes } from './rebuild-loop.js';
import { watch as watchFiles } from 'chokidar';

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
  const session = openBrowserSession({ browser, sandbox, patienceMs, tabs: 'kept' });
  const changes = await openChanges({
    folders: [folder, join(HOME, 'styles'), join(HOME, 'templates')],
    except: [order.out ?? 'dist', order.cache, order.proof].flatMap((one) =>
      one === undefined ? [] : [one],
    ),
    changed: files.changed,
  });
  const build = builder(order, {
    ...files,
    standing: { session, world: files.world, cache: openMemoryCache(far) },
  });
  try {
    return await keepBuilding({ changes, build, signal });
  } finally {
    await Promise.all([changes.close(), session.close()]);
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
    standing: { session },
    attempt,
  }: { signal: AbortSignal; standing: SessionState; attempt: (signal: AbortSignal) => Promise<void> },
): Promise<void> {
  if (signal.aborted) throw reason;
  await session.close();
  if (!(reason instanceof BrowserLost)) throw reason;
  await attempt(signal);
}

// Hears of files that are saved, in whatever way editors do that: in place, by renaming another file, by
// taking one away first.

interface Watched {
  readonly folders: readonly string[];
  /** Folders below them that the build itself writes to. */
  readonly except: readonly string[];
  /** Whether what was heard makes a difference. */
  readonly changed: () => boolean;
}

/** An editor writes, renames and touches in one breath. */
const BREATH_MS = 15;

/**
 * Listens to folders, with all that is in them now or later, until it is closed. Effects: watches the file
 * system.
 */
async function openChanges({
  folders,
  except,
  changed,
}: Watched): Promise<Changes & { close(): Promise<void> }> {
  const listeners = new Set<() => void>();
  const ours = except.map((folder) => resolve(folder));
  const watcher = watchFiles([...folders], {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (path) => isLeftOut(path, { folders, ours }),
  });
  let breath: NodeJS.Timeout | undefined;
  const hear = (): void => {
    clearTimeout(breath);
    breath = setTimeout(() => {
      listeners.forEach((listen) => {
        listen();
      });
    }, BREATH_MS);
  };
  watcher.on('all', hear);
  watcher.on('raw', hear); // of two changes within 50 ms, the other events tell the first
  // a folder that went away while it was looked at: its absence is a change of its own
  watcher.on('error', () => undefined);
  await new Promise<void>((resolved) => {
    watcher.once('ready', resolved);
  });
  return {
    changed,
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    close: async () => {
      clearTimeout(breath);
      await watcher.close();
    },
  };
}

/** What is never read as a book, and what the build writes. */
function isLeftOut(
  path: string,
  { folders, ours }: { folders: readonly string[]; ours: readonly string[] },
): boolean {
  if (folders.includes(path)) return false;
  const name = basename(path);
  return (
    name.startsWith('.') ||
    name === 'node_modules' ||
    ours.some((folder) => path === folder || path.startsWith(folder + sep))
  );
}
