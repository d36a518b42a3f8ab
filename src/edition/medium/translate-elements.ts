// Says Foldmark's own elements in a medium's terms. Each medium is one table of functions.
import type { ElementNode, Flow } from '../../model/flow.js';

/** A link must not stand in a link, so terms that make links need to know where they are. */
export type Within = 'text' | 'link';

export type Say = (node: ElementNode, within: Within) => Flow;

export interface Terms {
  readonly 'fm-note': Say;
  readonly 'fm-mention': Say;
  readonly 'fm-ref': Say;
  /** A link that a template wrote by hand: `<a href="#ANCHOR">`. */
  readonly 'a': Say;
}

/** Replaces every element that the terms speak of, children first. */
export function speak(flow: Flow, terms: Terms, within: Within = 'text'): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text') return [node];
    const link = node.tag === 'a' || (node.tag === 'fm-ref' && node.children.length > 0);
    const inner = { ...node, children: speak(node.children, terms, link ? 'link' : within) };
    const say = isTerm(node.tag) ? terms[node.tag] : undefined;
    return say ? say(inner, within) : [inner];
  });
}

function isTerm(tag: string): tag is keyof Terms {
  return tag === 'a' || tag === 'fm-note' || tag === 'fm-mention' || tag === 'fm-ref';
}
