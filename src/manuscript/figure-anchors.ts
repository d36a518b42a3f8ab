// The images of a chapter, each with an anchor; figures take it, images among words carry it themselves.
import type { Figure } from '../model/book.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { hasClass, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';

export interface Figures {
  readonly flow: Flow;
  readonly figures: readonly Figure[];
}

/**
 * Anchors are the author's ids, or `<owner>--image-<n>`. Finding: TEXT-020 an image without a description.
 */
export function nameFigures(flow: Flow, owner: string): Outcome<Figures> {
  const figures: Figure[] = [];
  const diagnostics: Finding[] = [];
  let count = 0;
  const enter = (image: ElementNode, holder: ElementNode): ElementNode => {
    const anchor = holder.attributes['id'] ?? `${owner}--image-${++count}`;
    const alt = image.attributes['alt'] ?? '';
    const decorative = hasClass(image, 'decorative') || hasClass(holder, 'decorative');
    if (alt.trim() === '' && !decorative) diagnostics.push(withoutDescription(image));
    if (image.at) figures.push({ anchor, image: image.attributes['src'] ?? '', alt, at: image.at });
    return { ...holder, attributes: { ...holder.attributes, id: anchor } };
  };
  // Top down: a figure must be met before the image in it.
  const walk = (node: FlowNode): FlowNode => {
    if (node.type === 'text') return node;
    const image = node.tag === 'figure' ? node.children.find(isImage) : undefined;
    if (image) return withRest(enter(image, node), image, walk);
    return isImage(node) ? withAlt(enter(node, node)) : { ...node, children: node.children.map(walk) };
  };
  return outcome({ flow: flow.map(walk), figures }, diagnostics);
}

function withRest(figure: ElementNode, image: ElementNode, walk: (node: FlowNode) => FlowNode): ElementNode {
  return {
    ...figure,
    children: figure.children.map((child) => (child === image ? withAlt(image) : walk(child))),
  };
}

function withAlt(image: ElementNode): ElementNode {
  return { ...image, attributes: { alt: '', ...image.attributes } };
}

function isImage(node: FlowNode): node is ElementNode & { readonly tag: 'img' } {
  return node.type === 'element' && node.tag === 'img';
}

function withoutDescription(image: ElementNode): Finding {
  return finding('TEXT-020', {
    message: `The image "${image.attributes['src'] ?? ''}" has no description.`,
    ...(image.at && { at: image.at }),
    hint:
      'Say in the square brackets what it shows, or give it the class "decorative" when it shows ' +
      'nothing that matters: {.decorative}.',
  });
}
