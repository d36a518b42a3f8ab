// One row for each edition and each medium: what composes it, what its file holds, who reads it. Code asks
// the row and not the name, so that a new edition is a new row.
import type { EditionName } from './settings.js';
import { LAYOUT_NAMES } from './imposition.js';

/** What the book's parts are composed for: pages of paper, or documents of a reading system. */
export type Medium = 'print' | 'ebook';

export interface MediumFacts {
  /** As a sentence names it. */
  readonly title: string;
  /** The stylesheet of the base, of each theme and of a book that is for this medium alone. */
  readonly stylesheet: string;
}

export const MEDIA: Readonly<Record<Medium, MediumFacts>> = {
  print: { title: 'print edition', stylesheet: 'print.css' },
  ebook: { title: 'EPUB', stylesheet: 'ebook.css' },
};

export interface EditionFacts {
  readonly medium: Medium;
  /**
   * `pages`: the book's pages, one by one. `sheets`: those pages on sheets to be folded. `wrap`: the cover as
   * one sheet. `documents`: text that a reading system lays out.
   */
  readonly holds: 'pages' | 'sheets' | 'wrap' | 'documents';
  /** Whether it is made once for each printer of the book. */
  readonly perPrinter: boolean;
}

const SHEETS: EditionFacts = { medium: 'print', holds: 'sheets', perPrinter: false };

export const EDITIONS: Readonly<Record<EditionName, EditionFacts>> = {
  print: { medium: 'print', holds: 'pages', perPrinter: true },
  screen: { medium: 'print', holds: 'pages', perPrinter: false },
  epub: { medium: 'ebook', holds: 'documents', perPrinter: false },
  cover: { medium: 'print', holds: 'wrap', perPrinter: true },
  ...(Object.fromEntries(LAYOUT_NAMES.map((name) => [name, SHEETS])) as Record<
    (typeof LAYOUT_NAMES)[number],
    EditionFacts
  >),
};

/** Whether one of these editions is composed for this medium. */
export function composesFor(medium: Medium, editions: readonly EditionName[]): boolean {
  return editions.some((name) => EDITIONS[name].medium === medium);
}

/** Whether one of these editions holds this. */
export function makes(holds: EditionFacts['holds'], editions: readonly EditionName[]): boolean {
  return editions.some((name) => EDITIONS[name].holds === holds);
}
