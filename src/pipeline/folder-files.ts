// A folder as read-only Files: nothing outside of it can be read.
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { FileRead, Files } from '../model/world.js';

/** The largest file that is read whole: images of print quality are below this, mistakes are above. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Folders of a book that never hold manuscript. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist']);

/**
 * A folder as Files: nothing outside of its real path can be read, by `..`, an absolute path or a link.
 * `skipped`: folders not listed.
 */
export function filesOf(folder: string, skipped: ReadonlySet<string> = SKIPPED_FOLDERS): Files {
  const root = realpathSync(folder);
  return {
    read: (path) => readInside(root, path),
    list: (below) => listBelow(root, below, skipped),
  };
}

function readInside(root: string, path: string): FileRead {
  const wanted = resolve(root, path);
  if (path.includes('\0') || !isInside(root, wanted)) return { problem: 'outside' };
  const real = realPath(wanted);
  if (real === undefined) return { problem: 'missing' };
  if (!isInside(root, real)) return { problem: 'outside' };
  return readWhole(real);
}

function readWhole(real: string): FileRead {
  const stat = lstatSync(real);
  if (!stat.isFile()) return { problem: 'not-a-file' };
  if (stat.size > MOST_BYTES) return { problem: 'too-large' };
  return { bytes: readFileSync(real) };
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

/** ENOTDIR: a file stands where a folder was named. ELOOP: links that lead to each other lead nowhere. */
function isMissing(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG';
}

function listBelow(root: string, below: string, skipped: ReadonlySet<string>): readonly string[] {
  const start = resolve(root, below);
  if (!isInside(root, start) || realPath(start) === undefined) return [];
  return walk(start, skipped)
    .map((file) => relative(root, file).split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function walk(folder: string, skipped: ReadonlySet<string>): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path, skipped) : [path];
  });
}
