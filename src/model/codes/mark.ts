// MARK: signs of other Markdown dialects, and what became of them. docs/guide/dialects.md lists them.
import type { Code } from './code-row.js';

export const MARK_CODES = {
  'MARK-001': {
    severity: 'warning',
    title: 'TeX command left out',
    about:
      'A command of TeX has no meaning in a book that browsers and reading systems draw. Foldmark leaves ' +
      'the command out. It keeps the words of commands that only change their look.',
  },
  'MARK-002': {
    severity: 'warning',
    title: 'Citation or cross-reference kept as typed',
    about:
      'pandoc and Quarto look up `[@key]` in a list of sources, and `@fig-map` in the book. Foldmark ' +
      'prints them as they are typed. A footnote holds a source, and a link leads to a place.',
  },
  'MARK-003': {
    severity: 'warning',
    title: "Command of another tool's templates",
    about:
      'Shortcodes (`{{< … >}}`), Liquid (`{% … %}`) and their kin are instructions to another tool. A ' +
      'line that holds nothing else is left out. Among words they are printed as typed.',
  },
  'MARK-004': {
    severity: 'warning',
    title: 'Sign for contents left out',
    about: 'Foldmark makes the contents of a book itself, in front of the chapters.',
  },
  'MARK-005': {
    severity: 'warning',
    title: 'Code cell not run',
    about:
      'Quarto, R Markdown and Jupyter run code cells and print their results. Foldmark prints the code. ' +
      'It leaves out cells that hide their code, and the lines of options.',
  },
  'MARK-006': {
    severity: 'warning',
    title: 'Plain lines set as verse',
    about:
      'In Markdown a line end is a space. Lines that look like verse are set as verse. Write ' +
      '`::: verse` around them, and the warning ends. Write `::: prose` around lines that are prose.',
  },
  'MARK-007': {
    severity: 'warning',
    title: 'Line ends set as spaces',
    about:
      'These lines may be verse, an address or a list. In Markdown a line end is a space, so they run ' +
      'together. Write `::: verse` around lines that stay lines, or `::: prose` around prose.',
  },
  'MARK-008': {
    severity: 'warning',
    title: 'Link between notes kept as words',
    about: 'Obsidian and wikis link with `[[name]]`. No chapter of the book has this name.',
  },
  'MARK-009': {
    severity: 'warning',
    title: 'Sign printed as typed',
    about:
      'Another dialect of Markdown gives this sign a meaning, and Foldmark does not. It is printed as it ' +
      'is typed. [The guide](../guide/dialects.md) says what to write instead.',
  },
  'MARK-010': {
    severity: 'warning',
    title: 'Comment or instruction left out',
    about: 'Comments and instructions of another tool are no words of the book.',
  },
  'MARK-011': {
    severity: 'warning',
    title: 'Paragraph above a rule kept',
    about:
      'In Markdown a line of hyphens directly below a paragraph makes it a heading. A sentence is no ' +
      'heading, so Foldmark keeps the paragraph and sets a scene break.',
  },
  'MARK-012': {
    severity: 'warning',
    title: 'Address with spaces',
    about:
      'In Markdown an address ends at its first space, and the link or image is none. Foldmark reads it ' +
      'all the same. Angle brackets around the address make it one for every tool.',
  },
} as const satisfies Readonly<Record<string, Code>>;
