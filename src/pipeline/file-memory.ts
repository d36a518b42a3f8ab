// A World for builds that follow one another: a file that did not change is the same array of bytes as
// before, so that whatever was found out about it still holds; and it knows whether anything that was read
// has changed since.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileRead, Files, World } from '../model/world.js';

export interface FileMemory {
  readonly world: World;
  /** To be called before a build: what it reads is what counts from now on. */
  begin(): void;
  /** Whether a build would read anything that the last one did not. */
  changed(): boolean;
}

/** @param folders where the book and Foldmark's own files lie. */
export function openFileMemory(
  world: World,
  folders: { readonly book: string; readonly home: string },
): FileMemory {
  const book = rememberingFiles(world.book, folders.book);
  const home = rememberingFiles(world.home, folders.home);
  const fonts = new Map<string, FileRead>();
  const shelves = new Map<string, { readonly files: readonly string[] | undefined }>();
  return {
    world: {
      ...world,
      book: book.files,
      home: home.files,
      fontFiles: (packageName) =>
        kept(shelves, packageName, () => ({ files: world.fontFiles(packageName) })).files,
      font: (packageName, file) => kept(fonts, `${packageName} ${file}`, () => world.font(packageName, file)),
    },
    begin: () => {
      [book, home].forEach(({ begin }) => {
        begin();
      });
    },
    changed: () => [book, home].some(({ changed }) => changed()),
  };
}

interface RememberingFiles {
  readonly files: Files;
  begin(): void;
  changed(): boolean;
}

function rememberingFiles(files: Files, folder: string): RememberingFiles {
  const known = new Map<string, { readonly state: string; readonly read: FileRead }>();
  const seen = new Map<string, string>();
  const lists = new Map<string, string>();
  const stateOf = (path: string): string => stateAt(resolve(folder, path));
  return {
    files: {
      read: (path) => {
        const state = stateOf(path);
        seen.set(path, state);
        const before = known.get(path);
        if (before?.state === state) return before.read;
        const read = files.read(path);
        known.set(path, { state, read });
        return read;
      },
      list: (below) => {
        const names = files.list(below);
        lists.set(below, names.join('\n'));
        return names;
      },
    },
    begin: () => {
      [seen, lists].forEach((one) => {
        one.clear();
      });
    },
    changed: () =>
      [...seen].some(([path, state]) => stateOf(path) !== state) ||
      [...lists].some(([below, names]) => files.list(below).join('\n') !== names),
  };
}

/**
 * As version control does it: whichever file stands there, with its size and the nanosecond of its last
 * change.
 */
function stateAt(path: string): string {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (cause) {
    return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
  }
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
