// Hears of files that are saved, in whatever way editors do that: in place, by renaming another file, by
// taking one away first.
import { basename, resolve, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import type { Changes } from './rebuild-loop.js';

export interface Watched {
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
export async function openChanges({
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
