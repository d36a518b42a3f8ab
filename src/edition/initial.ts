// The drop cap: the first letter of a text's first paragraph, made an element that styles and the line setter can take.
import { element, text, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';

/**
 * Puts the first letter, with an opening quotation mark before it, into `<span class="drop-cap">`. A text that does
 * not begin with a paragraph, or whose paragraph begins with something else than a letter or figure, stays as it is.
 */
export function setInitial(flow: Flow): Flow {
  const first = flow.findIndex((node) => node.type === 'element' || node.value.trim() !== '');
  const head = flow[first];
  if (head?.type !== 'element' || head.tag !== 'p') return flow;
  const changed = inFirstText(head);
  return changed ? [...flow.slice(0, first), changed, ...flow.slice(first + 1)] : flow;
}

/** Opening marks, one letter with its accents, the rest. */
const OPENING = /^(\s*)([\p{Ps}\p{Pi}"'“‘„‚«‹¿¡]*[\p{L}\p{N}]\p{M}*)(.*)$/su;

/** Emphasis and small capitals may open a paragraph; a note, an image or a link may not be torn apart. */
const ENTERED = new Set(['em', 'strong', 'i', 'b', 'span', 'q', 'cite', 'fm-mention']);

function inFirstText(node: ElementNode): ElementNode | undefined {
  const [first, ...rest] = node.children;
  const changed = first && openNode(first);
  return changed && { ...node, children: [...changed, ...rest] };
}

/** The cap stands before the emphasis it was in: the line setter looks for a float at the head of the paragraph. */
function liftOut(node: ElementNode): Flow | undefined {
  const [first, ...rest] = node.children;
  const opened = first && openNode(first);
  if (!opened) return undefined;
  const after = opened.findIndex((one) => one.type === 'element') + 1;
  return [...opened.slice(0, after), { ...node, children: [...opened.slice(after), ...rest] }];
}

function openNode(node: FlowNode): Flow | undefined {
  if (node.type === 'element') return ENTERED.has(node.tag) ? liftOut(node) : undefined;
  const [, space = '', initial = '', rest = ''] = OPENING.exec(node.value) ?? [];
  if (initial === '') return undefined;
  return [...(space ? [text(space)] : []), element('span', { class: 'drop-cap' }, [text(initial)]), text(rest)];
}
