// The edition room's doors: a book said in print's terms, in the EPUB's, and its cover alone.
import type { NumberedChapter } from '../model/book.js';
import type { Outcome } from '../model/finding.js';
import type { Composition } from '../model/edition.js';
import { coverEdition } from './page-geometry.js';
import { compose, type ComposeOrder } from './edition-renderer.js';
import { ebookMaking } from './ebook-renderer.js';
import { printMaking } from './print-renderer.js';

export type { ComposeOrder } from './edition-renderer.js';

/**
 * The book as print has it: sections on a sheet larger than the trim, notes in the text for the page foot, page
 * references left open for the press, soft hyphens set. Findings: TPL-*, FIG-* and those of the theme.
 */
export function composePrint(order: ComposeOrder): Outcome<Composition> {
  return compose(order, printMaking);
}

/** The book as an EPUB has it: one section a document, links between documents, notes at their chapter's end. Findings as in print. */
export function composeEbook(order: ComposeOrder): Outcome<Composition> {
  return compose(order, ebookMaking);
}

/** The cover alone as print has it, for a picture of it; made from its template even where the book lists no cover. */
export function composeCover(order: ComposeOrder): Outcome<Composition> {
  const cover = order.book.chapters.find((chapter) => chapter.kind === 'cover') ?? COVER;
  return compose({ ...order, book: { ...order.book, chapters: [cover], outline: [], anchors: { [cover.id]: cover.id } } }, { ...printMaking, edition: coverEdition });
}

const COVER: NumberedChapter = {
  id: 'cover', role: 'front', kind: 'cover', title: [], numbered: false, listed: false, classes: [],
  flow: [], notes: [], headings: [], figures: [], mentions: [],
};
