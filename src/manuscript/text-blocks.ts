// Blocks: the elements that hold words. Their names are equal in every edition, which is how losses are
// found.
import { elementsOf, mapFlow, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';
import {
  HEADINGS,
  LIST_PARTS,
  REGIONS,
  TABLE_COLUMNS,
  TABLE_PARTS,
  TEXT_BLOCKS,
} from '../shared/html-elements.js';

const BLOCK_TAGS: ReadonlySet<string> = new Set([
  ...HEADINGS,
  ...LIST_PARTS,
  ...REGIONS,
  ...TABLE_COLUMNS,
  ...TABLE_PARTS,
  ...TEXT_BLOCKS,
  'fm-break',
]);

/** Whether an element stands on lines of its own: by its tag, or by what is in it. */
export function isBlock(node: ElementNode): boolean {
  return BLOCK_TAGS.has(node.tag) || elementsOf(node.children).some((inner) => BLOCK_TAGS.has(inner.tag));
}

/** Names the blocks `<owner>.1`, `<owner>.2` … in reading order. */
export function nameBlocks(flow: Flow, owner: string): Flow {
  let count = 0;
  return mapFlow(flow, (node) =>
    node.type === 'element' && holdsWords(node) ? { ...node, block: `${owner}.${++count}` } : node,
  );
}

function holdsWords(node: ElementNode): boolean {
  return BLOCK_TAGS.has(node.tag) && node.children.some(hasWords);
}

function hasWords(node: FlowNode): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (isBlock(node)) return false;
  return node.tag === 'fm-ref' || node.tag === 'fm-mention' || node.children.some(hasWords);
}
