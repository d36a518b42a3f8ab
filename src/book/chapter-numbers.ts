// What each chapter is called by number.
import { CHAPTER_KINDS, type Chapter, type ChapterKind, type NumberedChapter } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';

/** Kinds that count together. */
type Series = 'chapter' | 'part' | 'appendix';

/**
 * Numbers in reading order: chapters run on through the parts, parts count by themselves, appendices take
 * letters.
 */
export function numberChapters(chapters: readonly Chapter[], config: BookConfig): readonly NumberedChapter[] {
  const counts = { chapter: 0, part: 0, appendix: 0 };
  return chapters.map((chapter) => {
    const series = chapter.numbered ? seriesOf(chapter.kind) : undefined;
    const number = series && numeral(series, ++counts[series], config);
    return number ? { ...chapter, number } : chapter;
  });
}

/**
 * Front and back matter stay without a number whatever the author says: a foreword 1 would be taken for
 * chapter 1.
 */
function seriesOf(kind: ChapterKind): Series | undefined {
  if (kind === 'part' || kind === 'appendix') return kind;
  return CHAPTER_KINDS[kind] === 'body' ? 'chapter' : undefined;
}

function numeral(series: Series, count: number, config: BookConfig): string | undefined {
  if (series === 'appendix') return letter(count);
  const style = config.numbering[series];
  if (style === 'none') return undefined;
  return style === 'roman' ? roman(count) : String(count);
}

// Numbers as books print them.

const ROMAN = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/**
 * A whole number from 1 as a capital roman numeral.
 *
 * @example roman(14) // 'XIV'
 */
export function roman(count: number): string {
  let rest = count;
  let said = '';
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      said += sign;
      rest -= worth;
    }
  }
  return said;
}

/**
 * A whole number from 1 as capital letters, as appendices are counted: A to Z, then AA, AB …
 *
 * @example letter(28) // 'AB'
 */
export function letter(count: number): string {
  const last = String.fromCharCode(65 + ((count - 1) % 26));
  return count > 26 ? letter(Math.floor((count - 1) / 26)) + last : last;
}
