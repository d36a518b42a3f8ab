// Calls of notes that follow one another: a comma between them, or 1 and 2 would read as 12.
import { element, hasClass, text, type ElementNode, type Flow } from '../../model/flow.js';

/**
 * Puts the comma before each call that only notes' own texts part from the call before it, however deep
 * either stands in emphasis.
 */
export function separateCalls(flow: Flow): Flow {
  let afterCall = false;
  const walk = (nodes: Flow): Flow =>
    nodes.flatMap((node): Flow => {
      if (node.type === 'text') {
        if (node.value !== '') afterCall = false;
        return [node];
      }
      if (hasClass(node, 'note')) return [{ ...node, children: separateCalls(node.children) }];
      if (hasClass(node, 'note-call')) {
        const parted = afterCall ? [comma(), node] : [node];
        afterCall = true;
        return parted;
      }
      const runsOn = INLINE.has(node.tag) && node.block === undefined;
      if (!runsOn) afterCall = false;
      const children = walk(node.children);
      if (!runsOn) afterCall = false;
      return [{ ...node, children }];
    });
  return walk(flow);
}

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'dfn',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'u',
  'var',
]);

/** Of the edition's own making, so that who compares its words with the manuscript's sets it aside. */
function comma(): ElementNode {
  return element('span', { class: 'note-comma generated' }, [text(',')]);
}
