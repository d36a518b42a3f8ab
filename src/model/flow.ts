// A text as a tree: what a chapter, a note or a template's output consists of. Names are XHTML's, plus four
// elements of our own that each edition turns into its own terms:
//   fm-note    ref="NOTE-ID" call="2"             a call for a note; its number where it was called before
//   fm-mention cast="CAST-ID" id="ANCHOR"         a mention of a cast member, its children its words
//   fm-ref     target="ANCHOR"                    a link inside the book; empty: the edition fills it in
//   fm-break                                      a scene break
// In a manuscript, and only there, the target of an fm-ref is still as the author meant it: `file:PATH` for a
// chapter, `file:PATH#NAME` for a place in it (`linkTarget`). PATH is always present (`#x` written in 02.md
// is `file:02.md#x`), and relative to the book folder, but for links from a site's root, which begin with
// `/`. The book room finds the file (book/link-files.ts), then looks for NAME in it: an id, then the names
// that other tools give to headings; then, the same way, in the whole book (book/place-names.ts).
import type { Span } from './source-span.js';

export interface TextNode {
  readonly type: 'text';
  readonly value: string;
}

export interface ElementNode {
  readonly type: 'element';
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Flow;
  /** Where the element begins, when it comes from the manuscript. */
  readonly at?: Span;
  /**
   * The name of a block of the manuscript, unique in the book and equal in every edition; only on elements
   * that hold text directly.
   */
  readonly block?: BlockId;
  /** The manuscript's characters in place of which others stand here, since no font has them. */
  readonly replaces?: string;
}

export type FlowNode = TextNode | ElementNode;
export type Flow = readonly FlowNode[];

/** `<chapter id>.<n>`, n counting from 1 in reading order; a note's blocks are `<note id>.<n>`. */
export type BlockId = string;

export function text(value: string): TextNode {
  return { type: 'text', value };
}

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: Flow,
): ElementNode {
  return { type: 'element', tag, attributes, children };
}

/** The words of a flow, as they stand: no space is added between blocks. */
export function textOf(flow: Flow): string {
  return flow.map((node) => (node.type === 'text' ? node.value : textOf(node.children))).join('');
}

/** Every element of a flow in document order, the flow's own first. */
export function elementsOf(flow: Flow): readonly ElementNode[] {
  const found: ElementNode[] = [];
  gather(flow, found);
  return found;
}

/**
 * A list and no generator: generators within generators pass each element up through all of them, and a book
 * has a hundred thousand.
 */
function gather(flow: Flow, found: ElementNode[]): void {
  for (const node of flow) {
    if (node.type === 'text') continue;
    found.push(node);
    gather(node.children, found);
  }
}

/**
 * Rebuilds a flow bottom-up: each node is replaced by what `change` returns for it (one node, several, or
 * none).
 */
export function mapFlow(flow: Flow, change: (node: FlowNode) => FlowNode | Flow): Flow {
  return flow.flatMap((node) => {
    const inner = node.type === 'text' ? node : { ...node, children: mapFlow(node.children, change) };
    return change(inner);
  });
}

/** A flow with the manuscript's characters where others stand in their place. */
export function withoutReplacements(flow: Flow): Flow {
  return mapFlow(flow, (node) =>
    node.type === 'element' && node.replaces !== undefined
      ? { ...node, children: [text(node.replaces)] }
      : node,
  );
}

/**
 * The target of a link inside the book, as a manuscript holds it. `#` and `%` of a file's name are written
 * with a percent sign.
 *
 * @example linkTarget('03 #notes.md', 'part') // 'file:03 %23notes.md#part'
 */
export function linkTarget(file: string, name: string): string {
  const path = file.replaceAll('%', '%25').replaceAll('#', '%23');
  return `file:${path}${name === '' ? '' : `#${name}`}`;
}

/** The file and the name in it of a target that `linkTarget` made. */
export function readLinkTarget(target: string): { readonly file: string; readonly name: string } {
  const [path = '', ...rest] = target.replace(/^file:/, '').split('#');
  return { file: path.replaceAll('%23', '#').replaceAll('%25', '%'), name: rest.join('#') };
}

/** Attributes but for the named ones. */
export function withoutNodes(
  attributes: ElementNode['attributes'],
  ...names: readonly string[]
): ElementNode['attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

export function hasClass(node: ElementNode, name: string): boolean {
  return (node.attributes['class'] ?? '').split(/\s+/).includes(name);
}
