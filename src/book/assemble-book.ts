// From chapters as they were read to a book whose numbers, anchors and links are
// settled.
import type { Book, Manuscript, Heading, NumberedChapter, OutlineEntry } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Outcome } from '../model/finding.js';
import { indexAnchors } from './anchors.js';
import { castEntries } from './book-cast.js';
import { resolveLinks } from './book-links.js';
import { numberChapters } from './chapter-numbers.js';
import { textOf } from '../model/flow.js';
import { listedTitle } from './listed-title.js';
import { uniqueIds } from './unique-ids.js';

/**
 * Assembles the book. Findings: those of `resolveLinks` (the words of a link stay, the link goes) and
 * CAST-010 (member never mentioned).
 */
export function assembleBook(order: {
  readonly manuscript: Manuscript;
  readonly config: BookConfig;
}): Outcome<Book> {
  const { manuscript, config } = order;
  const unique = uniqueIds(numberChapters(manuscript.chapters, config), manuscript.cast);
  const anchors = indexAnchors(unique.chapters, manuscript.cast);
  const linked = resolveLinks(unique.chapters, anchors, unique.written);
  const cast = castEntries(manuscript.cast, unique.chapters);
  const book: Book = {
    metadata: manuscript.metadata,
    chapters: linked.value,
    outline: outlineOf(linked.value),
    cast: cast.value,
    anchors,
    ...(manuscript.dedication && { dedication: manuscript.dedication }),
  };
  return outcome(book, [...linked.diagnostics, ...cast.diagnostics]);
}

// The outline: parts, their chapters and the headings in them, as contents and bookmarks show them.

/** All listed chapters, nested: a part holds its chapters, a chapter its headings by level. */
function outlineOf(chapters: readonly NumberedChapter[]): readonly OutlineEntry[] {
  const listed = new Set(chapters.filter((one) => one.listed).map((one) => one.id));
  const under = (part: NumberedChapter) =>
    chapters.filter((one) => one.part === part.id && listed.has(one.id));
  return chapters
    .filter((one) => listed.has(one.id) && !(one.part && listed.has(one.part)))
    .map((one) => entryOf(one, { level: 1, within: one.kind === 'part' ? under(one) : [] }));
}

function entryOf(
  chapter: NumberedChapter,
  place: { readonly level: number; readonly within: readonly NumberedChapter[] },
): OutlineEntry {
  const headings = nest(chapter.headings.filter(hasWords), { chapter, level: place.level + 1 });
  const chapters = place.within.map((one) => entryOf(one, { level: place.level + 1, within: [] }));
  return {
    anchor: chapter.id,
    chapter: chapter.id,
    kind: chapter.kind,
    level: place.level,
    ...(chapter.number && { number: chapter.number }),
    title: listedTitle(chapter.title),
    children: [...headings, ...chapters],
  };
}

/** A heading without words (`#` alone, or over a picture) is nothing that could be listed. */
function hasWords({ title, listed }: Heading): boolean {
  return listed !== false && textOf(listedTitle(title)).trim() !== '';
}

/** A heading holds those after it that are deeper; a level that was left out makes no empty step. */
function nest(
  headings: readonly Heading[],
  place: { readonly chapter: NumberedChapter; readonly level: number },
): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let rest = headings;
  for (let head = rest[0]; head; head = rest[0]) {
    const level = head.level;
    const end = rest.findIndex((one, index) => index > 0 && one.level <= level);
    const inside = rest.slice(1, end < 0 ? rest.length : end);
    entries.push({
      anchor: head.anchor,
      chapter: place.chapter.id,
      kind: place.chapter.kind,
      level: place.level,
      title: listedTitle(head.title),
      children: nest(inside, { ...place, level: place.level + 1 }),
    });
    rest = end < 0 ? [] : rest.slice(end);
  }
  return entries;
}
