// Worlds in memory for tests: files by path, fonts by package and file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files, World } from '../../../src/model/world.js';
import { readPhotograph } from '../../../src/images/jpeg/validate-jpeg.js';

type Contents = Readonly<Record<string, string | Uint8Array>>;

/**
 * The plain home of the fixtures with a book's files beside it; `home` adds or replaces files of Foldmark's
 * own.
 */
export function worldOf(book: Contents, home: Contents = {}): World {
  return {
    book: files(book),
    home: files({ ...PLAIN, ...home }),
    font: (_, file) => files(FONTS).read(file),
    fontFiles: () => Object.keys(FONTS),
    plainFont: () => undefined,
    photograph: readPhotograph,
  };
}

function files(contents: Contents): Files {
  return {
    read: (path) => {
      const held = Object.hasOwn(contents, path) ? contents[path] : undefined;
      if (held === undefined) return { problem: path.startsWith('../') ? 'outside' : 'missing' };
      return { bytes: typeof held === 'string' ? new TextEncoder().encode(held) : held };
    },
    list: (folder) =>
      Object.keys(contents)
        .filter((path) => folder === '' || path.startsWith(`${folder}/`))
        .sort(),
  };
}

const HOME = join(import.meta.dirname, 'fixtures/home');
const PLAIN: Contents = Object.fromEntries(
  readdirSync(HOME, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(HOME.length + 1), readFileSync(path, 'utf8')]),
);

const FONTS: Contents = {
  'Plain.ttf': new Uint8Array(readFileSync(new URL('../../fonts/Fieldbook-Regular.ttf', import.meta.url))),
};
