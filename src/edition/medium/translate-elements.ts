// Says Foldmark's own elements in a medium's terms. Each medium is one table of functions.
import type { ElementNode, Flow } from '../../model/flow.js';

/** A link must not stand in a link, so terms that make links need to know where they are. */
export type Within = 'text' | 'link';

export type TranslateElement = (node: ElementNode, within: Within) => Flow;

export interface ElementTerms {
  readonly 'fm-note': TranslateElement;
  readonly 'fm-mention': TranslateElement;
  readonly 'fm-ref': TranslateElement;
  /** A link that a template wrote by hand: `<a href="#ANCHOR">`. */
  readonly a: TranslateElement;
}

/** Replaces every element that the terms speak of, children first. */
export function translateElements(flow: Flow, terms: ElementTerms, within: Within = 'text'): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text') return [node];
    const link = node.tag === 'a' || (node.tag === 'fm-ref' && node.children.length > 0);
    const inner = { ...node, children: translateElements(node.children, terms, link ? 'link' : within) };
    const say = isTerm(node.tag) ? terms[node.tag] : undefined;
    return say ? say(inner, within) : [inner];
  });
}

function isTerm(tag: string): tag is keyof ElementTerms {
  return tag === 'a' || tag === 'fm-note' || tag === 'fm-mention' || tag === 'fm-ref';
}
