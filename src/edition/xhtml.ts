// From a flow to XHTML text: well-formed whatever is in it. Both presses write their files with this.
import { type ElementNode, type Flow } from '../model/flow.js';
import { VOID_ELEMENTS } from '../shared/html-elements.js';

export interface XhtmlOptions {
  /** Whether block names go along as `data-block`; the print press reads them, the EPUB is clean without. */
  readonly blocks: 'kept' | 'dropped';
}

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const VOID = new Set(VOID_ELEMENTS);

/** Roots of other vocabularies need their namespace said. */
const NAMESPACES: Readonly<Record<string, string>> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

/**
 * Writes a flow as XHTML: attributes quoted, void elements closed, no named entities. The result also reads
 * as HTML. Control characters that XML cannot hold are a fault of the room that let them in: throws an Error.
 *
 * @example serialiseXhtml([element('br', {}, [])], { blocks: 'dropped' }) // '<br/>'
 */
export function serialiseXhtml(flow: Flow, options: XhtmlOptions): string {
  return flow
    .map((node) => (node.type === 'text' ? escapeText(node.value) : writeElement(node, options)))
    .join('');
}

export function escapeText(value: string): string {
  return legal(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (found) => (found === '\t' ? '&#9;' : '&#10;'));
}

function writeElement(node: ElementNode, options: XhtmlOptions): string {
  const attributes = Object.entries(attributesOf(node, options)).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  const open = `<${node.tag}${attributes.join('')}`;
  if (VOID.has(node.tag)) return `${open}/>`;
  return `${open}>${serialiseXhtml(node.children, options)}</${node.tag}>`;
}

function attributesOf(node: ElementNode, options: XhtmlOptions): Readonly<Record<string, string>> {
  const { 'data-block': named, ...others } = node.attributes;
  const block = node.block ?? named;
  const namespace = NAMESPACES[node.tag];
  return {
    ...(namespace !== undefined && { xmlns: namespace }),
    ...others,
    ...(block !== undefined && options.blocks === 'kept' && { 'data-block': block }),
  };
}

/**
 * https://www.w3.org/TR/xml/#charsets: no control characters but tab and line ends, no lone surrogates, no
 * U+FFFE, U+FFFF.
 */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

function legal(value: string): string {
  const found = ILLEGAL.exec(value)?.[0];
  if (found === undefined) return value;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  throw new Error(
    `XML cannot hold the character U+${code}; it should have been refused when the manuscript was read.`,
  );
}
