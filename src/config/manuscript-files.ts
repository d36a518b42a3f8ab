// Which files of a folder are texts, and in which order they stand where none is given.
import type { SourcePath } from '../model/source-span.js';
import type { Files } from '../model/world.js';

/** Markdown, and what Quarto and R Markdown call it. */
export function isMarkdown(path: SourcePath): boolean {
  return /\.(?:md|markdown|qmd|rmd)$/i.test(path);
}

/**
 * Every file that an order may read: Markdown, but no lists of other tools, nothing of templates and styles,
 * and a README or the papers of a repository only where there is nothing else; `2-x` before `10-x`.
 */
export function manuscriptFiles(files: Files): readonly SourcePath[] {
  const texts = files
    .list('')
    .filter((path) => isMarkdown(path) && !LISTS.test(path) && !/^(templates|styles)\//.test(path))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const chapters = texts.filter((path) => !PAPERS.test(path));
  return chapters.length > 0 ? chapters : texts.filter((path) => README.test(path));
}

/** Quarto and bookdown begin the names of parts with `_`. */
const LISTS = /(?:^|\/)(?:summary\.md|_[^/]*\.(?:qmd|rmd))$/i;

const README = /^readme\.[^/]*$/i;
const PAPERS =
  /(?:^|\/)readme\.[^/]*$|^(?:CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|LICEN[CS]E|SECURITY)\.(?:md|markdown)$/i;

/** Numbers are compared as numbers; `index.qmd` is the first of its folder. */
function sortKey(path: SourcePath): string {
  return path
    .normalize('NFC')
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'))
    .replace(/(^|\/)index(?=\.(?:qmd|rmd)$)/i, '$1 ');
}
