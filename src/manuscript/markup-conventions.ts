// The conventions that templates and styles count on: verse has its lines, figures their id and class, header
// cells their scope, and an element holds either words or blocks, never both.
import { element, hasClass, mapFlow, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import { isBlock } from './text-blocks.js';
import { verseLines } from './verse-lines.js';
import { REGIONS } from '../shared/html-elements.js';

export function shapeFlow(flow: Flow): Flow {
  return wordsApart(mapFlow(flow, shapeNode), undefined);
}

function shapeNode(node: FlowNode): FlowNode | Flow {
  if (node.type === 'text') return node;
  if (node.tag === 'p' && hasClass(node, 'stanza')) return verseLines(node);
  if (node.tag === 'figure') return figureOf(node);
  if (node.tag === 'thead') return { ...node, children: mapFlow(node.children, scoped) };
  return CONTAINERS.has(node.tag) ? { ...node, children: settle(node) } : node;
}

function scoped(node: FlowNode): FlowNode {
  return node.type === 'element' && node.tag === 'th'
    ? { ...node, attributes: { scope: 'col', ...node.attributes } }
    : node;
}

/** What the author said of the image is meant for the figure. */
function figureOf(node: ElementNode): ElementNode {
  const image = node.children.find(
    (child): child is ElementNode => child.type === 'element' && child.tag === 'img',
  );
  if (!image) return node;
  const { id, class: classes, ...own } = image.attributes;
  const both = [node.attributes['class'], classes].filter(Boolean).join(' ');
  return {
    ...node,
    attributes: {
      ...node.attributes,
      ...(id === undefined ? {} : { id }),
      ...(both === '' ? {} : { class: both }),
    },
    children: node.children.map((child) => (child === image ? { ...image, attributes: own } : child)),
  };
}

/** Elements that may hold words or blocks. */
const CONTAINERS: ReadonlySet<string> = new Set([
  ...REGIONS,
  'li',
  'blockquote',
  'div',
  'td',
  'th',
  'dd',
  'figcaption',
  'a',
  'ins',
  'del',
  'span',
]);

/** In a container with blocks, words between them become paragraphs. */
function settle({ children, at }: ElementNode): Flow {
  return children.some(isBlockNode) ? wordsApart(children, at) : children;
}

function wordsApart(nodes: Flow, around: Span | undefined): Flow {
  const settled: FlowNode[] = [];
  let at = around;
  let words: FlowNode[] = [];
  const close = (): void => {
    if (words.some((node) => node.type === 'element' || node.value.trim() !== ''))
      settled.push(paragraph(words, at));
    words = [];
  };
  for (const node of nodes) {
    if (!isBlockNode(node)) {
      words.push(node);
      continue;
    }
    close();
    settled.push(node);
    at = (node.type === 'element' ? node.at : undefined) ?? at;
  }
  close();
  return settled;
}

/**
 * Words have no place of their own: the paragraph stands where markup in it does, or else what comes before
 * it.
 */
function paragraph(words: Flow, before: Span | undefined): ElementNode {
  const at = words.find((node): node is ElementNode => node.type === 'element')?.at ?? before;
  return { ...element('p', {}, words), ...(at && { at }) };
}

function isBlockNode(node: FlowNode): boolean {
  return node.type === 'element' && isBlock(node);
}
