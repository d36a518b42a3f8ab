// The book room's door: from chapters as they were read to a book whose numbers, anchors and links are
// settled.
import type { Book, Manuscript } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Outcome } from '../model/finding.js';
import { indexAnchors } from './anchors.js';
import { castEntries } from './book-cast.js';
import { resolveLinks } from './book-links.js';
import { numberChapters } from './chapter-numbers.js';
import { outlineOf } from './book-outline.js';

/**
 * Assembles the book. Findings: BOOK-001 (id used twice), LINK-001 and LINK-002 (links that lead nowhere;
 * their words stay, the link goes) and CAST-010 (member never mentioned).
 */
export function assembleBook(order: {
  readonly manuscript: Manuscript;
  readonly config: BookConfig;
}): Outcome<Book> {
  const { manuscript, config } = order;
  const numbered = numberChapters(manuscript.chapters, config);
  const anchors = indexAnchors(numbered, manuscript.cast);
  const linked = resolveLinks(numbered, anchors.value);
  const cast = castEntries(manuscript.cast, numbered);
  const book: Book = {
    metadata: manuscript.metadata,
    chapters: linked.value,
    outline: outlineOf(linked.value),
    cast: cast.value,
    anchors: anchors.value,
    ...(manuscript.dedication && { dedication: manuscript.dedication }),
  };
  return outcome(book, [...anchors.diagnostics, ...linked.diagnostics, ...cast.diagnostics]);
}
