// A long file cut into chapters before its headings.
import type { BookConfig } from '../model/settings.js';
import { textOf, type ElementNode, type Flow } from '../model/flow.js';

/**
 * A stretch of a file: what begins at `heading`, or what stands before the first one. The flow is without the
 * heading.
 */
export interface Section {
  readonly heading?: ElementNode;
  readonly level: 'part' | 'chapter';
  readonly flow: Flow;
}

/**
 * Cuts at headings of the chapters' level and above; those of the parts' level make parts. What stands before
 * the first heading, or under a heading above the chapters' that is no part (mostly the book's title), is
 * kept only if it has words.
 */
export function splitAtHeadings(flow: Flow, split: NonNullable<BookConfig['split']>): readonly Section[] {
  const cuts = flow.flatMap((node, index) => (headingLevel(node) <= split.chapter ? [index] : []));
  if (cuts.length === 0) return [{ level: 'chapter', flow }];
  const before = { level: 'chapter', flow: flow.slice(0, cuts[0]) } as const;
  const sections = cuts.map((cut, index): Section => {
    const heading = flow[cut] as ElementNode;
    const level = headingLevel(heading) === split.part ? 'part' : 'chapter';
    return { heading, level, flow: flow.slice(cut + 1, cuts[index + 1]) };
  });
  return [before, ...sections].filter((section) => isKept(section, split));
}

function isKept(section: Section, split: NonNullable<BookConfig['split']>): boolean {
  const level = section.heading ? headingLevel(section.heading) : 0;
  return level === split.chapter || level === split.part || hasContent(section.flow);
}

/** Whether there is anything to read or to see. */
export function hasContent(flow: Flow): boolean {
  return (
    textOf(flow).trim() !== '' ||
    flow.some((node) => node.type === 'element' && (node.tag === 'img' || hasContent(node.children)))
  );
}

/** 1 to 6; beyond all levels for anything else. */
export function headingLevel(node: Flow[number]): number {
  const level = node.type === 'element' ? /^h([1-6])$/.exec(node.tag)?.[1] : undefined;
  return level === undefined ? Infinity : Number(level);
}
