import type { Code } from './code-row.js';

export const LINE_CODES = {
  'LINE-001': {
    severity: 'warning',
    title: 'A line is too loose or too tight',
    about: 'The word spaces of a justified line are far from what the font\'s maker drew. A word less or more nearby, or `{.loose}` or `{.tight}` on the paragraph, gives the lines another chance.',
  },
  'LINE-002': {
    severity: 'warning',
    title: 'A line is torn apart',
    about: 'The word spaces of a justified line are so wide that it reads as a row of single words. This happens in narrow columns and beside long unbreakable words: reword, allow hyphens, or leave the paragraph ragged.',
  },
  'LINE-003': {
    severity: 'warning',
    title: 'The word spaces of a chapter are uneven',
    about: 'Too many lines of the chapter are loose, or its word spaces are wide or vary too much on the whole. The measure may be too narrow for the size of type, or hyphenation may be off.',
  },
  'LINE-004': {
    severity: 'warning',
    title: 'Letters are spaced too far',
    about: 'A line adds to or takes from the space between letters more than a reader fails to notice.',
  },
  'LINE-005': {
    severity: 'warning',
    title: 'Too many hyphens in a row',
    about: 'Several lines running end in a hyphen: a ladder at the right edge that the eye stops at.',
  },
  'LINE-006': {
    severity: 'warning',
    title: 'A chapter has too many hyphens',
    about: 'A large share of the chapter\'s lines ends in a hyphen. A wider measure, smaller type, or a language with the right patterns helps.',
  },
  'LINE-007': {
    severity: 'warning',
    title: 'A paragraph ends on half a word',
    about: 'The line before the last ends in a hyphen, so that the last line begins with the rest of a word.',
  },
  'LINE-008': {
    severity: 'warning',
    title: 'A last line is too short',
    about: 'The last line of a paragraph is shorter than eight letters or than the indent of the next paragraph, and leaves what looks like an empty line. `{.tight}` may pull it up, `{.loose}` may fill it.',
  },
  'LINE-009': {
    severity: 'warning',
    title: 'A river runs through a paragraph',
    about: 'Wide word spaces stand under one another in several lines and make a white streak.',
  },
  'LINE-010': {
    severity: 'warning',
    title: 'A word stands under itself',
    about: 'Several lines running begin, or end, with the same word: the eye slips from one to another. Lines that the author ends (verse, line breaks) are not counted.',
  },
  'LINE-011': {
    severity: 'info',
    title: 'A paragraph was left to the browser',
    about: 'The line setter could not divide the paragraph, for the reason given; Chromium broke its lines. Page breaks inside it are less safe.',
  },
  'LINE-012': {
    severity: 'warning',
    title: 'A word is broken too near its end',
    about: 'Fewer than three letters stand before or after an added hyphen.',
  },
  'LINE-013': {
    severity: 'warning',
    title: 'The measure is too short or too long',
    about: 'Lines of 55 to 70 characters, spaces counted, are read with the least trouble: shorter ones are hard to set evenly, longer ones make the eye miss the next. Change the size of type or the margins; a theme with reasons of its own says so in `report`.',
  },
} as const satisfies Readonly<Record<string, Code>>;
