// The words that a PDF shows: what lies inside of the trim and can be seen there; and those that stand there unseen.
import type { ShownPage } from '../../model/words.js';
import type { PaintedPage } from '../../press/pdf/read-text.js';
import { inReadingOrder } from './reading-order.js';
import type { HiddenText } from './shown.js';

export interface PdfWords {
  readonly shown: readonly ShownPage[];
  readonly hidden: readonly HiddenText[];
}

/** Pages are named by their folios, else counted from 1. */
export function pdfWords(pages: readonly PaintedPage[], folios: readonly (string | undefined)[]): PdfWords {
  const labelOf = (index: number): string => folios[index] ?? String(index + 1);
  return {
    shown: pages.map(({ texts }, index) => ({ label: labelOf(index), texts: inReadingOrder(texts.filter(({ inside, hiding }) => inside && !hiding)).map(({ text }) => text) })),
    hidden: pages.flatMap(({ texts }, index) => texts.flatMap(({ text, hiding }) => (hiding ? [{ text, hiding, label: labelOf(index) }] : []))),
  };
}
