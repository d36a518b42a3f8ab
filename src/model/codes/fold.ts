// FOLD: what there is to say when pages are put on sheets to be folded and cut.
import type { Code } from './code-row.js';

export const FOLD_CODES = {
  'FOLD-001': {
    severity: 'error',
    title: 'The PDF cannot be imposed',
    about:
      'The file is not a PDF, is damaged, is locked with a password, or has no pages. Open it in a ' +
      'reader and save it again without a password.',
  },
  'FOLD-002': {
    severity: 'error',
    title: 'Paper too small for the pages',
    about:
      'The white edge that the printer needs leaves no place for a page. Take larger paper or a ' +
      'smaller margin.',
  },
  'FOLD-003': {
    severity: 'warning',
    title: 'Pages of different sizes',
    about:
      'Foldmark plans sheets for the largest page. Smaller pages are centred in their place, with ' +
      'white around them.',
  },
  'FOLD-004': {
    severity: 'info',
    title: 'Pages are made smaller',
    about:
      'The pages at their own size are larger than their place on the paper, so all are printed ' +
      'smaller, by the same amount. Larger paper or a smaller margin keeps their size.',
  },
  'FOLD-005': {
    severity: 'info',
    title: 'Blank pages are added',
    about:
      'Sheets hold a fixed number of pages, and the book has fewer. Blanks go before the back cover ' +
      'where the book has one, else to the end.',
  },
  'FOLD-006': {
    severity: 'warning',
    title: 'Too many sheets for one fold',
    about:
      'More than twenty sheets folded into one another hardly close, and few staples hold them. Fold ' +
      'the book in signatures instead, and sew or glue them.',
  },
  'FOLD-007': {
    severity: 'warning',
    title: 'The book does not fit on one sheet',
    about:
      'A mini zine has eight pages and a quarter fold four, each of one sheet. A longer book becomes ' +
      'several of them, which are read one after another.',
  },
} as const satisfies Readonly<Record<string, Code>>;
