// What a book's HTML may consist of. The list names what is allowed; everything else is left out, with a
// finding.

import { MATHML_ELEMENTS } from '../shared/html-elements.js';

const COMMON = ['class', 'id', 'lang', 'dir'];

/**
 * Elements that a book may hold, with the attributes they may have beside a class, an id, a language and a
 * direction.
 */
const HTML: Readonly<Record<string, readonly string[]>> = {
  // blocks
  address: [],
  article: [],
  aside: [],
  blockquote: [],
  dd: [],
  div: [],
  dl: [],
  dt: [],
  figcaption: [],
  figure: [],
  footer: [],
  h1: ['role'],
  h2: ['role'],
  h3: ['role'],
  h4: ['role'],
  h5: ['role'],
  h6: ['role'],
  header: [],
  hr: [],
  li: ['value'],
  main: [],
  ol: ['start', 'type', 'reversed'],
  p: [],
  pre: [],
  section: [],
  ul: [],
  // tables
  caption: [],
  col: ['span'],
  colgroup: ['span'],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan', 'headers'],
  tfoot: [],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  thead: [],
  tr: [],
  // words
  a: ['href', 'title'],
  abbr: ['title'],
  b: [],
  bdi: [],
  bdo: [],
  br: [],
  cite: [],
  code: [],
  del: ['datetime'],
  dfn: ['title'],
  em: [],
  i: [],
  ins: ['datetime'],
  kbd: [],
  mark: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  small: [],
  span: ['title'],
  strong: [],
  sub: [],
  sup: [],
  time: ['datetime'],
  u: [],
  var: [],
  wbr: [],
  img: ['src', 'alt', 'title', 'width', 'height'],
};

const MATHML: ReadonlySet<string> = new Set(MATHML_ELEMENTS);
const MATHML_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...COMMON,
  'display',
  'alttext',
  'mathvariant',
  'displaystyle',
  'scriptlevel',
  'stretchy',
  'fence',
  'separator',
  'lspace',
  'rspace',
  'minsize',
  'maxsize',
  'form',
  'symmetric',
  'largeop',
  'movablelimits',
  'accent',
  'accentunder',
  'linethickness',
  'width',
  'height',
  'depth',
  'columnspan',
  'notation',
  'rowspan',
]);

/**
 * Elements whose content is no text of the book: they go with everything in them. Of all others the words
 * stay.
 */
const WITH_CONTENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'svg',
  'title',
  'base',
  'basefont',
  'link',
  'meta',
  'head',
  'audio',
  'video',
  'canvas',
  'map',
  'area',
  'input',
  'select',
  'textarea',
  'datalist',
  'param',
  'source',
  'track',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
  'annotation',
  'annotation-xml',
  'dialog',
  'portal',
]);

const MATHML_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

export interface Kind {
  readonly tag: string;
  readonly namespace: string;
}

/** `keep`; `unwrap`: the element goes and its words stay; `drop`: it goes with its content. */
export function fateOf({ tag, namespace }: Kind): 'keep' | 'unwrap' | 'drop' {
  if (namespace === MATHML_NAMESPACE) return MATHML.has(tag) ? 'keep' : 'drop';
  if (namespace.endsWith('/svg')) return 'drop';
  if (Object.hasOwn(HTML, tag)) return 'keep';
  return WITH_CONTENT.has(tag) ? 'drop' : 'unwrap';
}

export function mayHave({ tag, namespace }: Kind, attribute: string): boolean {
  if (namespace === MATHML_NAMESPACE) return MATHML_ATTRIBUTES.has(attribute);
  return COMMON.includes(attribute) || (HTML[tag] ?? []).includes(attribute);
}
