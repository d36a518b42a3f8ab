import type { Code } from './code-row.js';

export const PAGE_CODES = {
  'PAGE-001': {
    severity: 'info',
    title: 'The pages of a part were not planned',
    about: 'Pages are planned in whole lines before they are made. Something in the part does not keep to the grid, or may be divided anywhere, so its pages were ended where they were full, with the rules for widows, headings and scene breaks, and without balancing pages that face each other.',
  },
  'PAGE-002': {
    severity: 'warning',
    title: 'A line of a paragraph stands alone',
    about: 'The first line of a paragraph is the last of its page, or the last line the first of the next. A word less or more, or `{.loose}` or `{.tight}` on a paragraph before, moves it.',
  },
  'PAGE-003': {
    severity: 'warning',
    title: 'A heading stands at the foot of a page',
    about: 'Fewer than three lines follow a heading on its page. `{.break}` on the heading begins the page with it.',
  },
  'PAGE-004': {
    severity: 'warning',
    title: 'A chapter ends on a nearly empty page',
    about: 'The last page of a chapter holds fewer than five lines. `{.tight}` on a long paragraph may bring them back, `{.loose}` may send more after them.',
  },
  'PAGE-005': {
    severity: 'warning',
    title: 'A scene break stands at the edge of a page',
    about: 'At the head or foot of a page a reader takes the break for the page\'s own.',
  },
  'PAGE-006': {
    severity: 'warning',
    title: 'Facing pages end at different depths',
    about: 'Of two pages that are seen together one is shorter, and no figure or heading is the reason. `{.loose}` or `{.tight}` on one of its paragraphs may level them.',
  },
  'PAGE-007': {
    severity: 'warning',
    title: 'A line stands off the grid',
    about: 'The lines of facing pages, and of both sides of a sheet, lie on one another only when every block is a whole number of lines. A style gives this block another height.',
  },
  'PAGE-008': {
    severity: 'warning',
    title: 'A word is broken over a page turn',
    about: 'The last line of a page ends in a hyphen, and the rest of the word stands on the next page.',
  },
  'PAGE-009': {
    severity: 'warning',
    title: 'A blank page is not blank',
    about: 'Something is printed on a page that stands empty so that the next part begins on the side it belongs to.',
  },
  'PAGE-010': {
    severity: 'warning',
    title: 'A chapter opens otherwise than the others',
    about: 'Chapters begin on the same side of the spread, at the same height, and without a running head. A style or a template moves this one.',
  },
  'PAGE-011': {
    severity: 'warning',
    title: 'A running head does not fit',
    about: 'The head is longer than the room it has and is cut off. A `short-title` in the chapter\'s front matter is used in its place.',
  },
  'PAGE-012': {
    severity: 'warning',
    title: 'A folio is not in its place',
    about: 'Page numbers stand at one place on all left-hand pages and at one on all right-hand pages. This page\'s number is missing, or stands elsewhere.',
  },
  'PAGE-013': {
    severity: 'warning',
    title: 'A note stands on another page than its call',
    about: 'A reader looks for a note at the foot of the page that calls it. A word less or more before the call moves both.',
  },
  'PAGE-014': {
    severity: 'warning',
    title: 'A figure stands far from its mention',
    about: 'A figure should be seen from where it is spoken of: on the same spread, or the one before or after. Move it, or the words that refer to it.',
  },
  'PAGE-015': {
    severity: 'error',
    title: 'A reference leads to another page than it says',
    about: 'What a page reference says was settled before the pages were bound, and what it points to was bound elsewhere. This is a fault of Foldmark\'s: please report it.',
  },
  'PAGE-016': {
    severity: 'warning',
    title: 'A title runs into the text',
    about: 'A style gives an opening or a heading less height than its words need, and what stands below is printed over them.',
  },
} as const satisfies Readonly<Record<string, Code>>;
