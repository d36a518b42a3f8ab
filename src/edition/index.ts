// The edition room's two doors: a book said in print's terms, and in the EPUB's.
import type { Outcome } from '../model/diagnostic.js';
import type { Composition } from '../model/edition.js';
import { compose, type ComposeOrder } from './compose.js';
import { ebookMaking } from './making-ebook.js';
import { printMaking } from './making-print.js';

export type { ComposeOrder } from './compose.js';
export { partFile } from './part-file.js';
export { serialiseXhtml } from './xhtml.js';

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
