// Elements in places where HTML allows none of them: they become what is allowed there, and their words stay.
import {
  element,
  elementsOf,
  textOf,
  withoutNodes,
  type ElementNode,
  type Flow,
  type FlowNode,
} from '../model/flow.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { isTime } from './attribute-values.js';

/** Finding: TEXT-006 for each element that became another. */
export function repairTree(flow: Flow): Outcome<Flow> {
  const diagnostics: Finding[] = [];
  const ids = new Set(elementsOf(flow).map(({ attributes: { id } }) => id));
  const walk = (nodes: Flow, above: readonly string[]): Flow =>
    nodes.map((node) => {
      if (node.type === 'text') return node;
      const tag = allowedTag(node, above);
      if (tag !== node.tag) diagnostics.push(changed(node, tag));
      const children = walk(node.children, [...above, tag]);
      const isList = tag === 'ul' || tag === 'ol';
      const attributes = soundAttributes({ ...node, tag }, { ids, parent: above.at(-1) });
      return {
        ...node,
        tag,
        attributes,
        children: isList
          ? listItems(children, (one) => changed(one, 'li'))
          : tag === 'table'
            ? tableParts(children)
            : children,
      };
    });
  const listItems = (nodes: Flow, tell: (node: ElementNode) => Finding): Flow => {
    const items: FlowNode[] = [];
    for (const node of nodes) {
      const last = items.findLastIndex((one) => one.type === 'element');
      const item = items[last];
      if (node.type === 'text' ? node.value.trim() === '' : node.tag === 'li') items.push(node);
      else {
        if (node.type === 'element') diagnostics.push(tell(node));
        // A list in a list belongs to the item before it.
        if (item?.type === 'element') items[last] = { ...item, children: [...item.children, node] };
        else items.push(element('li', {}, [node]));
      }
    }
    return items;
  };
  return outcome(walk(flow, []), diagnostics);
}

/** The parts of a table in the order in which a browser shows them, and HTML wants them. */
function tableParts(children: Flow): Flow {
  const first = children.find((node) => node.type === 'element' && node.tag === 'thead');
  return children
    .filter((node) => node.type === 'element' || node.value.trim() !== '')
    .map((node) =>
      // A second head is a part of the body.
      node !== first && node.type === 'element' && node.tag === 'thead' ? { ...node, tag: 'tbody' } : node,
    )
    .map((node, index) => ({ node, index }))
    .sort((one, other) => tableRank(one.node) - tableRank(other.node) || one.index - other.index)
    .map(({ node }) => node);
}

const TABLE_ORDER: Readonly<Record<string, number>> = { caption: 0, colgroup: 1, col: 1, thead: 2, tfoot: 4 };

function tableRank(node: FlowNode): number {
  return (node.type === 'element' ? TABLE_ORDER[node.tag] : undefined) ?? 3;
}

function allowedTag(node: ElementNode, above: readonly string[]): string {
  const parent = above.at(-1) ?? '';
  switch (node.tag) {
    case 'bdo':
      return node.attributes['dir'] === undefined ? 'span' : 'bdo';
    case 'time':
      return node.attributes['datetime'] !== undefined || isTime(textOf(node.children).trim())
        ? 'time'
        : 'span';
    case 'li':
      return parent === 'ul' || parent === 'ol' ? 'li' : 'div';
    case 'dt':
    case 'dd':
      return parent === 'dl' || (parent === 'div' && above.at(-2) === 'dl') ? node.tag : 'div';
    case 'figcaption':
      return parent === 'figure' ? 'figcaption' : 'div';
    case 'header':
    case 'footer':
      return above.some((tag) => tag === 'header' || tag === 'footer') ? 'div' : node.tag;
    default:
      return node.tag;
  }
}

/** Without what depends on other elements: cells that are not there, a number in a list without numbers. */
function soundAttributes(
  { tag, attributes }: ElementNode,
  around: { readonly ids: ReadonlySet<string | undefined>; readonly parent: string | undefined },
): ElementNode['attributes'] {
  const { headers, value } = attributes;
  const lost = headers?.split(/\s+/).some((id) => !around.ids.has(id)) === true;
  const idle = value !== undefined && !(tag === 'li' && around.parent === 'ol');
  if (!lost && !idle) return attributes;
  return withoutNodes(attributes, ...(lost ? ['headers'] : []), ...(idle ? ['value'] : []));
}

function changed(node: ElementNode, tag: string): Finding {
  return finding('TEXT-006', {
    message:
      tag === 'li'
        ? `HTML allows <${node.tag}> in a list only inside of an item <li>. It is moved into one.`
        : `HTML does not allow the element <${node.tag}> here. It becomes <${tag}>, and its words are kept.`,
    ...(node.at && { at: node.at }),
    hint: 'Write it in Markdown, or put it where HTML allows it.',
  });
}
