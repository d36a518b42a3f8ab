import type { Code } from './code-row.js';

export const LINE_CODES = {
  'LINE-001': {
    severity: 'warning',
    suppressible: true,
    title: 'A line is too loose or too tight',
    about:
      "The word spaces of a justified line are far from what the font's maker drew. A word less or " +
      'more nearby, or `{.loose}` or `{.tight}` on the paragraph, gives the lines another chance.',
  },
  'LINE-002': {
    severity: 'warning',
    suppressible: true,
    title: 'Line with very wide word spaces',
    about:
      'The word spaces of a justified line are so wide that it reads as a row of single words. This ' +
      'happens in narrow columns and beside long unbreakable words: reword, allow hyphens, or leave ' +
      'the paragraph ragged.',
  },
  'LINE-003': {
    severity: 'warning',
    suppressible: true,
    title: 'The word spaces of a chapter are uneven',
    about:
      'Too many lines of the chapter are loose, or its word spaces are wide or vary too much on the ' +
      'whole. The measure may be too narrow for the size of type, or hyphenation may be off.',
  },
  'LINE-004': {
    severity: 'warning',
    suppressible: true,
    title: 'Letters are spaced too far',
    about: 'A line adds to or takes from the space between letters more than a reader fails to notice.',
  },
  'LINE-005': {
    severity: 'warning',
    suppressible: true,
    title: 'Too many hyphens in a row',
    about: 'Several lines in a row end in a hyphen: a ladder at the right edge that the eye stops at.',
  },
  'LINE-006': {
    severity: 'warning',
    suppressible: true,
    title: 'A chapter has too many hyphens',
    about:
      "A large share of the chapter's lines ends in a hyphen. A wider measure, smaller type, or a " +
      'language with the right patterns helps.',
  },
  'LINE-007': {
    severity: 'warning',
    suppressible: true,
    title: 'Paragraph ends on half a word',
    about: 'The line before the last ends in a hyphen, so that the last line begins with the rest of a word.',
  },
  'LINE-008': {
    severity: 'warning',
    suppressible: true,
    title: 'Last line too short',
    about:
      'The last line of a paragraph is shorter than eight letters, or than the indent of the next ' +
      'paragraph. It looks like an empty line. Try `{.tight}` to pull it up, or `{.loose}` to fill ' +
      'it.',
  },
  'LINE-009': {
    severity: 'warning',
    suppressible: true,
    title: 'A river runs through a paragraph',
    about: 'Wide word spaces stand under one another in several lines and make a white streak.',
  },
  'LINE-010': {
    severity: 'warning',
    suppressible: true,
    title: 'Word under itself',
    about:
      'Several lines running begin, or end, with the same word: the eye slips from one to another. ' +
      'Lines that the author ends (verse, line breaks) are not counted.',
  },
  'LINE-011': {
    severity: 'info',
    title: 'Paragraph broken by the browser',
    about:
      'Foldmark could not set the lines of this paragraph, for the reason given, and Chromium broke ' +
      'them. Page breaks inside it are less safe.',
  },
  'LINE-012': {
    severity: 'warning',
    suppressible: true,
    title: 'A word is broken too near its end',
    about: 'Fewer than three letters stand before or after an added hyphen.',
  },
  'LINE-013': {
    severity: 'warning',
    suppressible: true,
    title: 'Lines too short or too long',
    about:
      'Lines of 55 to 70 characters, spaces included, are easiest to read. Shorter lines are hard to ' +
      'set evenly, and longer ones make the eye miss the next line. Change the type size or the ' +
      'margins. A theme with its own reasons sets `report`.',
  },
} as const satisfies Readonly<Record<string, Code>>;
