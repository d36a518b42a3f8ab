import type { Code } from './code.js';

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
} as const satisfies Readonly<Record<string, Code>>;
