// Which heading of a file is its title: that of level 1, or the one that it begins with.
import { textOf, type ElementNode, type Flow } from '../model/flow.js';
import { hasContent, headingLevel, plainWords } from './split-chapters.js';

export interface FileTitle {
  readonly title?: ElementNode;
  /** The text without its title. */
  readonly flow: Flow;
  /** The level that the title has among the headings of its file. */
  readonly depth: number;
}

/**
 * The first heading of level 1. A file without one that begins with a heading has that as its title: mdBook
 * and Jekyll write chapters so.
 */
export function titleOfFlow(flow: Flow, given: string | undefined): FileTitle {
  const first = flow.find((node): node is ElementNode => headingLevel(node) === 1);
  if (first) return { title: first, flow: flow.filter((node) => node !== first), depth: 1 };
  const head = headAtStart(flow);
  if (!head || (given !== undefined && plainWords(given) !== plainWords(textOf(head.children))))
    return { flow, depth: 1 };
  const others = flow.filter((node) => node !== head).map(headingLevel);
  const level = headingLevel(head);
  const least = Math.min(...others);
  return {
    title: head,
    flow: flow.filter((node) => node !== head),
    depth: least <= level ? least - 1 : level,
  };
}

/** The heading that a text begins with. */
export function headAtStart(flow: Flow): ElementNode | undefined {
  const at = flow.findIndex((node) => headingLevel(node) < Infinity);
  return at >= 0 && !hasContent(flow.slice(0, at)) ? (flow[at] as ElementNode) : undefined;
}

/**
 * The heading of level 1 that a file begins with, where another follows it at once: mostly the book's title,
 * repeated in each file.
 */
export function headOverTitle(flow: Flow): { head: ElementNode; next: ElementNode } | undefined {
  const head = headAtStart(flow);
  if (!head || headingLevel(head) !== 1) return undefined;
  const next = headAtStart(flow.slice(flow.indexOf(head) + 1));
  return next && headingLevel(next) <= 2 ? { head, next } : undefined;
}
