// How manuscript text passes through a template without being read by it: the template gets a slot to place,
// and the text is put there afterwards. So nothing an author wrote is ever evaluated, parsed twice or changed
// by a template.
import {
  element,
  elementsOf,
  mapFlow,
  withoutNodes,
  type BlockId,
  type ElementNode,
  type Flow,
  type FlowNode,
} from '../../model/flow.js';
import { setInitial } from '../initials.js';
import { markup } from './handlebars.js';

const TAG = 'fm-slot';
const INITIAL = 'initial';

/**
 * What a template is given for a text: markup to place, or the empty string, which is false in an `{{#if}}`.
 */
export type Slot = ReturnType<typeof markup> | '';

export interface Slots {
  /**
   * `block` names the text as one block of the manuscript; the element the template puts it in then carries
   * the name.
   */
  put(flow: Flow, block?: BlockId): Slot;
  /** Puts the texts in. A text placed a second time loses its ids and blocks: they name one place only. */
  fill(flow: Flow): Flow;
  /** Elements with a slot in an attribute, where no text can go. */
  misplaced(flow: Flow): readonly ElementNode[];
}

/** The same slot, its text to begin with an initial over so many lines; anything else as it is. */
export function withInitial(slot: unknown, lines: number): unknown {
  const html =
    typeof slot === 'object' && slot !== null && 'toHTML' in slot
      ? String((slot as { toHTML(): unknown }).toHTML())
      : '';
  return html.startsWith(`<${TAG} `)
    ? markup(html.replace(`<${TAG} `, `<${TAG} ${INITIAL}="${lines}" `))
    : slot;
}

export function openSlots(): Slots {
  const texts: { readonly flow: Flow; readonly block: BlockId | undefined }[] = [];
  const placed = new Set<number>();

  const put = (flow: Flow, block?: BlockId): Slot => {
    if (flow.length === 0) return '';
    texts.push({ flow, block });
    return markup(`<${TAG} key="${texts.length - 1}"></${TAG}>`);
  };

  const open = (slot: ElementNode): { readonly flow: Flow; readonly block: BlockId | undefined } => {
    const key = Number(slot.attributes['key']);
    const held = texts[key];
    if (!held) return { flow: [], block: undefined };
    const again = placed.has(key);
    placed.add(key);
    const lines = slot.attributes[INITIAL];
    const text = lines === undefined ? held.flow : setInitial(held.flow, Number(lines));
    return again ? { flow: withoutNames(text), block: undefined } : { flow: fill(text), block: held.block };
  };

  const fill = (flow: Flow): Flow =>
    flow.flatMap((node) => (node.type === 'text' ? [node] : fillElement(node)));

  const fillElement = (node: ElementNode): Flow => {
    if (node.tag === TAG) return open(node).flow;
    const parts = node.children.map((child) =>
      isSlot(child) ? open(child) : { flow: fill([child]), block: undefined },
    );
    const named = parts.filter((part) => part.block !== undefined);
    const only = named.length === 1 && node.block === undefined ? named[0] : undefined;
    const children = parts.flatMap((part) =>
      part.block === undefined || part === only
        ? part.flow
        : [{ ...element('span', {}, part.flow), block: part.block }],
    );
    return [{ ...node, children, ...(only?.block !== undefined && { block: only.block }) }];
  };

  return { put, fill, misplaced: (flow) => elementsOf(flow).filter(hasSlotInAttribute) };
}

function isSlot(node: FlowNode): node is ElementNode {
  return node.type === 'element' && node.tag === TAG;
}

function hasSlotInAttribute(node: ElementNode): boolean {
  return Object.values(node.attributes).some((value) => value.includes(`<${TAG} `));
}

function withoutNames(flow: Flow): Flow {
  return mapFlow(flow, (node) => {
    if (node.type === 'text') return node;
    return element(node.tag, withoutNodes(node.attributes, 'id'), node.children);
  });
}
