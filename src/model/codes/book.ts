// BOOK, CAST, LINK and FIG: what can be wrong with a book as a whole, once all its chapters are known.
import type { Code } from './code-row.js';

export const BOOK_CODES = {
  'BOOK-001': {
    severity: 'warning',
    title: 'Link to an id that is used twice',
    about:
      'Two places of the book have the same id, and a link to it could mean either. The second id gets a ' +
      'number, and the link leads to the first place. Give one of them another id.',
  },
  'LINK-001': {
    severity: 'warning',
    title: 'Link to a file that is not in the book',
    about:
      'A link names a file that is no chapter of this book. Its words stay, without a link. Correct the ' +
      'name, add the file to `chapters:` in book.yml, or link to a web page.',
  },
  'LINK-002': {
    severity: 'warning',
    title: 'Link to a place that does not exist',
    about:
      'A link names an anchor that nothing in the book has: neither an id the author gave nor a ' +
      'heading. Its words stay, without a link. Correct the anchor, or give its target `{#anchor}`.',
  },
  'LINK-003': {
    severity: 'warning',
    title: 'Link without a sound address',
    about:
      'A link has no address, or one that no browser can follow, such as `https://` or a host with a ' +
      'space. Its words stay, without a link. Spaces, brackets and other signs after the host are ' +
      'repaired and not reported.',
  },
  'LINK-004': {
    severity: 'warning',
    title: 'Link that could mean two headings',
    about:
      'Headings with the same words are numbered in several ways: the third "Notes" is `notes-2` on ' +
      'GitHub, and `notes-3` in Foldmark. A link is read as on GitHub. Give the heading an id, and link ' +
      'to that.',
  },
  'CAST-010': {
    severity: 'warning',
    title: 'Cast member never mentioned',
    about:
      'A member of the cast is named nowhere in the text, so the appendix can show no place for them. ' +
      'Mark a mention as `{@id}`, or remove the member from cast.yml.',
  },
  'FIG-001': {
    severity: 'warning',
    title: 'Image does not exist',
    about:
      "A figure, a template or a style names an image that the book's folder does not hold. In the text a " +
      'frame with its description stands in its place. Where a file has the name in other capitals, with ' +
      'other slashes or without the end of a web address, that file is taken.',
  },
  'FIG-002': {
    severity: 'error',
    title: "Image outside the book's folder",
    about:
      "An image is named by an absolute path or an address on the network, or leaves the book's " +
      "folder by `..` or a link. Foldmark reads nothing outside of the book's folder.",
  },
  'FIG-003': {
    severity: 'warning',
    title: 'Image does not decode',
    about:
      'A file that should be an image is damaged, cut short, or of a kind that Foldmark does not ' +
      "read. It reads PNG, JPEG, GIF, WebP and SVG. It looks at the file's content and never at its " +
      'name. A frame with the description stands in its place.',
  },
  'FIG-004': {
    severity: 'error',
    title: 'Image is too large',
    about:
      'An image has more than 50 MB or more than 100 megapixels, which no page needs and which could ' +
      'exhaust the machine. Export it smaller.',
  },
  'FIG-006': {
    severity: 'error',
    title: 'SVG with active content',
    about:
      'An SVG holds a script, an event handler, HTML, or the address of something outside of itself. ' +
      'It would do nothing in the PDF. But the EPUB holds the file as it is, and nobody knows which ' +
      'program will open it. Export it as a plain drawing.',
  },
  'FIG-007': {
    severity: 'warning',
    title: 'SVG with a font on the web',
    about:
      'A style in an SVG loads a font from the web. A book loads nothing. The words of the drawing are ' +
      'drawn in a font of Foldmark.',
  },
  'FIG-008': {
    severity: 'warning',
    title: 'Characters of an SVG without a font',
    about:
      'Foldmark turns the words in an SVG into outlines, so that they look the same everywhere. No ' +
      'installed font has the characters that the finding names, and the drawing shows empty places.',
  },
  'FIG-005': {
    severity: 'warning',
    title: 'SVG without a size',
    about:
      'An SVG image needs a `viewBox`, or a `width` and a `height`, on its root element. Without them ' +
      'its proportions are unknown, and it prints at a size that nobody chose.',
  },
} as const satisfies Readonly<Record<string, Code>>;
