// What every preflight check looks at: the file's facts, its words, and whom it is for.
import type { PrinterProfile } from '../../model/profile.js';
import type { Span } from '../../model/source-span.js';
import type { PdfFacts } from '../../pdf/read/pdf-facts.js';
import type { PaintedPage } from '../../pdf/read/pdf-text.js';

/** A picture of the manuscript, on the page where it stands (from 0). */
export interface BookImage {
  /** As the manuscript names it. */
  readonly file: string;
  readonly at: Span;
  readonly page: number;
  /** Pixels; several where files of one name cannot be told apart. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

export interface Preflight {
  /** The file's name, for the findings. */
  readonly file: string;
  readonly facts: PdfFacts;
  readonly texts: readonly PaintedPage[];
  readonly profile: PrinterProfile;
  /** What a page is called: `xii`; default its number in the file. */
  readonly labels: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /** The book's own pictures and where they stand; absent for a file that Foldmark did not make. */
  readonly pictures?: readonly BookImage[];
  /** The families that the book is set in; absent for a file that Foldmark did not make. */
  readonly families?: readonly string[];
}
