import type { Code } from './code-row.js';

export const TYPE_CODES = {
  'TYPE-001': {
    severity: 'warning',
    suppressible: true,
    title: 'Font face missing in the theme',
    about:
      'The styles ask for a bold or an italic of a family, and theme.yml names no file for it. Where ' +
      'imitation is allowed, the browser slants or thickens another face. Elsewhere the words appear ' +
      'in the plain face.',
  },
  'TYPE-002': {
    severity: 'warning',
    suppressible: true,
    title: 'A face without small capitals',
    about:
      'The styles ask for small capitals, and the face has none drawn (`smcp`). Nothing true can be ' +
      'printed in their place.',
  },
  'TYPE-003': {
    severity: 'warning',
    suppressible: true,
    title: 'Word in capitals',
    about:
      'Three or more capitals in running text are too loud in their line. `[NASA]{.sc}` sets them as ' +
      'spaced small capitals. The theme decides how many capitals may stay full size.',
  },
  'TYPE-004': {
    severity: 'warning',
    suppressible: true,
    title: 'Wrong kind of figures',
    about:
      'Figures in running text have ascenders and descenders, as its letters do. Figures in tables ' +
      'have one height and one width, so that columns align.',
  },
} as const satisfies Readonly<Record<string, Code>>;
