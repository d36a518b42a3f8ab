// From the HTML that a template wrote to a flow. The only file of this room that knows parse5.
import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { element, text, withoutNodes, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';

/**
 * Parses an HTML fragment as the standard says; comments and doctypes go. `data-block` becomes the element's
 * block.
 */
export function readHtml(html: string): Flow {
  return flowOf(parseFragment(html));
}

function flowOf(parent: Tree.ParentNode): Flow {
  return parent.childNodes.flatMap((node): readonly FlowNode[] => {
    if (defaultTreeAdapter.isTextNode(node)) return [text(node.value)];
    return defaultTreeAdapter.isElementNode(node) ? [elementOf(node)] : [];
  });
}

function elementOf(node: Tree.Element): ElementNode {
  const all = node.attrs.map(
    (one) => [one.prefix ? `${one.prefix}:${one.name}` : one.name, one.value] as const,
  );
  const { 'data-block': block, ...attributes } = Object.fromEntries(all);
  const made = element(node.tagName, withoutNodes(attributes, 'xmlns'), flowOf(contentOf(node)));
  return block === undefined ? made : { ...made, block };
}

/** A <template> keeps its children apart; a book has no use for the difference. */
function contentOf(node: Tree.Element): Tree.ParentNode {
  return 'content' in node ? (node as Tree.Template).content : node;
}
