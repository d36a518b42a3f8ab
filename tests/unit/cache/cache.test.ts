// The cache on disk: what it gives back is what was put in, or nothing.
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder, openDiskCache } from '../../../src/cache/disk-cache.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foldmark-cache-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('the cache', () => {
  it('gives back what was put in, also to a build that comes later', () => {
    openDiskCache(folder).write('a1', bytes('pages'));
    expect(Buffer.from(openDiskCache(folder).read('a1') ?? []).toString()).toBe('pages');
  });

  it('counts what it found and what was made', () => {
    const cache = openDiskCache(folder);
    cache.write('a1', bytes('pages'));
    cache.read('a1');
    cache.read('b2');
    expect(Object.values(cache.counts)).toEqual([{ found: 1, made: 1 }]);
  });

  it.each([
    [
      'cut short',
      (path: string) => {
        truncateSync(path, 33);
      },
    ],
    [
      'emptied',
      (path: string) => {
        truncateSync(path, 0);
      },
    ],
    [
      'changed in one byte',
      (path: string) => {
        writeFileSync(path, readFileSync(path).fill(7, 36));
      },
    ],
    [
      "another program's",
      (path: string) => {
        writeFileSync(path, 'not ours');
      },
    ],
  ])('does not give what is %s', (_, damage) => {
    const cache = openDiskCache(folder);
    cache.write('a1', bytes('pages'));
    damage(join(folder, 'a1', 'a1'));
    expect(cache.read('a1')).toBeUndefined();
  });

  it('does not give what another zlib packed', () => {
    openDiskCache(folder).write('a1', bytes('pages'));
    const { versions } = process;
    vi.stubGlobal('process', { ...process, versions: { ...versions, zlib: '9.9' } });
    try {
      expect(openDiskCache(folder).read('a1')).toBeUndefined();
    } finally {
      vi.unstubAllGlobals();
    }
    expect(openDiskCache(folder).read('a1')).toBeDefined();
  });

  it('does not give what another version of Foldmark made, and gives what its own made', () => {
    openDiskCache(folder, { version: '1.0.0 a' }).write('a1', bytes('old pages'));
    const upgraded = openDiskCache(folder, { version: '1.0.0 b' });
    expect(upgraded.read('a1')).toBeUndefined();
    upgraded.write('a1', bytes('new pages'));
    expect(Buffer.from(openDiskCache(folder, { version: '1.0.0 b' }).read('a1') ?? []).toString()).toBe(
      'new pages',
    );
    expect(openDiskCache(folder, { version: '1.0.0 a' }).read('a1')).toBeUndefined();
  });

  it('does not give one entry under the name of another', () => {
    const cache = openDiskCache(folder);
    cache.write('a1', bytes('pages'));
    cache.write('a2', bytes('others'));
    copyFileSync(join(folder, 'a1', 'a1'), join(folder, 'a2', 'a2'));
    expect(cache.read('a2')).toBeUndefined();
  });

  it('takes what was not used for longest away first', () => {
    const cache = openDiskCache(folder, { mostBytes: 80 });
    for (const key of ['a1', 'b2', 'c3']) cache.write(key, bytes('pages'));
    [
      ['a1', 3],
      ['b2', 1],
      ['c3', 2],
    ].forEach(([key, second]) => {
      utimesSync(join(folder, String(key), String(key)), Number(second), Number(second));
    });
    cache.trim();
    expect(['a1', 'b2', 'c3'].filter((key) => cache.read(key) !== undefined)).toEqual(['a1', 'c3']);
  });

  it('costs nothing but time where it cannot be written', () => {
    const blocked = join(folder, 'file');
    writeFileSync(blocked, '');
    const cache = openDiskCache(blocked);
    cache.write('a1', bytes('pages'));
    cache.trim();
    expect(cache.read('a1')).toBeUndefined();
  });

  it('leaves no drafts behind', () => {
    openDiskCache(folder).write('a1', bytes('pages'));
    expect(readdirSync(join(folder, 'a1'))).toEqual(['a1']);
  });
});

describe("the cache's folder", () => {
  it("is the user's where there are no packages", () => {
    expect(cacheFolder(folder, { XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'foldmark'));
  });
});
