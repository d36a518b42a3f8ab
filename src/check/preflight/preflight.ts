// Preflight: what a printer would refuse or regret, found in the finished file before anyone pays for it.
import type { Diagnostic } from '../../model/diagnostic.js';
import type { PrinterProfile } from '../../model/profile.js';
import type { PdfFacts } from '../../press/pdf/read/facts.js';
import type { PaintedPage } from '../../press/pdf/read-text.js';
import { checkColour } from './colour.js';
import { checkCounts } from './counts.js';
import { checkDocument } from './document.js';
import { checkEdges } from './edges.js';
import { checkPictures } from './pictures.js';
import { checkType } from './type.js';

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

/**
 * All that a printer would say about a file. Findings PRINT-010 to PRINT-062, each with its page and what to do.
 *
 * @example checkPrint({ file: 'io-print-kdp.pdf', facts, texts, profile, labels: [], direction: 'ltr' });
 */
export function checkPrint(preflight: Preflight): readonly Diagnostic[] {
  return [checkDocument, checkCounts, checkEdges, checkType, checkPictures, checkColour].flatMap((check) => check(preflight));
}
