// COVER: what there is to say about the cover as one sheet around the book.
import type { Code } from './code-row.js';

export const COVER_CODES = {
  'COVER-001': {
    severity: 'error',
    title: 'Cover made for another page count',
    about:
      'A spine is as wide as the book is thick, so a cover fits only one page count. `cover-wrap: ' +
      'pages:` names another count than the book has now, or the finished cover has another width ' +
      'than the book needs.',
  },
  'COVER-002': {
    severity: 'info',
    title: 'No words on the spine',
    about:
      'The spine is too thin for words, or the book has fewer pages than the printer asks for before ' +
      'it prints any there. The spine stays plain.',
  },
  'COVER-003': {
    severity: 'info',
    title: 'No bar code on the cover',
    about:
      'A bar code says the ISBN of the printed book, and book.yml has none (`isbn: print:`). Books ' +
      'sold in shops need one.',
  },
  'COVER-004': {
    severity: 'warning',
    title: 'Cover text too close to an edge or a fold',
    about:
      'Sheets shift by a millimetre or more when they are cut and folded. Words stay an eighth of an ' +
      "inch (3.2 mm) away from the cover's edges and from the folds of the spine.",
  },
} as const satisfies Readonly<Record<string, Code>>;
