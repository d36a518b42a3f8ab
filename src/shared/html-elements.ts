// Kinds of HTML elements. Whoever needs a list of its own composes it from these.

export const HEADINGS: readonly string[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

export const LIST_PARTS: readonly string[] = ['ul', 'ol', 'li', 'dl', 'dt', 'dd'];

export const TABLE_PARTS: readonly string[] = [
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
];

export const TABLE_COLUMNS: readonly string[] = ['colgroup', 'col'];

/** Elements that divide a page into regions. */
export const REGIONS: readonly string[] = [
  'section',
  'article',
  'aside',
  'header',
  'footer',
  'main',
  'address',
];

/** Elements that hold paragraphs or stand beside them. */
export const TEXT_BLOCKS: readonly string[] = ['p', 'div', 'blockquote', 'pre', 'figure', 'figcaption'];

/** Words that are not prose. */
export const CODE: readonly string[] = ['code', 'kbd', 'samp', 'pre'];

/** What the typographer leaves alone: code, formulas and drawings. */
export const NOT_PROSE: readonly string[] = [...CODE, 'math', 'svg'];

/** The presentation elements of MathML Core. https://www.w3.org/TR/mathml-core/ */
export const MATHML_ELEMENTS: readonly string[] = [
  'math',
  'mrow',
  'mi',
  'mn',
  'mo',
  'mtext',
  'mspace',
  'ms',
  'mfrac',
  'msqrt',
  'mroot',
  'mstyle',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mmultiscripts',
  'mprescripts',
  'mtable',
  'mtr',
  'mtd',
  'mpadded',
  'mphantom',
  'merror',
  'semantics',
  'menclose',
];

/** Words with a meaning or a look of their own, inside a line. */
export const PHRASES: readonly string[] = [
  'em',
  'strong',
  'i',
  'b',
  'span',
  'q',
  'cite',
  'abbr',
  'small',
  'bdi',
];

/** Elements without an end tag. https://html.spec.whatwg.org/#void-elements */
export const VOID_ELEMENTS: readonly string[] = [
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
];

/** Elements of older HTML without an end tag. */
export const OBSOLETE_VOID_ELEMENTS: readonly string[] = ['basefont', 'param', 'frame'];
