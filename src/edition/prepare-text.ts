// Prepares manuscript text for its section: figures and scene breaks get their templates, images their names.
import { mapFlow, textOf, elementsOf, type ElementNode, type Flow } from '../model/flow.js';
import type { Images } from './resources/edition-images.js';
import type { Context } from './templates/template-errors.js';
import type { Templates } from './templates/open-templates.js';

export interface PrepareTextSources {
  readonly templates: Templates;
  readonly images: Images;
  /** What every template is given besides its own. */
  readonly given: Context;
}

export function prepareText(flow: Flow, sources: PrepareTextSources): Flow {
  return mapFlow(flow, (node) => {
    if (node.type === 'text') return node;
    if (node.tag === 'fm-break') return sources.templates.render('scene-break', sources.given);
    if (node.tag === 'img') return namedImage(node, sources.images);
    return node.tag === 'figure' ? figure(node, sources) : node;
  });
}

function namedImage(image: ElementNode, images: Images): ElementNode {
  return {
    ...image,
    attributes: { ...image.attributes, src: images.href(image.attributes['src'] ?? '', image.at) },
  };
}

/** A figure around something else than a picture (a table, code) needs no template. */
function figure(node: ElementNode, { templates, images, given }: PrepareTextSources): Flow {
  const inside = elementsOf(node.children);
  const image = inside.find((one) => one.tag === 'img');
  if (!image) return [node];
  const caption = inside.find((one) => one.tag === 'figcaption');
  const src = image.attributes['src'] ?? '';
  const size = images.size(src);
  return templates.render('figure', {
    ...given,
    id: node.attributes['id'] ?? '',
    src,
    alt: image.attributes['alt'] ?? '',
    caption:
      caption && textOf(caption.children).trim() !== ''
        ? templates.slots.put(caption.children, caption.block)
        : '',
    classes: [node, image]
      .flatMap((one) => (one.attributes['class'] ?? '').split(/\s+/))
      .filter((name) => name !== ''),
    width: size?.width ?? null,
    height: size?.height ?? null,
  });
}
