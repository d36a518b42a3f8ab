// A World in memory: a book as a record of file names and words.
import type { FileRead, Files, World } from '../../../src/model/world.js';
import { readPhotograph } from '../../../src/images/jpeg/validate-jpeg.js';

type Words = Readonly<Record<string, string | Uint8Array>>;

export function bookWorld(book: Words, home: Words = HOME): World {
  return {
    book: filesOf(book),
    home: filesOf(home),
    font: () => ({ problem: 'missing' }),
    fontFiles: () => undefined,
    plainFont: () => undefined,
    photograph: readPhotograph,
  };
}

export const THEME = [
  'name: Novel',
  'page: { trim: 5.25in x 8in, margins: { top: 18mm, bottom: 22mm, inside: 18mm, outside: 15mm } }',
  'fonts: []',
].join('\n');

const HOME: Words = {
  'styles/novel/theme.yml': THEME,
  'styles/zine/theme.yml': THEME.replace('Novel', 'Zine'),
};

function filesOf(words: Words): Files {
  return {
    read(path): FileRead {
      const found = words[path];
      if (found === undefined) return { problem: 'missing' };
      return { bytes: typeof found === 'string' ? new TextEncoder().encode(found) : found };
    },
    list: (folder) =>
      Object.keys(words)
        .filter((path) => folder === '' || path.startsWith(`${folder}/`))
        .sort(),
  };
}
