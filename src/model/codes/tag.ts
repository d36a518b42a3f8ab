// TAG: what there is to say about the reading structure of the file for screens.
import type { Code } from './code-row.js';

export const TAG_CODES = {
  'TAG-001': {
    severity: 'warning',
    title: 'Something on a page is outside of the reading structure',
    about: 'Everything a tagged PDF paints belongs to an element of its structure or is marked as an artifact (running heads, folios, rules), and every link belongs to an element. A reader\'s voice passes over what is neither, or reads it in the wrong place.',
  },
  'TAG-002': {
    severity: 'warning',
    title: 'An element of the reading structure lacks something',
    about: 'Figures and links need a description, notes a name, header cells a scope; lists hold items, tables rows, rows cells.',
  },
  'TAG-003': {
    severity: 'warning',
    title: 'The file does not say what readers\' tools ask for',
    about: 'A tagged PDF names its language and its title, and asks for the title to be shown.',
  },
} as const satisfies Readonly<Record<string, Code>>;
