// TPL: what can be wrong with templates, themes and the words they ask for.
import type { Code } from './code-row.js';

export const TEMPLATE_CODES = {
  'TPL-001': {
    severity: 'error',
    title: 'Template does not parse',
    about:
      'A template is not valid Handlebars: a block is not closed, or braces do not match. The message ' +
      "carries the parser's own reason and line.",
  },
  'TPL-002': {
    severity: 'error',
    title: 'Template variable does not exist',
    about:
      'A template names a variable or a helper that does not exist. docs/reference/templates.md lists ' +
      'what every template gets. Put values of your own under `custom:` in book.yml and read them as ' +
      '`book.custom.name`.',
  },
  'TPL-003': {
    severity: 'error',
    title: 'Unknown partial',
    about: 'A template includes another (`{{> name}}`) that is in none of the folders of templates.',
  },
  'TPL-004': {
    severity: 'error',
    title: 'Template is missing',
    about: 'The book has a section of a kind for which there is no template.',
  },
  'TPL-005': {
    severity: 'error',
    title: 'Template fails',
    about:
      'A template stopped with an error of another kind while it was filled in. The message carries ' +
      'the reason.',
  },
  'TPL-006': {
    severity: 'error',
    title: 'Template without one root element',
    about:
      "The template of a section makes exactly one element, `<section>`, whose id is the part's. Text " +
      'or elements beside it would belong to no section.',
  },
  'TPL-007': {
    severity: 'error',
    title: 'Markup in an attribute',
    about:
      'A value that holds markup (a title, a caption, a body) was put into an attribute, which takes ' +
      'plain text only. Use the plain variant, such as `part.plainTitle`.',
  },
  'TPL-008': {
    severity: 'info',
    title: "No words in the book's language",
    about:
      'Foldmark has its own words (Contents, Notes, page) in Arabic, Dutch, English, French, German, ' +
      'Italian, Portuguese and Spanish. It uses the English ones for other languages. A book can ' +
      'replace them in its own templates.',
  },
  'TPL-009': {
    severity: 'error',
    title: 'Font face cannot be used',
    about:
      'book.yml or theme.yml names a font that is not there, or whose file is damaged, a collection, ' +
      "or no font at all. A font is a TTF, OTF or WOFF2 file in the book's folder or in an npm " +
      "package. Foldmark looks for packages in the `node_modules` of the book's folder and of the " +
      'folders above it, and then among its own.',
  },
  'TPL-010': {
    severity: 'info',
    title: 'No hyphenation in this language',
    about:
      "There are no hyphenation patterns for the book's language, so words are kept whole and " +
      'justified lines may be loose.',
  },
  'TPL-011': {
    severity: 'error',
    title: 'Style sheet imports another',
    about:
      'A style sheet has an `@import`, which is not followed: the cascade is base, print or ebook, ' +
      'theme, book. Put the rules into one of its sheets.',
  },
  'TPL-012': {
    severity: 'error',
    title: 'Template writes something a book cannot hold',
    about:
      'A book runs nothing and fetches nothing. It holds no scripts, handlers, frames or forms, and ' +
      "no addresses except files of the book and links for the reader. Put styles into the book's " +
      'style sheets.',
  },
  'TPL-013': {
    severity: 'warning',
    title: 'Font without italic or bold',
    about:
      'The font that book.yml or theme.yml names for the text or the labels has no italic, or no ' +
      'bold, beside it. Foldmark never slants or thickens letters by machine. It sets such words in ' +
      'the nearest face of the family, where nobody sees the emphasis. Name the other files of the ' +
      'family, or choose a family that has them.',
  },
  'TPL-014': {
    severity: 'warning',
    title: 'Font that forbids embedding',
    about:
      'Flags inside of the font (fsType, "restricted licence embedding") say that files may not hold ' +
      'it. Every PDF for print and every EPUB with its own type holds its fonts. Foldmark embeds it, ' +
      'since you may have a licence that says otherwise; some printers refuse such files.',
  },
  'TPL-015': {
    severity: 'error',
    title: 'Style sheet names a font',
    about:
      'Fonts come in through `fonts:` in book.yml or theme.yml, where Foldmark reads them, checks ' +
      'that they have all characters, and embeds them. A style sheet calls them by their roles: Text, ' +
      'Label, Mono. A font that only a style sheet names would escape all of that.',
  },
} as const satisfies Readonly<Record<string, Code>>;
