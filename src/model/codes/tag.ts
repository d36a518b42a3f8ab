// TAG: what there is to say about the reading structure of the file for screens.
import type { Code } from './code-row.js';

export const TAG_CODES = {
  'TAG-001': {
    severity: 'warning',
    title: 'Content outside of the reading structure',
    about:
      'A tagged PDF marks everything it paints as part of an element or as an artifact (running ' +
      'heads, folios, rules). Every link belongs to an element. A screen reader skips anything else, ' +
      'or reads it in the wrong place.',
  },
  'TAG-002': {
    severity: 'warning',
    title: 'Incomplete element in the reading structure',
    about:
      'Figures and links need a description, footnotes a name, header cells a scope. Lists hold ' +
      'items, tables hold rows, and rows hold cells.',
  },
  'TAG-003': {
    severity: 'warning',
    title: 'File lacks what accessible PDFs need',
    about: 'A tagged PDF names its language and its title, and asks for the title to be shown.',
  },
} as const satisfies Readonly<Record<string, Code>>;
