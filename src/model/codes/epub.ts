// EPUB-001 to EPUB-041 are the rules of an EPUB by their number, for any EPUB that is checked; EPUB-101 and
// up are found while ours is pressed; EPUB-200 and up are said of a file as a whole and by EPUBCheck.
import type { Code } from './code-row.js';

export const EPUB_CODES = {
  'EPUB-001': {
    severity: 'error',
    title: 'mimetype is not first and stored',
    about:
      'Reading systems know an EPUB by its first bytes: the entry "mimetype", stored, without an ' +
      'extra field. Zip the package with a tool made for EPUBs.',
  },
  'EPUB-002': {
    severity: 'info',
    title: 'The zip is not in order',
    about:
      'Entries are sorted, carry one time, and folders have none of their own, so that the same book ' +
      'gives the same bytes. Books zipped by hand rarely are.',
  },
  'EPUB-004': {
    severity: 'error',
    title: 'File name is not safe',
    about:
      'Names hold only A-Z, a-z, 0-9, dot, hyphen, underscore and slash, and no two differ by case ' +
      'alone. Other names fail on some devices. Rename the file.',
  },
  'EPUB-007': {
    severity: 'error',
    title: 'A name occurs twice in the zip',
    about: 'Which of the two a reading system shows is chance. Pack the book again.',
  },
  'EPUB-008': {
    severity: 'warning',
    title: 'The identifier does not last',
    about:
      "Readers' notes and bought copies hang on the identifier. It is a UUID of version 5 made from " +
      "the book's seed, or an ISBN with a right check digit.",
  },
  'EPUB-009': {
    severity: 'warning',
    title: 'A contributor is incompletely described',
    about:
      'Each person stands in an element of their own with a MARC role and the name that a library ' +
      'files them by.',
  },
  'EPUB-010': {
    severity: 'warning',
    title: 'A language is missing or wrong',
    about:
      'Speech and hyphenation follow the language. The package, the book and each document state the ' +
      'same valid BCP 47 tag as lang and xml:lang. A passage in another language states its own.',
  },
  'EPUB-011': {
    severity: 'error',
    title: 'A date is missing or wrong',
    about: 'dcterms:modified occurs once, in UTC to the second. dc:date is the day of publication.',
  },
  'EPUB-012': {
    severity: 'warning',
    title: 'A metadata field is empty or invented',
    about: 'A field that nobody filled is left out.',
  },
  'EPUB-013': {
    severity: 'warning',
    title: 'Accessibility metadata is missing',
    about:
      'Stores show, and European law asks, what a reader with a disability can expect: access modes, ' +
      'features, hazards and a summary.',
  },
  'EPUB-014': {
    severity: 'warning',
    title: 'Accessibility metadata and content differ',
    about: 'The metadata claims something that the book does not have, or omits something that it has.',
  },
  'EPUB-016': {
    severity: 'warning',
    title: 'The pagination source is not named',
    about:
      'A page list says which print edition it follows, in the two ways that all versions of ' +
      'EPUBCheck and Ace take.',
  },
  'EPUB-017': {
    severity: 'error',
    title: 'The page list and the pages differ',
    about: 'Each printed page has one marker in the text and one entry in the list, in reading order.',
  },
  'EPUB-018': {
    severity: 'warning',
    title: 'A page marker is not usable',
    about:
      'A marker has the role doc-pagebreak, a label and an id, and never stands inside a link or a note.',
  },
  'EPUB-019': {
    severity: 'warning',
    title: 'A landmark is missing',
    about: 'Cover, contents and the start of the text can be reached from everywhere.',
  },
  'EPUB-020': {
    severity: 'warning',
    title: 'Contents and headings differ',
    about: 'The contents list every chapter by the words of its heading.',
  },
  'EPUB-021': {
    severity: 'warning',
    title: 'The NCX does not fit',
    about:
      'Older reading systems read toc.ncx: the same identifier, each place numbered once, two levels ' +
      'at most.',
  },
  'EPUB-022': {
    severity: 'warning',
    title: 'The cover is incomplete',
    about:
      'One picture is the cover, named in both the new and the old way, and shown on a page with an ' +
      'alternative text.',
  },
  'EPUB-023': {
    severity: 'warning',
    title: 'The cover is not as stores want it',
    about: 'A JPEG, 1600 by 2560 pixels ideally, at most 5.6 megapixels.',
  },
  'EPUB-024': {
    severity: 'error',
    title: 'Image is damaged, too large, or not RGB',
    about: 'Every picture decodes to its last line, has at most 5.6 megapixels and is RGB.',
  },
  'EPUB-025': {
    severity: 'warning',
    title: 'Image is transparent',
    about: 'Transparency shows black at night and on old devices. Lay the picture on white.',
  },
  'EPUB-026': {
    severity: 'warning',
    title: 'Image without a description',
    about: 'Describe in words what the image shows. Leave the text empty where the image only decorates.',
  },
  'EPUB-027': {
    severity: 'error',
    title: 'A font is unusable',
    about: 'Fonts are TrueType or OpenType and say under which licence they travel.',
  },
  'EPUB-028': {
    severity: 'warning',
    title: 'A character is in no font',
    about:
      'A character without a font shows as a box. Ship a font that has it, or end the font list with ' +
      'serif or sans-serif.',
  },
  'EPUB-029': {
    severity: 'error',
    title: 'XML is not well formed',
    about: 'A reading system shows an error in place of the page.',
  },
  'EPUB-030': {
    severity: 'warning',
    title: 'Semantics are missing or unknown',
    about:
      'epub:type comes from the vocabulary and has a role of the same meaning beside it, for screen readers.',
  },
  'EPUB-031': {
    severity: 'warning',
    title: 'A note does not pop up or lead back',
    about: 'A call leads to an aside in its own file that shows its number and links back.',
  },
  'EPUB-032': {
    severity: 'warning',
    title: 'Headings skip a level',
    about:
      'Who hears a book finds the way by its headings: one of the first level a file, and none left ' +
      'out on the way down.',
  },
  'EPUB-033': {
    severity: 'warning',
    title: 'Table is hard to read',
    about: 'Header cells need a scope. A table of more than four columns does not fit a phone.',
  },
  'EPUB-034': {
    severity: 'warning',
    title: 'Something in the text is active or styles itself',
    about:
      "No scripts, frames, forms, event handlers or style attributes: readers' settings and stores " +
      'take none.',
  },
  'EPUB-035': {
    severity: 'error',
    title: 'A link leads nowhere',
    about:
      'Every link inside the book arrives, and none names a manuscript file or the disk of whoever ' +
      'made the book.',
  },
  'EPUB-036': {
    severity: 'error',
    title: 'Resource not in the package',
    about:
      'Images, fonts and styles travel inside the book. An EPUB fetches nothing, and no path leaves ' +
      'its folder.',
  },
  'EPUB-037': {
    severity: 'warning',
    title: "Style overrides the reader's settings",
    about:
      'No colours of text or ground, no fixed sizes of type, no positions, no negative measures, no ' +
      '@import: night mode and large type work.',
  },
  'EPUB-038': {
    severity: 'warning',
    title: 'Something is wider than a telephone',
    about: 'Nothing is wider than 360 pixels.',
  },
  'EPUB-039': {
    severity: 'warning',
    title: 'Template or Markdown signs are left',
    about: '{{, <%, [^ or ]( stand in the text: something was not filled in or not recognised.',
  },
  'EPUB-040': {
    severity: 'warning',
    title: 'A file is too large',
    about: 'Older reading systems are slow or fail on files over 300 kB. Split the chapter.',
  },
  'EPUB-041': {
    severity: 'error',
    title: 'Invalid XHTML',
    about:
      'An element or an attribute is not allowed in this place: a paragraph in a paragraph, a link in ' +
      'a link, an unknown role. Stores check this and refuse the book. In a book that Foldmark makes, ' +
      'look at its templates.',
  },
  'EPUB-101': {
    severity: 'warning',
    title: 'EPUB without a cover image',
    about:
      'Stores refuse a book without a cover and shelves show a blank. Name one in book.yml under ' +
      'epub: cover, or leave the cover to the cover template.',
  },
  'EPUB-102': {
    severity: 'error',
    title: 'Image cannot be decoded',
    about:
      'The file is damaged, cut off, or not what its ending says. Open it in an image editor and ' +
      'export it again.',
  },
  'EPUB-103': {
    severity: 'warning',
    title: 'Image type that not every reading system shows',
    about:
      'WebP is allowed by EPUB 3.3 and by no earlier version, and stores that check against EPUB 3.2 ' +
      'refuse the book. Every reading system shows PNG, JPEG, GIF and SVG.',
  },
  'EPUB-200': {
    severity: 'error',
    title: 'The EPUB cannot be opened',
    about: 'The file is no zip, is cut off, or names no package. Make or fetch it again.',
  },
  'EPUB-201': {
    severity: 'error',
    title: 'EPUBCheck finds an error',
    about: "The message carries EPUBCheck's own number. Stores run the same checks and refuse the book.",
  },
  'EPUB-202': {
    severity: 'warning',
    title: 'EPUBCheck warns',
    about: "The message carries EPUBCheck's own number.",
  },
} as const satisfies Readonly<Record<string, Code>>;
