// Names for things that a book can be entered at: slugs, and how they are kept apart.
import type { SourcePath } from '../model/source-span.js';

/**
 * A word of lower-case ASCII letters, digits and hyphens; empty when nothing of the words can be written so.
 */
export function slug(words: string): string {
  return words
    .replace(/[ßæøœđðłþÆØŒĐÐŁÞ]/g, (letter) => LETTERS[letter.toLowerCase()] ?? letter)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A chapter's id from its title; XML wants a letter first. */
export function chapterId(title: string): string {
  const words = slug(title);
  if (words === '') return 'chapter';
  return /^[a-z]/.test(words) ? words : `chapter-${words}`;
}

/** A chapter's id from its file: `parts/02-the-map.md` is `the-map`, `02.md` is `chapter-02`. */
export function fileId(path: SourcePath): string {
  return chapterId(
    path
      .replace(/^.*\//, '')
      .replace(/\.(md|markdown|qmd|rmd)$/i, '')
      .replace(/^[^\p{L}]+(?=\p{L})/u, ''),
  );
}

/**
 * Gives each name once: the second `air` becomes `air-2`. Names that are `reserved` only go to who asks for
 * them by `'written'`.
 */
export function uniqueNames(
  reserved: ReadonlySet<string> = new Set(),
): (name: string, by?: 'written' | 'made') => string {
  const given = new Set<string>();
  return (name, by = 'made') => {
    const isFree = (one: string): boolean =>
      !given.has(one) && ((by === 'written' && one === name) || !reserved.has(one));
    let candidate = name;
    for (let count = 2; !isFree(candidate); count++) candidate = `${name}-${count}`;
    given.add(candidate);
    return candidate;
  };
}

/** Letters that do not fall apart into a base and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
};
