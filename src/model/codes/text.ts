// TEXT: what can be wrong with the words of a manuscript and their markup. CAST: with the people named in it.
import type { Code } from './code-row.js';

export const TEXT_CODES = {
  'TEXT-001': {
    severity: 'error',
    title: 'Manuscript is empty',
    about:
      'No file of the book holds any words. Chapters are Markdown files (`*.md`) in the book folder, ' +
      'or as listed under `chapters:` in book.yml.',
  },
  'TEXT-002': {
    severity: 'warning',
    title: 'Unknown kind of chapter',
    about:
      "The attribute `role` of a chapter's heading names a kind of chapter that there is not. The " +
      'chapter is set as if it had no role.',
  },
  'TEXT-003': {
    severity: 'error',
    title: 'Nested too deeply',
    about:
      'Quotations, lists or other markup stand inside each other so deeply that the parser gives up ' +
      'and would leave out what is inside.',
  },
  'TEXT-004': {
    severity: 'error',
    title: 'Control character',
    about:
      'The text holds a character that no font can show and no EPUB may hold. It usually comes from ' +
      'pasting out of a PDF or a terminal.',
  },
  'TEXT-005': {
    severity: 'error',
    title: 'HTML swallows the text after it',
    about:
      'An HTML tag or comment is opened and never closed, or closed too late, so that the words after ' +
      'it would not be printed.',
  },
  'TEXT-006': {
    severity: 'warning',
    title: 'HTML element left out',
    about:
      'A book holds words, tables and images. Foldmark leaves out scripts, styles, frames, forms and ' +
      'embedded objects. It keeps the words of other unknown elements.',
  },
  'TEXT-007': {
    severity: 'warning',
    title: 'HTML attribute left out',
    about:
      'Elements may carry a class, an id, a language, and the attributes of their own kind. An attribute ' +
      'that is left out in many places is reported once, at the first of them. Put ' +
      "styles into the book's style sheets, where both editions find them. Event handlers belong " +
      'nowhere in a book.',
  },
  'TEXT-008': {
    severity: 'error',
    title: 'Address is not allowed',
    about:
      "A link leads to a web page, to an e-mail address, to a telephone number, to a chapter's file " +
      'or to an anchor. It is an error if an address runs a script or opens a file on the disk of the ' +
      'reader. Other addresses are a warning: the words of the link stay.',
  },
  'TEXT-009': {
    severity: 'warning',
    title: "Image not in the book's folder",
    about:
      "An image must be a file in the book's folder. Foldmark fetches nothing: a frame with the image's " +
      'description stands in its place.',
  },
  'TEXT-010': {
    severity: 'warning',
    title: 'Heading skips a level',
    about:
      'A heading is more than one level below the one before it. Readers who navigate by headings ' +
      'hear a gap. Use the next level and let the style decide its size.',
  },
  'TEXT-011': {
    severity: 'warning',
    title: 'Second title in one chapter',
    about:
      'A chapter has one title, its first heading of level 1. A second one is set as a heading of ' +
      'level 2. Make it another file, or split the file at headings with `split:` in book.yml.',
  },
  'TEXT-012': {
    severity: 'warning',
    title: 'Note does not exist',
    about:
      'The text calls a note that is nowhere defined, so the call is printed as it is written. A label ' +
      'that differs from the note only in its capitals leads to the note.',
  },
  'TEXT-013': {
    severity: 'warning',
    title: 'Note is never called',
    about: 'A note is defined and the text never calls it, so it will not be printed.',
  },
  'TEXT-014': {
    severity: 'error',
    title: 'Note is defined twice',
    about: 'Two notes of one file have the same label, and only one of them could be printed.',
  },
  'TEXT-015': {
    severity: 'error',
    title: 'Footnote not allowed here',
    about:
      "The contents, running heads and reading systems repeat a chapter's title, and a footnote " +
      'cannot follow it there. A dedication cannot hold one either. Call the footnote from the first ' +
      'paragraph of a chapter.',
  },
  'TEXT-016': {
    severity: 'warning',
    title: 'Block is never closed',
    about:
      'A block that begins with `:::` and a name runs until as many colons stand alone on a line. ' +
      'Without them it holds everything to the end of the file.',
  },
  'TEXT-017': {
    severity: 'warning',
    title: 'Not a mention',
    about:
      'The characters `{@` begin a mention of a cast member, but what follows is not one, so it is ' +
      'printed as it is written.',
  },
  'TEXT-018': {
    severity: 'warning',
    title: 'Colons without a block',
    about:
      'A line of three colons or more neither opens nor closes a block, so it is printed as it is ' +
      'written. A block inside another needs fewer colons than the outer one.',
  },
  'TEXT-019': {
    severity: 'error',
    title: 'Table row has too many cells',
    about:
      'A row holds more cells than the table has columns, and what is too many would be left out. A ' +
      'line between cells that is meant as a character is written `\\|`.',
  },
  'TEXT-020': {
    severity: 'warning',
    title: 'Image without a description',
    about:
      'Who cannot see an image hears its description, the words in the square brackets. An image that ' +
      'only decorates has an empty one and the class `decorative`.',
  },
  'TEXT-021': {
    severity: 'warning',
    title: 'Not an id',
    about:
      'An id begins with a letter or an underscore, and holds letters, digits, hyphens, dots and ' +
      'underscores. EPUB allows nothing else. Another id is changed to a sound one, and links to it ' +
      'follow.',
  },
  'TEXT-022': {
    severity: 'warning',
    title: 'Note calls itself',
    about:
      'A note holds a call of itself, which leads its reader nowhere. The note is printed once, and its ' +
      'number stands at both calls. A note may call another one.',
  },
  'TEXT-023': {
    severity: 'warning',
    title: 'Angle brackets printed as typed',
    about:
      'Markdown takes `<name>` for a tag of HTML, and a browser hides tags that it does not know. A name ' +
      'that is no element, and has no end tag, is printed as it is written: `List<String>`, `<your name>`.',
  },
  'TEXT-030': {
    severity: 'warning',
    title: 'Formula that cannot be read',
    about:
      'Temml reads the TeX of formulas, and does not know a command or a form of this one. It is printed ' +
      'as code. https://temml.org/docs/en/supported lists the commands.',
  },
  'TEXT-040': {
    severity: 'warning',
    title: 'Scene break at the head of a file',
    about:
      'A file begins with `---`, which opens front matter in most tools, and no keys follow. Foldmark ' +
      'sets it as a scene break. `***` is one everywhere.',
  },
  'TEXT-041': {
    severity: 'warning',
    title: 'File without words',
    about: 'A file of the book is empty, or holds a comment alone. It becomes no chapter.',
  },
  'TEXT-042': {
    severity: 'warning',
    title: 'Heading without words',
    about: 'A line of `#` has no words. Foldmark leaves it out: it would be an empty line in the contents.',
  },
  'TEXT-043': {
    severity: 'warning',
    title: "The book's title over a chapter's",
    about:
      'A heading of level 1 begins a file, and another follows at once. Foldmark takes the first for ' +
      "the book's title if it is that, or if most files repeat it. The second one is the chapter's title.",
  },
  'TEXT-050': {
    severity: 'warning',
    title: 'Include that cannot be followed',
    about:
      'A text asks for another file (`{{#include part.md}}`), and the file or its part is missing, lies ' +
      'outside of the book folder, is no text or includes itself. The line is printed as it is written.',
  },
  'CAST-001': {
    severity: 'error',
    title: 'Unknown cast member',
    about: 'The text mentions someone by an id that no member in the cast file has.',
  },
  'CAST-002': {
    severity: 'warning',
    title: 'Name of several members',
    about:
      'Mentions are found by name, and several members of the cast answer to this one, so it is not ' +
      'taken for a mention. Mark the mentions (`{@id|name}`), or take the alias away from all members ' +
      'but one.',
  },
} as const satisfies Readonly<Record<string, Code>>;
