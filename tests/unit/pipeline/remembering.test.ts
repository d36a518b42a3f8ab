// A World that remembers: the same bytes for a file that is the same, and whether anything that was read is
// not.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWorld } from '../../../src/pipeline/world-files.js';
import { openMemoryCache } from '../../../src/cache/memory-cache.js';
import { openFileMemory, type FileMemory } from '../../../src/pipeline/file-memory.js';

let folder: string;
let files: FileMemory;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foldmark-test-'));
  writeFileSync(join(folder, 'a.md'), 'one');
  files = openFileMemory(openWorld({ folder }), { book: folder, home: folder });
  files.begin();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('files that are remembered', () => {
  test('are the same array of bytes until they change, and then what stands there', () => {
    const first = files.world.book.read('a.md');
    expect(files.world.book.read('a.md')).toBe(first);
    writeFileSync(join(folder, 'a.md'), 'two');
    expect(files.changed()).toBe(true);
    expect(files.world.book.read('a.md')).toEqual({ bytes: readFileSync(join(folder, 'a.md')) });
    files.begin();
    expect(files.changed()).toBe(false);
  });

  test(
    'have changed when another was renamed onto them, when they are gone, and when one that was missed ' +
      'is there',
    () => {
      files.world.book.read('a.md');
      files.world.book.read('styles/custom.css');
      expect(files.changed()).toBe(false);
      writeFileSync(join(folder, 'b.md'), 'two');
      expect(files.changed()).toBe(false);
      renameSync(join(folder, 'b.md'), join(folder, 'a.md'));
      expect(files.changed()).toBe(true);
      files.begin();
      files.world.book.read('a.md');
      files.world.book.read('styles/custom.css');
      mkdirSync(join(folder, 'styles'));
      expect(files.changed()).toBe(false);
      writeFileSync(join(folder, 'styles/custom.css'), 'p {}');
      expect(files.changed()).toBe(true);
      files.begin();
      files.world.book.read('a.md');
      rmSync(join(folder, 'a.md'));
      expect(files.changed()).toBe(true);
      expect(files.world.book.read('a.md')).toEqual({ problem: 'missing' });
    },
  );

  test('have changed when a folder that was listed holds another, and not for what no build lists', () => {
    files.world.book.list('');
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/a.pdf'), '');
    writeFileSync(join(folder, '.a.md.swp'), '');
    expect(files.changed()).toBe(false);
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more/new.md'), '');
    expect(files.changed()).toBe(true);
  });
});

describe('a cache at hand', () => {
  test('forgets what two builds in a row did not ask for, and asks the one on the disk before that', () => {
    const far = new Map([['c', Uint8Array.of(3)]]);
    const cache = openMemoryCache({
      counts: {},
      read: (key) => far.get(key),
      write: (key, bytes) => {
        far.set(key, bytes);
      },
      trim: () => undefined,
    });
    cache.write('a', Uint8Array.of(1));
    cache.write('b', Uint8Array.of(2));
    expect([...far.keys()]).toEqual(['c', 'a', 'b']);
    far.clear();
    cache.trim();
    expect(cache.read('a')).toEqual(Uint8Array.of(1));
    cache.trim();
    expect([cache.read('a'), cache.read('b'), cache.read('c')]).toEqual([
      Uint8Array.of(1),
      undefined,
      undefined,
    ]);
    expect(cache.counts).toEqual({ other: { found: 2, made: 2 } });
  });

  test('makes once of an object what a function makes of it', () => {
    const { derive } = openMemoryCache(undefined);
    const [bytes, other] = [Uint8Array.of(1), Uint8Array.of(1)];
    const copied = (source: Uint8Array): { of: Uint8Array } => ({ of: source });
    expect(derive?.(bytes, copied)).toBe(derive?.(bytes, copied));
    expect(derive?.(other, copied).of).toBe(other);
    expect(derive?.(bytes, (source) => source.length)).toBe(1);
  });
});
