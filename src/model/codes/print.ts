import type { Code } from './code-row.js';

export const PRINT_CODES = {
  'PRINT-001': {
    severity: 'error',
    title: 'Unknown printer profile',
    about:
      "A profile is a file of styles/profiles/, Foldmark's or the book's own. Name one of those, or " +
      'write one.',
  },
  'PRINT-002': {
    severity: 'error',
    title: 'The ICC profile cannot be used',
    about:
      'Colours are converted for a printing condition, which an ICC profile of four inks describes. ' +
      'The file is missing, or describes something else: a screen, a camera, a gray printer.',
  },
  'PRINT-003': {
    severity: 'error',
    title: 'An ink cannot be used',
    about:
      'Inks are named once each, with the colour they have on a screen, as in { name: teal, display: ' +
      '"#00838a" }.',
  },
  'PRINT-004': {
    severity: 'error',
    title: 'Print settings contradict each other',
    about: 'PDF/X needs the profile of a printing condition, and gray or four inks. Separations need inks.',
  },
  'PRINT-005': {
    severity: 'error',
    title: 'File cannot be read as a PDF',
    about: 'The file is damaged, encrypted or something else. Printers refuse such files too.',
  },
  'PRINT-010': {
    severity: 'error',
    title: "The page count is outside of the printer's limits",
    about:
      'Printers bind from so many to so many pages, often in steps of two or four. Add or take pages, ' +
      'or set print: pages-multiple.',
  },
  'PRINT-011': {
    severity: 'warning',
    title: 'Too many blank pages in a row',
    about: 'Printers take a run of blank pages for a mistake.',
  },
  'PRINT-012': {
    severity: 'error',
    title: "A page's boxes are wrong",
    about:
      'The trim must lie inside of the bleed, the bleed inside of the page, and all pages must have ' +
      'one trim size.',
  },
  'PRINT-013': {
    severity: 'error',
    title: 'The bleed is not as the printer asks',
    about:
      "Artwork that runs off the page needs the printer's bleed beyond the trim, on the edges that are cut.",
  },
  'PRINT-014': {
    severity: 'warning',
    title: 'Artwork ends before the bleed does',
    about:
      "Something reaches the page's edge and ends there. Where the knife falls a hair wide, the paper " +
      'shows. Let it run on to the end of the bleed.',
  },
  'PRINT-020': {
    severity: 'error',
    title: 'A font is not embedded',
    about: 'The printer would set another in its place.',
  },
  'PRINT-021': {
    severity: 'error',
    title: 'Font from outside the book',
    about:
      "The browser took a font of this computer for characters that the theme's fonts do not have. On " +
      'another computer the book would look different. Add a font that has them to the theme.',
  },
  'PRINT-022': {
    severity: 'error',
    title: 'Character without a glyph',
    about: 'No font has it, and an empty box would be printed.',
  },
  'PRINT-023': {
    severity: 'warning',
    title: 'Type is too small',
    about: 'Smaller type than the printer asks for breaks up or fills in.',
  },
  'PRINT-030': {
    severity: 'warning',
    title: 'Image with few pixels',
    about: 'It will look soft in print. Use a larger picture, or a smaller place for it.',
  },
  'PRINT-031': {
    severity: 'warning',
    title: 'Image with too few pixels',
    about:
      'Single pixels will be seen in print. Use a larger image, or give it a smaller place: `{width=4cm}`.',
  },
  'PRINT-033': {
    severity: 'error',
    title: 'Image with too few pixels for this printer',
    about:
      'The printer refuses files with such images, or holds them back. Use a larger image, or give it a ' +
      'smaller place: `{width=4cm}`.',
  },
  'PRINT-032': {
    severity: 'warning',
    title: 'Image with more pixels than the printer takes',
    about: "The printer's machine throws them away, and the file is larger for nothing.",
  },
  'PRINT-040': {
    severity: 'error',
    title: 'Colour space that the printer does not take',
    about:
      'A printer converts screen colours in a print file in its own way, and the result is ' +
      'unpredictable. Black text then prints in four inks.',
  },
  'PRINT-041': {
    severity: 'error',
    title: 'More ink than the paper holds',
    about:
      "The sum of the inks in one place is above the printer's limit: the sheet does not dry, or the " +
      'file is refused.',
  },
  'PRINT-042': {
    severity: 'error',
    title: 'Transparency where none is allowed',
    about:
      'The standard that the printer asks for knows no transparency. Foldmark does not flatten ' +
      'silently: take opacity, shadows, blend modes or see-through pictures off the page, or choose ' +
      'another standard.',
  },
  'PRINT-043': {
    severity: 'warning',
    title: 'A line is finer than the printer holds',
    about: 'It may break up or vanish.',
  },
  'PRINT-050': {
    severity: 'error',
    title: 'Text too close to the edge',
    about:
      'The printer may cut off words that are nearer to an edge than its margin. Near the spine they ' +
      'vanish in the binding, which needs more room the more pages there are.',
  },
  'PRINT-051': {
    severity: 'warning',
    title: 'The margins did not settle',
    about:
      'With margins: by-profile the book is laid out once more when its page count asks for a wider ' +
      'inside margin. The wider margin made so many more pages that the printer asks for still more. ' +
      'Write the margins into book.yml, as the finding says them.',
  },
  'PRINT-060': {
    severity: 'error',
    title: 'Screen content in a print file',
    about: 'Links, notes, forms, bookmarks and actions are refused by printers.',
  },
  'PRINT-061': {
    severity: 'error',
    title: 'The file lacks what its standard asks for',
    about:
      'PDF/X files say what printing they are made for, when they were made, whether they are ' +
      'trapped, and carry an identifier.',
  },
  'PRINT-062': {
    severity: 'error',
    title: 'The file is larger than the printer takes',
    about: 'Use smaller pictures.',
  },
  'PRINT-063': {
    severity: 'info',
    title: 'A print file has no date',
    about:
      'PDF/X asks when a file was made, and Foldmark does not ask the clock, so that equal books give ' +
      'equal files. Without published: in book.yml or SOURCE_DATE_EPOCH the file is made the same way ' +
      'and does not call itself PDF/X.',
  },
} as const satisfies Readonly<Record<string, Code>>;
