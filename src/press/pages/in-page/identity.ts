// Break positions by identity. Paged.js finds the place where a page broke again by comparing words, and takes the first
// that are equal: in a refrain, or among equal rows, it prints lines twice or loses them. Here every node that is rendered
// remembers which node of the source it was made from.
import type { BreakToken, Chunker } from './engine.js';

interface Origin {
  readonly node: Node;
  /** Characters of the source's text that stand on earlier pages. */
  readonly offset: number;
}

const origins = new WeakMap<Node, Origin>();

/** Makes every break token name the node that broke, not one that looks like it. */
export function followIdentity(chunker: Chunker): void {
  chunker.hooks.renderNode.register((rendered: Node, source: Node) => { remember(rendered, source); });
  chunker.hooks.onBreakToken.register((token: BreakToken | undefined, overflow: Range | undefined) => {
    if (token !== undefined && overflow !== undefined) correct(token, overflow);
  });
}

/** Copies are deep or shallow; either way children correspond one to one, until notes are moved to the foot. */
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

function correct(token: BreakToken, { startContainer, startOffset }: Range): void {
  const broken = startContainer instanceof Text ? startContainer : startContainer.childNodes[startOffset];
  if (!(broken instanceof Text)) return;
  const origin = origins.get(broken);
  if (origin === undefined) return;
  const offset = origin.offset + (startContainer instanceof Text ? startOffset : 0);
  const opensParent = offset === 0 && origin.node.previousSibling === null && origin.node.parentNode instanceof Element;
  token.node = opensParent ? origin.node.parentNode : origin.node;
  token.offset = offset;
}
