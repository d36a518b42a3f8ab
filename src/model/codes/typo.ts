import type { Code } from './code-row.js';

export const TYPO_CODES = {
  'TYPO-001': {
    severity: 'warning',
    suppressible: true,
    title: 'Quotation mark of another language',
    about:
      'The text contains a quotation mark that its language does not use, or one that faces the wrong ' +
      'way. Straight quotes (`"` and `\'`) become the right marks by themselves. A book that wants ' +
      'other marks sets `typography: quotes` in book.yml.',
  },
  'TYPO-002': {
    severity: 'warning',
    suppressible: true,
    title: 'Wrong dash',
    about:
      "A hyphen stands where a dash belongs, or a dash is set in another language's way, or the book " +
      'sets its dashes in two ways. `--` makes a short dash (–), `---` a long one (—). German and ' +
      'French put spaces around dashes. English sets the long dash without spaces, or the short one ' +
      'with spaces.',
  },
  'TYPO-003': {
    severity: 'warning',
    suppressible: true,
    title: 'Dots that are not an ellipsis',
    about:
      'Three dots typed together become one sign (…). Two dots, four dots, or dots with spaces ' +
      'between them stay as they are, and a line may end between them.',
  },
  'TYPO-004': {
    severity: 'warning',
    suppressible: true,
    title: 'Unneeded space',
    about:
      'There is a space before a mark that belongs to the word before it, or a no-break space beside ' +
      'another space, which doubles the gap. Several ordinary spaces in a row print as one.',
  },
  'TYPO-005': {
    severity: 'warning',
    suppressible: true,
    title: 'Letter or hyphen instead of a mathematical sign',
    about:
      'Mathematical signs have their own shapes and spaces. An x between figures is a multiplication ' +
      'sign (×), a hyphen before a figure is a minus (−), and quotes after figures are primes (′ ″).',
  },
  'TYPO-006': {
    severity: 'warning',
    suppressible: true,
    title: 'Straight quotation mark left',
    about:
      'Foldmark could not decide whether a straight quote opens, closes or is an apostrophe, and ' +
      'prints it straight. Type the mark that you mean.',
  },
  'TYPO-007': {
    severity: 'warning',
    suppressible: true,
    title: 'Punctuation after italics in two ways',
    about:
      'A comma, colon or semicolon after an emphasised word is inside the emphasis here, and outside ' +
      'of it elsewhere in the book. Either is good usage. Both together look like an oversight.',
  },
  'TYPO-008': {
    severity: 'info',
    title: 'Findings suppressed by `{.stet}`',
    about:
      'The typographic report (TYPO, TYPE, LINE, PAGE) found something in blocks that the author ' +
      'marked `{.stet}`. These findings do not fail a strict build. The first twenty are listed here. ' +
      '`{.stet}` suppresses nothing else: no lost words, no broken links, no requirement of a printer ' +
      'or a store.',
  },
  'TYPO-009': {
    severity: 'info',
    title: 'Unused `{.stet}`',
    about:
      'A block is marked `{.stet}`, and the typographic report finds nothing in it, perhaps because ' +
      'its lines have changed. Foldmark reports this when it has made pages. Delete the mark: it ' +
      'would hide the next finding in this block.',
  },
} as const satisfies Readonly<Record<string, Code>>;
