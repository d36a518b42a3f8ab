// Code runs to the right, also in a text that runs to the left, where its brackets and signs would change
// places.
import type { Metadata } from '../model/metadata.js';
import type { Flow } from '../model/flow.js';

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/**
 * Gives code its direction where what is around it has another, unless the author gave it one; `around` is
 * the flow's own.
 */
export function directCode(flow: Flow, around: Metadata['direction']): Flow {
  return flow.map((node) => {
    if (node.type === 'text') return node;
    const said = node.attributes['dir'];
    const needs = CODE.has(node.tag) && around === 'rtl' && said === undefined;
    const own = needs || said === 'ltr' ? 'ltr' : said === 'rtl' ? 'rtl' : around;
    return {
      ...node,
      ...(needs ? { attributes: { ...node.attributes, dir: 'ltr' } } : {}),
      children: directCode(node.children, own),
    };
  });
}
