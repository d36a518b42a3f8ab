// EPUB-001 to EPUB-040 are the forty rules, by their number, for any EPUB that is checked;
// EPUB-100 and up are found while ours is pressed; EPUB-200 and up are what EPUBCheck says.
import type { Code } from './code.js';

export const EPUB_CODES = {
  'EPUB-101': {
    severity: 'warning',
    title: 'The EPUB has no cover picture',
    about: 'Stores refuse a book without a cover and shelves show a blank. Name one in book.yml under epub: cover, or leave the cover to the cover template.',
  },
  'EPUB-102': {
    severity: 'error',
    title: 'A picture cannot be decoded',
    about: 'The file is damaged, cut off, or not what its ending says. Open it in a picture editor and export it again.',
  },
} as const satisfies Readonly<Record<string, Code>>;
