// A title as it is listed: in the contents, the outline, a running head. Its markup stays, what can only
// stand once goes.
import { element, elementsOf, mapFlow, text, textOf, withoutNodes, type Flow } from '../model/flow.js';
import { MATHML_ELEMENTS, PHRASES } from '../shared/html-elements.js';

/** Elements that a listed title keeps, without their ids. */
const KEPT = new Set([...PHRASES, ...MATHML_ELEMENTS, 'sup', 'sub', 'code', 'bdo']);

/**
 * The title without notes, links, mentions, images, ids and blocks; line breaks become spaces. Ruby keeps its
 * base alone, and a title of images alone has their descriptions.
 *
 * @example listedTitle([text('Io'), element('fm-note', { ref: 'n1' }, [])]) // [text('Io')]
 */
export function listedTitle(title: Flow): Flow {
  const listed = listedWords(title);
  const isEmpty = textOf(listed).trim() === '';
  return isEmpty ? descriptions(title) : listed;
}

function descriptions(title: Flow): Flow {
  const words = elementsOf(title).flatMap(({ tag, attributes }) =>
    tag === 'img' ? (attributes['alt'] ?? []) : [],
  );
  return words.length === 0 ? [] : [text(words.join(' '))];
}

function listedWords(title: Flow): Flow {
  return mapFlow(title, (node) => {
    if (node.type === 'text') return node;
    if (node.tag === 'br') return text(' ');
    if (node.tag === 'fm-note' || node.tag === 'rt' || node.tag === 'rp') return [];
    if (!KEPT.has(node.tag)) return node.children;
    return element(node.tag, withoutNodes(node.attributes, 'id'), node.children);
  });
}
