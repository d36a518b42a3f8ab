// Files that settings name: whether the book's folder holds them, and what was meant where it does not.
import { finding, type Finding } from '../model/finding.js';
import type { SourcePath, Span } from '../model/source-span.js';
import type { Files } from '../model/world.js';
import { closest } from './decode-text.js';
import { isMarkdown } from './manuscript-files.js';

/** The names of a book's files, listed once for a whole reading. */
export interface BookFiles {
  readonly has: (path: SourcePath) => boolean;
  /** The Markdown files below a folder, in the order of their names. */
  readonly list: (folder: string) => readonly SourcePath[];
  readonly nearest: (path: SourcePath) => SourcePath | undefined;
}

export function bookFilesOf(files: Files): BookFiles {
  const all = files.list('');
  const names = new Set(all);
  return {
    has: (path) => names.has(path),
    list: (folder) => all.filter((one) => isMarkdown(one) && (folder === '' || one.startsWith(`${folder}/`))),
    nearest: (path) => nearestOf(path, all),
  };
}

/** CONF-013 when a file that is named at a place does not exist. */
export function missingFile(
  bookFiles: BookFiles,
  { path, at }: { path: SourcePath; at: Span },
): Finding | undefined {
  if (bookFiles.has(path)) return undefined;
  const near = bookFiles.nearest(path);
  return finding('CONF-013', {
    message: `There is no file "${path}" in the book's folder.`,
    at,
    hint: near === undefined ? 'Write the file, or delete it from the list.' : `Did you mean "${near}"?`,
  });
}

/** By its whole way first, then by its name in any folder; always a file of the same kind. */
function nearestOf(path: SourcePath, all: readonly SourcePath[]): SourcePath | undefined {
  const ending = endingOf(path);
  const alike = all.filter((one) => endingOf(one) === ending);
  const name = closest(nameOf(path), alike.map(nameOf));
  return closest(path, alike) ?? alike.find((one) => nameOf(one) === name);
}

function endingOf(path: SourcePath): string {
  return /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';
}

function nameOf(path: SourcePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
