// STYLE-*: what a book's own style sheets ask for that Paged.js, a reading system or nobody understands.
import type { Code } from './code-row.js';

export const STYLE_CODES = {
  'STYLE-001': {
    severity: 'warning',
    title: 'Padding or border above or below a block that may run over a page',
    about:
      'Paged.js loses lines in such blocks. Foldmark puts that right, but the text leaves the grid ' +
      "and the box may open at the page's end. Give the block margins, or keep it on one page with " +
      '`break-inside: avoid`.',
  },
  'STYLE-002': {
    severity: 'warning',
    title: 'A box that hides what does not fit',
    about:
      'Paper does not scroll, and what is cut off is lost: then the build fails with LOSS-001. Leave ' +
      'the height to the text.',
  },
  'STYLE-003': {
    severity: 'warning',
    title: 'Measured by the browser window',
    about:
      "While pages are laid out, `vh` and `vw` measure a window of the browser. The page's own " +
      'measures are the variables `--depth`, `--measure`, `--trim-width` and `--trim-height`.',
  },
  'STYLE-004': {
    severity: 'warning',
    title: 'Direction of the whole book in a style',
    about:
      'The direction follows from `language` in book.yml, and margins, binding and the EPUB agree ' +
      'with it. A style would turn only the letters.',
  },
  'STYLE-005': {
    severity: 'warning',
    title: 'Text taken out of the flow',
    about:
      'Text that is positioned by a style does not move to the next page. It may fall off the page or ' +
      'cover other text, and is lost then (PRESS-003, LOSS-001).',
  },
  'STYLE-006': {
    severity: 'warning',
    title: 'Columns inside the page',
    about:
      "Paged.js makes pages out of columns, and breaks text in a style's own columns at wrong places. " +
      'Only a block that stays on one page can have columns (`break-inside: avoid`).',
  },
  'STYLE-007': {
    severity: 'warning',
    title: 'Page break that Paged.js ignores',
    about:
      'Paged.js reads breaks and named pages from plain rules of a style sheet: values without a ' +
      'variable, no rules within rules, no `::before` or `::after`.',
  },
  'STYLE-008': {
    severity: 'error',
    title: 'A comma in brackets that Paged.js cuts at',
    about:
      'Paged.js cuts the selectors of breaks and named pages, and those with `:first-of-type`, ' +
      '`:last-of-type` or `:nth-of-type`, at every comma, also within `:is(…)`. It then understands ' +
      'neither half and ends. Write the selectors one by one.',
  },
  'STYLE-009': {
    severity: 'warning',
    title: 'Style adds words',
    about:
      'Words that a style adds (`content: "…"`) are not words of the book. A reader cannot copy or ' +
      'search them in every edition, and the print edition refuses them (LOSS-002). Write them in a ' +
      'template, which serves print and EPUB.',
  },
  'STYLE-010': {
    severity: 'warning',
    title: "Style overrides the reader's settings",
    about:
      'In an EPUB the reader chooses colours and size of type. Colours, grounds, fixed sizes, ' +
      'negative lengths and placed boxes break night mode, large type and small screens. What is ' +
      'meant for print belongs into `@media print { … }`.',
  },
  'STYLE-011': {
    severity: 'warning',
    title: 'No such property',
    about: 'A property that CSS does not know does nothing. It is a slip of the pen most often.',
  },
  'STYLE-012': {
    severity: 'warning',
    title: 'A value that the property does not take',
    about: 'The browser leaves out a declaration whose value it does not understand.',
  },
  'STYLE-013': {
    severity: 'warning',
    title: 'A rule that cannot be read',
    about:
      'The browser leaves out what it cannot read, sometimes up to the next brace. Look for a missing ' +
      'semicolon or brace. Foldmark leaves it out of the EPUB too. A sheet with more than 100 blocks ' +
      'in one another is left out as a whole.',
  },
} as const satisfies Readonly<Record<string, Code>>;
