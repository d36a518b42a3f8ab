// Which chapters an edition has, what they are called there and where they begin.
import type { Medium } from '../model/media.js';
import { textOf } from '../model/flow.js';
import type { Book, ChapterKind, NumberedChapter } from '../model/book.js';
import type { Part, PrintEdition } from '../model/edition.js';
import type { ThemeSettings } from '../model/theme.js';
import { listedTitle } from '../book/listed-title.js';
import type { Words } from './book-words.js';

/** Leaves and covers are made of paper; a reading system shows the cover image and needs no half title. */
const PAPER_ONLY: ReadonlySet<ChapterKind> = new Set([
  'cover',
  'blank',
  'half-title',
  'frontispiece',
  'back-cover',
]);

export function chaptersFor(medium: Medium, book: Book): readonly NumberedChapter[] {
  return medium === 'print'
    ? book.chapters
    : book.chapters.filter((chapter) => !PAPER_ONLY.has(chapter.kind));
}

/**
 * The title in plain text. Never empty: a chapter without one is called by its number, a section by its kind.
 */
export function plainPartTitle(chapter: NumberedChapter, words: Words): string {
  const given = textOf(listedTitle(chapter.title)).replace(/\s+/g, ' ').trim();
  if (given !== '') return given;
  const kind = words[chapter.kind];
  return chapter.number ? `${kind} ${chapter.number}` : kind;
}

export function runningHead(chapter: NumberedChapter, words: Words): string {
  return chapter.shortTitle ?? plainPartTitle(chapter, words);
}

/**
 * Kinds that begin where custom has them; all others begin where chapters do. A theme may decide otherwise.
 */
const STARTS: Readonly<Partial<Record<ChapterKind, Part['start']>>> = {
  cover: 'recto',
  blank: 'next',
  'half-title': 'recto',
  frontispiece: 'verso',
  'title-page': 'recto',
  copyright: 'verso',
  dedication: 'recto',
  epigraph: 'next',
  contents: 'recto',
  part: 'recto',
  plate: 'verso',
  colophon: 'next',
  'back-cover': 'verso',
};

export interface PartPlace {
  readonly chapter: NumberedChapter;
  /** All chapters of the edition, in order. */
  readonly chapters: readonly NumberedChapter[];
  readonly theme: ThemeSettings;
  readonly edition: PrintEdition;
}

/** Where folios count from 1 again a recto begins, whatever is asked for: odd numbers stand on the right. */
export function startOfPart({ chapter, chapters, theme, edition }: PartPlace): Part['start'] {
  const asked = theme.starts[chapter.kind] ?? STARTS[chapter.kind] ?? edition.chapterStart;
  return asked === 'next' &&
    edition.folios !== 'continuous' &&
    chapter === chapters.find((one) => one.role === 'body')
    ? 'recto'
    : asked;
}

/**
 * Roman to the last page before the first chapter of the body, unless they are continuous; covers and blanks
 * are counted and carry none.
 */
export function foliosOf(
  chapter: NumberedChapter,
  { chapters, continuous }: { readonly chapters: readonly NumberedChapter[]; readonly continuous: boolean },
): Part['folios'] {
  if (chapter.kind === 'cover' || chapter.kind === 'back-cover' || chapter.kind === 'blank') return 'none';
  if (continuous) return 'continuous';
  const body = chapters.findIndex((one) => one.role === 'body');
  return body >= 0 && chapters.indexOf(chapter) < body ? 'roman' : 'arabic';
}
