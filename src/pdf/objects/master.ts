// The master: what the browser printed, on sheets larger than the trim. Print and screen files are finished
// from it.
import type { AnchorPlaces, PageMap } from '../../model/artifact.js';
import type { Composition, PrintEdition } from '../../model/edition.js';
import type { LineReport } from '../../model/line-report.js';
import type { PageColumn } from '../../model/page-column.js';
import type { ExpectedWords } from '../../model/expected-words.js';
import type { Original } from './load-pdf.js';

/**
 * What the browser printed, and everything that is known of its pages. Print and screen files are finished
 * from it.
 */
export interface Master {
  /** The pages, one after the other, as one document; it is joined beside whatever else is done. */
  readonly document: Original;
  /** What it is joined of, in book order. */
  readonly pieces: readonly Uint8Array[];
  readonly pages: PageMap;
  /** The number of every page, also where none is printed. */
  readonly labels: readonly string[];
  /** Where anchors stand, in CSS pixels from the sheet's top left. */
  readonly places: AnchorPlaces;
  /** How the lines came out: what findings about evenness are made from. */
  readonly lines: LineReport;
  /** What stands on each page: what findings about page turns are made from. */
  readonly columns: readonly (PageColumn | undefined)[];
  /** What every file cut from it has to show, word for word. */
  readonly words: ExpectedWords;
  /** Milliseconds by stage, as far as they are over. */
  readonly spent: Readonly<Record<string, number>>;
}

/** @throws for a composition of another medium: a mistake in the program, not in the book. */
export function printEdition({ edition }: Composition): PrintEdition {
  if (edition.medium !== 'print') throw new Error('Only a print composition can be pressed to a PDF.');
  return edition;
}
