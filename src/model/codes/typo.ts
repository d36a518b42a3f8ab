import type { Code } from './code-row.js';

export const TYPO_CODES = {
  'TYPO-001': {
    severity: 'warning',
    title: 'Quotation mark of another language',
    about: 'A quotation mark was typed that is none of the marks this text is printed with, or it stands the wrong way round. Typewriter\'s quotes (`"` and `\'`) become the right ones by themselves; a book that wants others says so with `typography: quotes` in book.yml.',
  },
  'TYPO-002': {
    severity: 'warning',
    title: 'Not the dash that belongs here',
    about: 'A hyphen stands where a dash or a range\'s line belongs, or a dash is set in another language\'s way, or a book sets its dashes in two ways. `--` makes a short dash (–), `---` a long one (—). German and French set dashes between spaces; English sets the long one close, or the short one between spaces.',
  },
  'TYPO-003': {
    severity: 'warning',
    title: 'Dots that are no ellipsis',
    about: 'Three dots typed together become one sign (…). Two, four, or dots with spaces between them stay what they are, and may be parted at a line\'s end.',
  },
  'TYPO-004': {
    severity: 'warning',
    title: 'Space where none belongs',
    about: 'A space stands before a mark that closes up with its word, or a no-break space beside another space, so that the gap is printed twice as wide. Ordinary spaces in a row are printed as one.',
  },
  'TYPO-005': {
    severity: 'warning',
    title: 'Letter or hyphen for a mathematical sign',
    about: 'An x between figures is a multiplication sign (×), a hyphen before a figure a minus (−), and quotes after figures are primes (′ ″): the signs have other shapes and other spaces.',
  },
  'TYPO-006': {
    severity: 'warning',
    title: 'Straight quotation mark left',
    about: 'A typewriter\'s quote could not be told for an opening, a closing or an apostrophe, and is printed straight. Type the mark that is meant.',
  },
  'TYPO-007': {
    severity: 'warning',
    title: 'Marks after italics in two ways',
    about: 'A comma, colon or semicolon after an emphasised word stands inside the emphasis here and outside of it elsewhere in the book. Either is good usage; both together look like an oversight.',
  },
  'TYPO-008': {
    severity: 'info',
    title: 'Let stand',
    about: 'So many findings of the typographic report (TYPO, TYPE, LINE, PAGE) are about blocks that the author marked `{.stet}`: seen, and meant so. They fail no strict build; the first twenty are listed here. Nothing else is let stand: no loss, no broken link, nothing that a printer or a store asks for.',
  },
  'TYPO-009': {
    severity: 'info',
    title: 'Mark that lets nothing stand',
    about: 'A block is marked `{.stet}`, and the typographic report has nothing to say of it, perhaps since its lines have changed. Told when pages were made. The mark would keep the next build from telling what is new there.',
  },
} as const satisfies Readonly<Record<string, Code>>;
