// Grows DOM nodes from a flow: nothing is parsed, so nothing in a text can become markup.
import type { Flow, FlowNode } from '../../../model/flow.js';
import { refuse } from './blocked-requests.js';

const SVG = 'http://www.w3.org/2000/svg';
const MATH = 'http://www.w3.org/1998/Math/MathML';
const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * What loads, leads away or runs. No template may write it; whatever comes here all the same is told and left
 * out.
 */
const LIVE = /^(applet|base|embed|frame|frameset|iframe|link|meta|object|script)$/i;

/** A fragment with the flow's nodes; blocks carry their name in `data-block`. */
export function createNodes(flow: Flow): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...flow.map((node) => grow(node, XHTML)));
  return fragment;
}

function grow(node: FlowNode, outside: string): Node {
  if (node.type === 'text') return document.createTextNode(node.value);
  if (LIVE.test(node.tag)) {
    refuse(`<${node.tag}>`);
    return document.createDocumentFragment();
  }
  const space = spaceOf(node.tag, outside);
  const grown = document.createElementNS(space, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) setAttribute(grown, name, value);
  if (node.block !== undefined) grown.setAttribute('data-block', node.block);
  const inside = node.tag === 'foreignObject' ? XHTML : space;
  grown.append(...node.children.map((child) => grow(child, inside)));
  return grown;
}

function spaceOf(tag: string, outside: string): string {
  if (tag === 'svg') return SVG;
  return tag === 'math' ? MATH : outside;
}

function setAttribute(grown: Element, name: string, value: string): void {
  if (name.startsWith('xlink:')) grown.setAttributeNS('http://www.w3.org/1999/xlink', name, value);
  else grown.setAttribute(name, value);
}
