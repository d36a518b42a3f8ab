import type { Code } from './code-row.js';

export const GLYPH_CODES = {
  'GLYPH-001': {
    severity: 'error',
    title: 'Character missing from all fonts',
    about:
      "Foldmark sets a book with its theme's fonts alone, so that it comes out the same on every " +
      'machine. A character that none of them has would be printed as an empty box, or in whatever ' +
      'font the system offers. Write it otherwise, or give the book a theme of its own ' +
      '(`styles/<name>/theme.yml`) that names a font with these characters.',
  },
} as const satisfies Readonly<Record<string, Code>>;
