// The words that a PDF shows: what lies inside of the trim and can be seen there; and those that stand there
// unseen.
import type { ExpectedWords, ShownPage } from '../../model/expected-words.js';
import type { PaintedPage } from '../../pdf/read/pdf-text.js';
import { letters } from './letters.js';
import { inLineReadingOrder, type Stands } from './reading-order.js';
import type { HiddenText } from './shown-words.js';

export interface PdfWords {
  readonly shown: readonly ShownPage[];
  readonly hidden: readonly HiddenText[];
}

export interface PdfReading {
  readonly pages: readonly PaintedPage[];
  readonly folios: readonly (string | undefined)[];
  /** What the book has, which tells the order of a line where two would be painted alike. */
  readonly expected: ExpectedWords;
}

/** Pages are named by their folios, else counted from 1. */
export function pdfWords({ pages, folios, expected }: PdfReading): PdfWords {
  const labelOf = (index: number): string => folios[index] ?? String(index + 1);
  const stands = standingIn(expected);
  return {
    shown: pages.map(({ texts }, index) => ({
      label: labelOf(index),
      texts: inLineReadingOrder(
        texts.filter(({ inside, hiding }) => inside && !hiding),
        stands,
      ).map(({ text }) => text),
    })),
    hidden: pages.flatMap(({ texts }, index) =>
      texts.flatMap(({ text, hiding }) => (hiding ? [{ text, hiding, label: labelOf(index) }] : [])),
    ),
  };
}

/** Looks on from where it found something last: lines come in the order of the book. */
function standingIn({ blocks }: ExpectedWords): Stands {
  let said: string | undefined;
  let last = 0;
  return (words) => {
    said ??= letters(blocks.flatMap(({ pieces }) => pieces).join(''));
    const near = said.indexOf(words, last);
    const at = near === -1 ? said.indexOf(words) : near;
    if (at !== -1) last = at;
    return at !== -1;
  };
}
