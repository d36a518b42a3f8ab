import type { Code } from './code-row.js';

export const PAGE_CODES = {
  'PAGE-001': {
    severity: 'info',
    title: 'Pages of a part not planned',
    about:
      'Foldmark plans pages in whole lines before it makes them. Something in this part is not a ' +
      'multiple of the line height, or may break anywhere. So each page ended where it was full. The ' +
      'rules for widows, headings and scene breaks still hold, but facing pages are not balanced.',
  },
  'PAGE-002': {
    severity: 'warning',
    suppressible: true,
    title: 'Single line of a paragraph on a page',
    about:
      'The first line of a paragraph is the last of its page, or the last line the first of the next. ' +
      'A word less or more, or `{.loose}` or `{.tight}` on a paragraph before, moves it.',
  },
  'PAGE-003': {
    severity: 'warning',
    suppressible: true,
    title: 'Heading at the foot of a page',
    about:
      'Fewer than three lines follow a heading on its page. `{.break}` on the heading begins the page ' +
      'with it.',
  },
  'PAGE-004': {
    severity: 'warning',
    suppressible: true,
    title: 'Chapter ends on a nearly empty page',
    about:
      'The last page of a chapter holds fewer than five lines. Try `{.tight}` on a long paragraph to ' +
      'pull them back, or `{.loose}` to send more lines after them.',
  },
  'PAGE-005': {
    severity: 'warning',
    suppressible: true,
    title: 'Scene break at the edge of a page',
    about: "At the head or foot of a page a reader takes the break for the page's own.",
  },
  'PAGE-006': {
    severity: 'warning',
    suppressible: true,
    title: 'Facing pages of unequal depth',
    about:
      'One of two facing pages is shorter, and no figure or heading is the reason. Try `{.loose}` or ' +
      '`{.tight}` on one of its paragraphs.',
  },
  'PAGE-007': {
    severity: 'warning',
    suppressible: true,
    title: 'Line off the baseline grid',
    about:
      'The lines of facing pages, and of both sides of a sheet, align only when every block is a ' +
      'whole number of lines. A style gives this block another height.',
  },
  'PAGE-008': {
    severity: 'warning',
    suppressible: true,
    title: 'Word broken over a page turn',
    about: 'The last line of a page ends in a hyphen, and the rest of the word stands on the next page.',
  },
  'PAGE-009': {
    severity: 'warning',
    suppressible: true,
    title: 'Blank page is not blank',
    about:
      'Something is printed on a page that stands empty so that the next part begins on the side it ' +
      'belongs to.',
  },
  'PAGE-010': {
    severity: 'warning',
    suppressible: true,
    title: 'Chapter opening unlike the others',
    about:
      'Chapters begin on the same side of the spread, at the same height, and without a running head. ' +
      'A style or a template moves this one.',
  },
  'PAGE-011': {
    severity: 'warning',
    suppressible: true,
    title: 'A running head does not fit',
    about:
      "The head is longer than the room it has and is cut off. A `short-title` in the chapter's front " +
      'matter is used in its place.',
  },
  'PAGE-012': {
    severity: 'warning',
    suppressible: true,
    title: 'Folio out of place',
    about:
      'Page numbers stand at one place on all left-hand pages and at one on all right-hand pages. ' +
      "This page's number is missing, or stands elsewhere.",
  },
  'PAGE-013': {
    severity: 'warning',
    suppressible: true,
    title: 'Footnote not on the page of its reference',
    about:
      'A reader looks for a note at the foot of the page that calls it. A word less or more before ' +
      'the call moves both.',
  },
  'PAGE-014': {
    severity: 'warning',
    suppressible: true,
    title: 'Figure far from its mention',
    about:
      'A figure should be seen from where it is spoken of: on the same spread, or the one before or ' +
      'after. Move it, or the words that refer to it.',
  },
  'PAGE-015': {
    severity: 'error',
    title: 'Page reference points to the wrong page',
    about:
      'Foldmark filled in a page reference, and its target moved to another page afterwards. This is ' +
      'a bug in Foldmark: please report it.',
  },
  'PAGE-016': {
    severity: 'warning',
    suppressible: true,
    title: 'A title runs into the text',
    about:
      'A style gives an opening or a heading less height than its words need, and what stands below ' +
      'is printed over them.',
  },
} as const satisfies Readonly<Record<string, Code>>;
