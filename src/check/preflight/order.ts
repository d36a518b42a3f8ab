// What every preflight check looks at: the file's facts, its words, and whom it is for.
import type { PrinterProfile } from '../../model/profile.js';
import type { PdfFacts } from '../../press/pdf/read/facts.js';
import type { PaintedPage } from '../../press/pdf/read-text.js';

export interface Preflight {
  /** The file's name, for the findings. */
  readonly file: string;
  readonly facts: PdfFacts;
  readonly texts: readonly PaintedPage[];
  readonly profile: PrinterProfile;
  /** What a page is called: `xii`; default its number in the file. */
  readonly labels: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /** The families that the book is set in; absent for a file that Foldmark did not make. */
  readonly families?: readonly string[];
}
