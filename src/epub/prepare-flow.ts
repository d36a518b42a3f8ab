// Dresses a flow for the package: what the press adds to the edition's XHTML so that readers and checkers
// agree on it.
import { mapFlow, type ElementNode, type Flow } from '../model/flow.js';
import { pathOf } from './package-names.js';
import { asSvgOneOne } from './svg-in-text.js';

/**
 * Renames pictures as the package names them, states every language twice (HTML's way and XML's way),
 * gives header cells their scope, and takes off the marks that only the press reads.
 */
export function prepareFlow(flow: Flow, names: ReadonlyMap<string, string>): Flow {
  return mapFlow(scoped(flow), (node) =>
    node.type === 'text' ? node : { ...bare(node), attributes: attributesOf(node, names) },
  );
}

function bare(node: ElementNode): ElementNode {
  const { block: _block, at: _at, ...rest } = node;
  return rest;
}

function attributesOf(node: ElementNode, names: ReadonlyMap<string, string>): ElementNode['attributes'] {
  const { 'data-block': _block, ...kept } = asSvgOneOne(node);
  const source = kept['src'];
  const language = kept['lang'] ?? kept['xml:lang'];
  return {
    ...kept,
    ...(source === undefined ? {} : { src: names.get(pathOf(source)) ?? source }),
    ...(language === undefined ? {} : { lang: language, 'xml:lang': language }),
  };
}

/** In a head a th heads its column, elsewhere its row. */
function scoped(flow: Flow, scope: 'col' | 'row' = 'row'): Flow {
  return flow.map((node) => {
    if (node.type === 'text') return node;
    const children = scoped(
      node.children,
      node.tag === 'thead' ? 'col' : node.tag === 'table' ? 'row' : scope,
    );
    if (node.tag !== 'th' || 'scope' in node.attributes) return { ...node, children };
    return { ...node, children, attributes: { ...node.attributes, scope } };
  });
}
