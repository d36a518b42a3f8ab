import type { Code } from './code-row.js';

export const GLYPH_CODES = {
  'GLYPH-001': {
    severity: 'warning',
    title: 'Character missing from all fonts',
    about:
      "A character that the theme's fonts lack is set in another font: one that book.yml names under " +
      '`fonts: { fallback: … }`, one that Foldmark brings, or one of an installed font package. Where none ' +
      'has it, print shows the sign \uFFFD in its place. The EPUB keeps the character, and reading systems ' +
      'use fonts of their own. Install the package that the finding names, or name a font.',
  },
} as const satisfies Readonly<Record<string, Code>>;
