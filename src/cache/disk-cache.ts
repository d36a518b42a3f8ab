// The cache on disk: results of earlier builds by the content that they were made from. Each file begins with
// a digest of the version of Foldmark's code, the version of zlib (another one may pack otherwise), its own
// key and its bytes. A file that is damaged, renamed, half written, or written by another version counts as
// missing.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { startCount, type Counts } from './hit-counter.js';
import { codeVersion } from '../shared/version.js';
import type { Cache } from './cache.js';

export interface CountedCache extends Cache {
  /** How many times something was found, and made anew. */
  readonly counts: Counts;
  /** Takes what was not used for longest away until the rest is within bounds. */
  trim(): void;
}

const MOST_BYTES = 512 * 1024 * 1024;

export interface DiskCacheOptions {
  /** The size in bytes that `trim` leaves. */
  readonly mostBytes?: number;
  /** The version of the code that makes what is cached; entries of other versions are not found. */
  readonly version?: string;
}

/**
 * Opens a cache folder; it is made with the first file. Two builds may use one at once. A folder that cannot
 * be written is read only.
 */
export function openDiskCache(
  folder: string,
  { mostBytes = MOST_BYTES, version = codeVersion() }: DiskCacheOptions = {},
): CountedCache {
  const count = startCount();
  const placeOf = (key: string): string => join(folder, key.slice(key.lastIndexOf('-') + 1).slice(0, 2), key);
  return {
    counts: count.counts,
    read: (key) => {
      const bytes = unsealed(placeOf(key), sealFor(key, version));
      if (bytes !== undefined) count.found(key);
      return bytes;
    },
    write: (key, bytes) => {
      count.made(key);
      attempt(() => {
        writeSealed(placeOf(key), bytes, sealFor(key, version));
      });
    },
    trim: () => {
      attempt(() => {
        trimFolder(folder, mostBytes);
      });
    },
  };
}

/** Where a project keeps such things: beside its packages, or else in the user's own cache folder. */
export function cacheFolder(here: string, env: Readonly<Record<string, string | undefined>>): string {
  const packages = join(here, 'node_modules');
  if (existsSync(packages)) return join(packages, '.cache', 'foldmark');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'foldmark');
}

const DIGEST_BYTES = 32;

type Seal = (bytes: Uint8Array) => Buffer;

function sealFor(key: string, version: string): Seal {
  const stated = JSON.stringify({ version, zlib: process.versions.zlib, key });
  return (bytes) => createHash('sha256').update(stated).update(bytes).digest();
}

function unsealed(path: string, seal: Seal): Uint8Array | undefined {
  const file = attempt(() => readFileSync(path));
  if (file === undefined) return undefined;
  const bytes = file.subarray(DIGEST_BYTES);
  if (!seal(bytes).equals(file.subarray(0, DIGEST_BYTES))) return undefined;
  const now = new Date();
  attempt(() => {
    utimesSync(path, now, now);
  }); // as a sign that it is still of use
  return bytes;
}

/** Beside its place first, then renamed: whoever reads sees all of it or nothing. */
function writeSealed(path: string, bytes: Uint8Array, seal: Seal): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, Buffer.concat([seal(bytes), bytes]));
  renameSync(draft, path);
}

function trimFolder(folder: string, mostBytes: number): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
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
