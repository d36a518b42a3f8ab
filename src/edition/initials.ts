// The initial: the first letter of a text's first paragraph, made an element that styles and the line setter
// can take.
import { element, text, textOf, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';

/**
 * Characters of a line: no more stand in any measure that is good to read, so a text of more needs the next
 * line.
 */
const LINE = 72;

/**
 * Puts the first letter, with an opening quotation mark before it, into `<span class="drop-cap">`, which
 * reaches down over `lines` lines. Where the paragraph is too short to stand beside it, the letter is raised
 * on its one line instead: `<span class="raised-cap">`. A text that does not begin with a paragraph, or whose
 * paragraph begins with something else than a letter or figure, stays as it is.
 */
export function setInitial(flow: Flow, lines = 3): Flow {
  const first = flow.findIndex((node) => node.type === 'element' || node.value.trim() !== '');
  const head = flow[first];
  if (head?.type !== 'element' || head.tag !== 'p') return flow;
  const changed = inFirstText(head, textOf([head]).length > (lines - 1) * LINE ? 'drop-cap' : 'raised-cap');
  return changed ? [...flow.slice(0, first), changed, ...flow.slice(first + 1)] : flow;
}

/**
 * Opening marks, then a number with all its figures, or one letter with its accents and what it joins by a
 * virama; the rest.
 */
const OPENING =
  /^(\s*)([\p{Ps}\p{Pi}"'“‘„‚«‹¿¡]*(?:\p{N}+(?:[.,\u202F\u00A0]\p{N}+)*|\p{L}\p{M}*(?:(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0CCD\u0D4D])\u200D?\p{L}\p{M}*)*))(.*)$/su;

/** Emphasis and small capitals may open a paragraph; a note, an image or a link may not be torn apart. */
const ENTERED = new Set(['em', 'strong', 'i', 'b', 'span', 'q', 'cite', 'fm-mention']);

type Initial = 'drop-cap' | 'raised-cap';

function inFirstText(node: ElementNode, initial: Initial): ElementNode | undefined {
  const [first, ...rest] = node.children;
  const changed = first && openNode(first, initial);
  return changed && { ...node, children: [...changed, ...rest] };
}

/**
 * The cap stands before the emphasis it was in: the line setter looks for a float at the head of the
 * paragraph.
 */
function liftOut(node: ElementNode, initial: Initial): Flow | undefined {
  const [first, ...rest] = node.children;
  const opened = first && openNode(first, initial);
  if (!opened) return undefined;
  const after = opened.findIndex((one) => one.type === 'element') + 1;
  return [
    ...opened.slice(0, after).map((one) => (SLANTED.has(node.tag) ? slanted(one) : one)),
    { ...node, children: [...opened.slice(after), ...rest] },
  ];
}

const SLANTED = new Set(['em', 'i', 'cite']);

function slanted(node: FlowNode): FlowNode {
  return node.type === 'element'
    ? { ...node, attributes: { ...node.attributes, class: `${node.attributes['class'] ?? ''} slanted` } }
    : node;
}

function openNode(node: FlowNode, initial: Initial): Flow | undefined {
  if (node.type === 'element') return ENTERED.has(node.tag) ? liftOut(node, initial) : undefined;
  const [, space = '', letter = '', rest = ''] = OPENING.exec(node.value) ?? [];
  if (letter === '') return undefined;
  return [...(space ? [text(space)] : []), element('span', { class: initial }, [text(letter)]), text(rest)];
}
