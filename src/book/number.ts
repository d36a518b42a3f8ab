// Which chapter stands in which part, and what each is called by number.
import { CHAPTER_KINDS, type Chapter, type ChapterKind, type NumberedChapter } from '../model/book.js';
import type { BookConfig } from '../model/config.js';
import { letter, roman } from './numerals.js';

/** Kinds that count together: chapters run on through the parts, appendices take letters. */
type Series = 'chapter' | 'part' | 'appendix';

/** Numbers parts and chapters in reading order, each series by itself, and notes the part a chapter stands in. */
export function numberChapters(chapters: readonly Chapter[], config: BookConfig): readonly NumberedChapter[] {
  const counts = { chapter: 0, part: 0, appendix: 0 };
  const ends = partEnds(chapters, config);
  let part: Chapter | undefined;
  return chapters.map((chapter) => {
    if (chapter.kind === 'part') part = chapter;
    else if (ends(chapter, part)) part = undefined;
    const series = chapter.numbered ? seriesOf(chapter.kind) : undefined;
    const number = series && numeral(series, ++counts[series], config);
    return {
      ...chapter,
      ...(number && { number }),
      ...(part && part !== chapter && { part: part.id }),
    };
  });
}

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

/**
 * Whether a chapter closes the part before it. A part that book.yml spells out holds the files listed in it and no
 * others; a part that is a file or a heading holds all that follows up to the next one, but neither an epilogue,
 * which closes the whole book, nor back matter.
 */
function partEnds(chapters: readonly Chapter[], config: BookConfig) {
  const entries = (config.order.chapters ?? []).filter((entry) => 'part' in entry);
  const held = new Set(entries.flatMap((entry) => entry.chapters.map((one) => one.file)));
  const spelled = new Set(
    chapters.filter((one) => entries.some((entry) => entry.at.path === one.at?.path && entry.at.line === one.at.line)),
  );
  return (chapter: Chapter, part: Chapter | undefined): boolean => {
    if (chapter.role !== 'body') return true;
    if (part && spelled.has(part)) return !held.has(chapter.at?.path ?? '');
    return chapter.kind === 'epilogue';
  };
}
