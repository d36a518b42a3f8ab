import type { Code } from './code-row.js';

export const TYPE_CODES = {
  'TYPE-001': {
    severity: 'warning',
    title: 'A face that the theme does not have',
    about: 'The styles ask for a bold or an italic of a family that theme.yml names no file for. Where imitation is allowed the browser slants or thickens another face; where it is not, the words stand in the plain one.',
  },
  'TYPE-002': {
    severity: 'warning',
    title: 'A face without small capitals',
    about: 'The styles ask for small capitals, and the face has none drawn (`smcp`). Nothing true can be printed in their place.',
  },
  'TYPE-003': {
    severity: 'warning',
    title: 'Capitals that shout',
    about: 'Three capitals or more in running text stand out of their line. `[NASA]{.sc}` sets them as spaced small capitals; a theme decides how many may stand full.',
  },
  'TYPE-004': {
    severity: 'warning',
    title: 'Figures of the wrong kind',
    about: 'Figures in text have ascenders and descenders as its letters do; figures in tables are all of one height and width, so that they stand under one another.',
  },
} as const satisfies Readonly<Record<string, Code>>;
