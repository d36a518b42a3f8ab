// The cache on disk: what was laid out and printed before, by the content it was made from. A file is its own proof: the digest
// of what it holds stands before it, so that whatever is damaged, foreign or half written counts as not there; and what another
// zlib packed, which may pack otherwise: the files of a build would not be those that it makes without a cache.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { startCount, type Counts } from './hit-counter.js';
import type { Memory } from './cache.js';

export interface Cache extends Memory {
  /** How many times something was found, and made anew. */
  readonly counts: Counts;
  /** Takes what was not used for longest away until the rest is within bounds. */
  trim(): void;
}

const MOST_BYTES = 512 * 1024 * 1024;

/** Opens a cache folder; it is made with the first file. Two builds may use one at once. A folder that cannot be written is read only. */
export function openCache(folder: string, { mostBytes = MOST_BYTES }: { mostBytes?: number } = {}): Cache {
  const count = startCount();
  const placeOf = (key: string): string => join(folder, key.slice(key.lastIndexOf('-') + 1).slice(0, 2), key);
  return {
    counts: count.counts,
    read: (key) => {
      const bytes = unsealed(placeOf(key));
      if (bytes !== undefined) count.found(key);
      return bytes;
    },
    write: (key, bytes) => {
      count.made(key);
      attempt(() => { writeSealed(placeOf(key), bytes); });
    },
    trim: () => { attempt(() => { trimFolder(folder, mostBytes); }); },
  };
}

/** Where a project keeps such things: beside its packages, or else in the user's own cache folder. */
export function cacheFolder(here: string, env: Readonly<Record<string, string | undefined>>): string {
  const packages = join(here, 'node_modules');
  if (existsSync(packages)) return join(packages, '.cache', 'foldmark');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'foldmark');
}

const DIGEST_BYTES = 32;

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(`zlib ${process.versions.zlib} `).update(bytes).digest();
}

function unsealed(path: string): Uint8Array | undefined {
  const file = attempt(() => readFileSync(path));
  if (file === undefined) return undefined;
  const bytes = file.subarray(DIGEST_BYTES);
  if (!digest(bytes).equals(file.subarray(0, DIGEST_BYTES))) return undefined;
  const now = new Date();
  attempt(() => { utimesSync(path, now, now); }); // as a sign that it is still of use
  return bytes;
}

/** Beside its place first, then renamed: whoever reads sees all of it or nothing. */
function writeSealed(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, Buffer.concat([digest(bytes), bytes]));
  renameSync(draft, path);
}

function trimFolder(folder: string, mostBytes: number): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = statSync(path);
    return { path, size, mtimeMs };
  });
  let bytes = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (bytes <= mostBytes) return;
    rmSync(path, { force: true });
    bytes -= size;
  }
}

/** A cache that cannot be read or written costs time and nothing else: undefined then. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
