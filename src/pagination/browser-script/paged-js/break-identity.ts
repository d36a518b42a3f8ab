// Break positions by identity. Paged.js finds the place where a page broke again by comparing words, and
// takes the first that are equal: in a refrain, or among equal rows, it prints lines twice or loses them.
// Here every node that is rendered remembers which node of the source it was made from.
import type { Chunker } from './engine.js';
import type { OverflowPlace } from './overflow.js';

const origins = new WeakMap<Node, OverflowPlace>();

/** Remembers from now on. A text's offset counts the characters that stand on earlier pages. */
export function followIdentity(chunker: Chunker): void {
  chunker.hooks.renderNode.register((rendered: Node, source: Node) => {
    remember(rendered, source);
  });
}

/**
 * Copies are deep or shallow; either way children correspond one to one, until notes are moved to the foot.
 */
function remember(rendered: Node, source: Node): void {
  if (rendered instanceof Text) {
    const cut = (source.textContent ?? '').length - rendered.data.length;
    origins.set(rendered, { node: source, offset: Math.max(0, cut) });
    return;
  }
  origins.set(rendered, { node: source, offset: 0 });
  const sources = source.childNodes;
  rendered.childNodes.forEach((child, index) => {
    const from = sources[index];
    if (from !== undefined && from.nodeType === child.nodeType) remember(child, from);
  });
}

/** The place of the source that a rendered place was made from; undefined for what the engine made itself. */
export function originOf({ node, offset }: OverflowPlace): OverflowPlace | undefined {
  const origin = origins.get(node);
  if (origin === undefined || !(node instanceof Text)) return origin;
  const at = origin.offset + offset;
  const { parentNode, previousSibling } = origin.node;
  return at === 0 && previousSibling === null && parentNode instanceof Element
    ? { node: parentNode, offset: 0 }
    : { node: origin.node, offset: at };
}
