// CONF: what can be wrong with the settings an author writes, and with any file before its words are looked
// at.
import type { Code } from './code-row.js';

export const CONFIG_CODES = {
  'CONF-001': {
    severity: 'error',
    exit: 2,
    title: 'YAML does not parse',
    about:
      "A settings file is not valid YAML. The message carries the parser's own reason and place. The " +
      'usual causes are a tab in the indentation, a colon inside an unquoted value, and a quotation ' +
      'mark that is never closed.',
  },
  'CONF-002': {
    severity: 'error',
    exit: 2,
    title: 'Unknown key',
    about:
      'A settings file has a key that Foldmark does not know, so what it says would be lost without a ' +
      'word. Correct the spelling, or move values of your own under `custom:`, where templates can ' +
      'read them.',
  },
  'CONF-003': {
    severity: 'error',
    exit: 2,
    title: 'Value of the wrong type',
    about:
      'A key holds another type of value than it takes: a list where a word is wanted, a word where a ' +
      'number is wanted. The message says what was found and what is wanted.',
  },
  'CONF-004': {
    severity: 'error',
    exit: 2,
    title: 'Required key is missing',
    about:
      'Something that a book cannot do without is not given: its title, the name of a contributor, ' +
      'the id of a cast member.',
  },
  'CONF-005': {
    severity: 'error',
    exit: 2,
    title: 'Unknown word',
    about:
      'A key takes one of a few words and was given another: a kind of chapter, a way of numbering, ' +
      'an edition.',
  },
  'CONF-006': {
    severity: 'error',
    exit: 2,
    title: 'Not a length',
    about:
      'A length is a number with its unit: `20mm`, `2cm`, `0.75in`, `14pt`, `96px` or `80Q`. A length ' +
      'without a unit could mean anything, so it is refused.',
  },
  'CONF-007': {
    severity: 'error',
    exit: 2,
    title: 'Unknown trim size',
    about: 'The trim size is neither the name of a known size nor a measure such as `148mm x 210mm`.',
  },
  'CONF-008': {
    severity: 'error',
    exit: 2,
    title: 'Unknown role of a contributor',
    about:
      'A contributor has a role: a word (`author`, `editor`, `illustrator`) or a code of the MARC ' +
      'relator list (`aut`, `edt`, `ill`). Libraries and shops read that code from the EPUB.',
  },
  'CONF-009': {
    severity: 'error',
    exit: 2,
    title: 'Not a language tag',
    about:
      'Hyphenation, quotation marks and reading aloud depend on the language, which is named by a BCP ' +
      '47 tag: `en-GB`, `de`, `pt-BR`, `ar`.',
  },
  'CONF-010': {
    severity: 'error',
    exit: 2,
    title: 'Not a valid ISBN',
    about:
      'An ISBN has thirteen digits, begins with 978 or 979, and its last digit checks the others. A ' +
      'wrong digit would send orders to another book.',
  },
  'CONF-011': {
    severity: 'error',
    exit: 2,
    title: 'Not a date',
    about:
      'Dates are written as ISO 8601 has them: `2026`, `2026-11` or `2026-11-23`, and must exist in ' +
      'the calendar.',
  },
  'CONF-012': {
    severity: 'error',
    exit: 2,
    title: 'File listed twice',
    about:
      "A file stands at two places of the book's order. Its words would be printed twice and its " +
      'anchors would collide.',
  },
  'CONF-013': {
    severity: 'error',
    exit: 2,
    title: 'Listed file does not exist',
    about:
      "A settings file names a file that the book's folder does not hold. Names are compared letter " +
      'by letter, capitals included.',
  },
  'CONF-014': {
    severity: 'error',
    exit: 2,
    title: 'File is not UTF-8',
    about:
      'Text files must be UTF-8. A file in another encoding would be set with wrong characters. Save ' +
      'it as UTF-8 in your editor.',
  },
  'CONF-015': {
    severity: 'error',
    exit: 2,
    title: 'NUL in a text file',
    about:
      'A text file holds a NUL character, which no text needs and which parsers treat differently. ' +
      'The file may be UTF-16, or not text at all.',
  },
  'CONF-016': {
    severity: 'error',
    exit: 2,
    title: 'File is too large',
    about:
      'A settings file is larger than 1 MB, or a text file is larger than Foldmark reads. Nobody ' +
      'writes such a file by hand. The limit protects the build from files that were made to exhaust ' +
      'it.',
  },
  'CONF-017': {
    severity: 'error',
    exit: 2,
    title: 'No book.yml',
    about: 'A folder becomes a book by a `book.yml` in it. A title is enough.',
  },
  'CONF-018': {
    severity: 'error',
    exit: 2,
    title: 'Unknown theme',
    about:
      "The theme is a folder with a `theme.yml`, in Foldmark's own `styles/` or in the book's `styles/`.",
  },
  'CONF-019': {
    severity: 'error',
    exit: 2,
    title: 'Cast id used twice',
    about:
      'Two members of the cast have the same id, so a mention of it could mean either. Give one of ' +
      'them another id.',
  },
  'CONF-020': {
    severity: 'error',
    exit: 2,
    title: "File outside the book's folder",
    about:
      "A settings file names a file by an absolute path, or leaves the book's folder by `..` or a " +
      "link. Foldmark reads nothing outside of the book's folder.",
  },
  'CONF-021': {
    severity: 'error',
    exit: 2,
    title: 'Key given twice',
    about:
      'A settings file has the same key twice in one place, so one of the two values would be ' +
      'ignored. Keep one.',
  },
  'CONF-022': {
    severity: 'error',
    exit: 2,
    title: 'YAML feature not allowed',
    about:
      'The settings use a part of YAML that no book needs and that attackers use: thousands of ' +
      'aliases, tags that make objects, several documents, keys such as `__proto__`.',
  },
  'CONF-023': {
    severity: 'error',
    exit: 2,
    title: 'Value out of range',
    about:
      'A number or a length makes no sense for its key: a negative margin, a heading level of 9, a ' +
      'bleed of half a metre.',
  },
  'CONF-024': {
    severity: 'error',
    exit: 2,
    title: 'Margins leave no page',
    about: 'The margins together are as large as the page, or leave so little that no line fits.',
  },
  'CONF-025': {
    severity: 'error',
    exit: 2,
    title: 'Not a style variable',
    about:
      'A variable of the theme has a name in kebab-case and a plain CSS value without `;`, braces, ' +
      'comments or `url()`: `spot: "#ff5c39"`.',
  },
  'CONF-026': {
    severity: 'error',
    exit: 2,
    title: 'Control character in a value',
    about:
      'A value holds a character that no book can show: a control character, or half of a surrogate ' +
      'pair. It mostly comes from an escape such as `"\\u0007"`. XML forbids these characters, so the ' +
      'EPUB would not open.',
  },
  'CONF-027': {
    severity: 'error',
    exit: 2,
    title: 'Not a file name',
    about:
      'The name of the book becomes the name of its files. It takes letters of ASCII, digits, ' +
      'hyphens, dots and underscores, and begins with a letter or a digit.',
  },
  'CONF-028': {
    severity: 'error',
    exit: 2,
    title: 'Not a web address',
    about: 'An address begins with `https://` or `http://`. Nothing else is linked from a book.',
  },
  'CONF-029': {
    severity: 'error',
    exit: 2,
    title: 'Nothing to place here',
    about:
      'The order of the book names a section whose text is not given: `dedication` without a ' +
      '`dedication:` in book.yml.',
  },
  'CONF-030': {
    severity: 'error',
    exit: 2,
    title: 'Not a cast id',
    about:
      'The id of a cast member is written in mentions, `{@sam}`, and becomes part of anchors. It ' +
      'takes letters, digits, hyphens and underscores, and begins with a letter.',
  },
  'CONF-031': {
    severity: 'warning',
    exit: 2,
    title: 'Comment that looks like words',
    about:
      'In YAML a `#` after a space begins a comment, so `title: Low Water #3` is the title "Low ' +
      'Water". Put the value in quotes, or leave a space after the `#` of a comment.',
  },
  'CONF-040': {
    severity: 'warning',
    exit: 2,
    title: 'Front matter of other tools',
    about:
      'Chapters hold front matter that other tools read (`layout`, `tags`, `date`). Foldmark leaves ' +
      'these keys alone and tells them once for the book. `title`, `author`, `language` and a few ' +
      'more are read.',
  },
  'CONF-041': {
    severity: 'warning',
    exit: 2,
    title: 'Front matter read in part',
    about:
      "A chapter's front matter does not parse, or holds a value that a chapter cannot have. Foldmark " +
      'reads the rest of it. A title with a colon needs quotes.',
  },
  'CONF-045': {
    severity: 'warning',
    exit: 2,
    title: "A file of another tool's list is missing",
    about:
      'The order of the book comes from `SUMMARY.md`, `_quarto.yml` or a like file, because book.yml gives ' +
      "none. It names files that the book's folder does not hold. The others are built.",
  },
  'CONF-044': {
    severity: 'error',
    exit: 2,
    title: 'Front matter never closed',
    about:
      'A line of `---` or `+++` opens front matter, keys follow it, and no such line closes it. Words ' +
      'of the chapter might be taken for keys, or keys be printed as words.',
  },
} as const satisfies Readonly<Record<string, Code>>;
