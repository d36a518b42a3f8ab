import type { Code } from './code-row.js';

export const PRESS_CODES = {
  'PRESS-001': {
    severity: 'info',
    title: 'Browser without sandbox',
    about:
      'Chromium cannot sandbox itself as root, nor in most containers, so Foldmark starts it without. ' +
      'The pages that it prints carry no scripts and reach no network. Build as an ordinary user to ' +
      'have the sandbox too.',
  },
  'PRESS-002': {
    severity: 'error',
    title: 'Layout stopped before the end of the text',
    about:
      'Paged.js found no place for something, and the text after it would be missing. Mostly it is ' +
      'taller than a page and cannot break. Make the piece smaller, or allow it to break.',
  },
  'PRESS-003': {
    severity: 'error',
    title: 'Text falls outside of the page',
    about:
      'Words were set where they cannot be seen: beyond the trim or in a clipped area. Look at the ' +
      'named page for a long word, a wide table or a fixed height.',
  },
  'PRESS-004': {
    severity: 'warning',
    title: 'Text runs past the text area',
    about:
      'A line stands below the foot of the text area, over the margin or the notes. Mostly something ' +
      'near it is taller than the room it was given.',
  },
  'PRESS-005': {
    severity: 'error',
    title: 'Page numbers do not settle',
    about:
      'Filling in the page references moves the text so that other references change, and so on ' +
      'without an end: some number would be wrong. Change the words around one of the references, so ' +
      'that the text before its target is longer or shorter.',
  },
  'PRESS-006': {
    severity: 'error',
    title: 'A page reference has no page',
    about:
      'Something refers to a place that stands on no page of the print edition, so that no number can ' +
      'be given.',
  },
  'PRESS-007': {
    severity: 'error',
    title: 'Image cannot be drawn',
    about:
      'The browser could not draw an image of the book. The file is damaged, or of a kind that it ' +
      'does not know.',
  },
  'PRESS-008': {
    severity: 'error',
    title: 'A font does not load',
    about:
      'The browser refused a font of the theme. A stand-in would be printed in its place, so the ' +
      'build stops.',
  },
  'PRESS-009': {
    severity: 'warning',
    title: 'A full-page section takes several pages',
    about:
      'A section that fills the sheet (cover, plate, back cover) holds more than the sheet and runs ' +
      'on to another page.',
  },
  'PRESS-010': {
    severity: 'warning',
    title: 'Request for something outside of the book',
    about:
      'A style or a template names an address that is not a file of the book. Nothing is fetched: put ' +
      'the file into the book folder.',
  },
  'PRESS-011': {
    severity: 'warning',
    title: 'Image made smaller to fit the page',
    about:
      'At the size that its style asks for, the image (with its caption) is taller than the text area ' +
      'and would be cut off. Foldmark scaled it down to the available height. Give it a width to ' +
      'decide for yourself.',
  },
  'PRESS-012': {
    severity: 'warning',
    title: 'Running head shortened',
    about:
      'A title is longer than the line of the running head. The head shows as many of its words as ' +
      "fit, and an ellipsis. The chapter's opening and the contents show the whole title. Set " +
      "`short-title` in the chapter's front matter, or in book.yml for the book's title, to choose " +
      'the words.',
  },
  'PRESS-013': {
    severity: 'warning',
    title: 'Words were broken to fit',
    about:
      'A word, or the words of a table, are wider than the room they have. They were broken wherever ' +
      'the line ends, without a hyphen, so that all of it is printed. Give the word places to break ' +
      '(`&shy;`), or the table fewer columns.',
  },
} as const satisfies Readonly<Record<string, Code>>;
