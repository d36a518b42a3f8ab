// What a book.yml leaves open, decided from the text: a collection of short pieces is made as a zine, a long
// book as a novel.
import type { Chapter, ChapterKind, Manuscript } from '../model/book.js';
import { elementsOf, hasClass, textOf, type Flow } from '../model/flow.js';
import type { BookConfig, LeftOpen } from '../model/settings.js';

/** The theme of a collection of short pieces. */
const THEME_OF_PIECES = 'zine';
/** Two pages of a zine. */
const MOST_WORDS_OF_A_PIECE = 500;
const LEAST_PIECES = 3;

type Openly = Pick<BookConfig, 'open'>;

/**
 * The chapters without the usual sections that the book has no use for: a cover for a novel, contents for a
 * single chapter.
 */
export function withoutNeedless(chapters: readonly Chapter[], { open }: Openly): readonly Chapter[] {
  if (!open.includes('front')) return chapters;
  const needless = needlessSections(chapters, open);
  return chapters.filter(({ kind }) => !needless.has(kind));
}

function needlessSections(chapters: readonly Chapter[], open: readonly LeftOpen[]): ReadonlySet<ChapterKind> {
  const collection = isCollection(chapters);
  const covered = chapters.some(({ kind }) => kind === 'cover') && (collection || !open.includes('cover'));
  const noContents =
    open.includes('contents') &&
    chapters.filter(({ role, kind, listed }) => listed && (role === 'body' || kind === 'appendix')).length <
      2;
  return new Set<ChapterKind>([
    ...(covered ? [] : ['cover' as const, ...(open.includes('back') ? ['back-cover' as const] : [])]),
    ...(covered && collection ? ['title-page' as const] : []),
    ...(noContents ? ['contents' as const] : []),
  ]);
}

/** The settings with the rest of what was left open. */
export function settledConfig({ chapters }: Pick<Manuscript, 'chapters'>, config: BookConfig): BookConfig {
  const collection = isCollection(chapters);
  const isOpen = (key: LeftOpen): boolean => config.open.includes(key);
  const unnumbered = collection || pieces(chapters).length === 1 || haveNumbers(chapters);
  return {
    ...config,
    ...(isOpen('theme') && collection ? { theme: THEME_OF_PIECES } : {}),
    ...(isOpen('numbering') && unnumbered
      ? { numbering: { ...config.numbering, chapter: 'none' as const } }
      : {}),
    ...(isOpen('chapter-start') && collection
      ? { print: { ...config.print, chapterStart: 'next' as const, folios: 'continuous' as const } }
      : {}),
  };
}

/** Three pieces or more, and most of them short or in verse. */
function isCollection(chapters: readonly Chapter[]): boolean {
  const all = pieces(chapters);
  return all.length >= LEAST_PIECES && all.filter(isShort).length * 2 > all.length;
}

function pieces(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.filter(({ role, kind }) => role === 'body' && kind !== 'part' && kind !== 'plate');
}

function isShort({ flow }: Chapter): boolean {
  const words = wordsIn(flow);
  return (
    words <= MOST_WORDS_OF_A_PIECE ||
    wordsIn(elementsOf(flow).filter((one) => hasClass(one, 'verse'))) * 2 > words
  );
}

function wordsIn(flow: Flow): number {
  return textOf(flow).split(/\s+/).filter(Boolean).length;
}

/** Titles that begin with their number: `1. Out`, `IV`, `Chapter Two`. */
function haveNumbers(chapters: readonly Chapter[]): boolean {
  const titles = pieces(chapters).map(({ title }) => textOf(title).trim());
  return (
    titles.length > 0 &&
    titles.filter((title) => NUMBERED.test(title) || ROMAN.test(title)).length * 2 > titles.length
  );
}

const NUMBERED =
  /^(?:(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|rozdział|kapitola)\s|\d{1,3}(?:[.:)]|$))/iu;
const ROMAN = /^[IVXLC]+(?:[.:)]|$)/;
