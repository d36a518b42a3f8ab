// Which files of a folder are texts, and in which order they stand where none is given.
import type { SourcePath } from '../model/source-span.js';
import type { Files } from '../model/world.js';

/** Markdown, and what Quarto and R Markdown call it. */
export function isMarkdown(path: SourcePath): boolean {
  return /\.(?:md|markdown|qmd|rmd)$/i.test(path);
}

/**
 * Every file that an order may read: Markdown, but no README, no lists of other tools and nothing of
 * templates and styles; `2-x` before `10-x`.
 */
export function manuscriptFiles(files: Files): readonly SourcePath[] {
  return files
    .list('')
    .filter((path) => isMarkdown(path) && !OTHERS.test(path) && !/^(templates|styles)\//.test(path))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Quarto and bookdown begin the names of parts with `_`. */
const OTHERS = /(?:^|\/)(?:readme\.[^/]*|summary\.md|_[^/]*\.(?:qmd|rmd))$/i;

/** Numbers are compared as numbers; `index.qmd` is the first of its folder. */
function sortKey(path: SourcePath): string {
  return path
    .normalize('NFC')
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'))
    .replace(/(^|\/)index(?=\.(?:qmd|rmd)$)/i, '$1 ');
}
