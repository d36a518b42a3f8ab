// The files of a new book, from templates/starters/: those of one kind of book, and those that all have.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../shared/foldmark-folder.js';
import { VERSION } from '../shared/version.js';

export const STARTERS = ['zine', 'novel', 'essay', 'poetry', 'manual'] as const;

export type StarterName = (typeof STARTERS)[number];

/** One line each, for a person who chooses. */
export const STARTER_HINTS: Readonly<Record<StarterName, string>> = {
  zine: 'a folded booklet with a cast, A5',
  novel: 'chapters in parts, 5.5 x 8.5 in',
  essay: 'notes in the margin, tables',
  poetry: 'a chapbook of poems, A5',
  manual: 'numbered chapters with code, A5',
};

export interface NewBook {
  readonly starter: StarterName;
  readonly title: string;
  readonly author: string;
  /** As BCP 47 has it: `en-GB`. */
  readonly language: string;
  /** The day of its first build: `2026-05-01`. */
  readonly date: string;
  /** Whether the folder holds chapters already: then the starter brings none. */
  readonly hasChapters: boolean;
}

/** What goes into the folder, by path. */
export function starterFiles(book: NewBook): ReadonlyMap<string, string> {
  const folder = join(HOME, 'templates', 'starters', book.starter);
  const own = readdirSync(folder)
    .filter((name) => name === 'book.yml' || !book.hasChapters)
    .sort()
    .map((name) => [name, filledIn(readFileSync(join(folder, name), 'utf8'), book)] as const);
  const shared = Object.entries(SHARED).map(
    ([path, name]) =>
      [
        path,
        readFileSync(join(HOME, 'templates', 'starters', 'shared', name), 'utf8').replace(
          'FOLDMARK_VERSION',
          VERSION,
        ),
      ] as const,
  );
  return new Map([...own, ...shared]);
}

/** npm leaves a file called .gitignore out of a package, and reads one called package.json. */
const SHARED: Readonly<Record<string, string>> = {
  '.gitignore': 'gitignore',
  'package.json': 'package.template.json',
  '.github/workflows/book.yml': 'workflow.yml',
};

/** In YAML a JSON string is a string, whatever its characters. */
function filledIn(text: string, { title, author, language, date }: NewBook): string {
  return text
    .split('\n')
    .filter((line) => author !== '' || !line.includes('BOOK_AUTHOR'))
    .join('\n')
    .replaceAll('BOOK_TITLE', () => JSON.stringify(title))
    .replaceAll('BOOK_AUTHOR', () => JSON.stringify(author))
    .replaceAll('BOOK_DATE', () => date)
    .replaceAll('BOOK_LANGUAGE', () => JSON.stringify(language));
}
