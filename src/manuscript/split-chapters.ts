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
  /** A part that nobody asked for. */
  readonly unnumbered?: true;
}

/**
 * Cuts at headings of the chapters' level and above; those of the parts' level make parts. A heading above
 * the chapters' with no words under it makes a part too, unless it is the book's title.
 */
export function splitAtHeadings(
  flow: Flow,
  { split, bookTitle }: { split: NonNullable<BookConfig['split']>; bookTitle: string },
): readonly Section[] {
  const cuts = flow.flatMap((node, index) => (headingLevel(node) <= split.chapter ? [index] : []));
  if (cuts.length === 0) return [{ level: 'chapter', flow }];
  const before = { level: 'chapter', flow: flow.slice(0, cuts[0]) } as const;
  const sections = cuts.map((cut, index): Section => {
    const heading = flow[cut] as ElementNode;
    const inside = flow.slice(cut + 1, cuts[index + 1]);
    const written = headingLevel(heading);
    if (written === split.part) return { heading, level: 'part', flow: inside };
    const isPart = written < split.chapter && !hasContent(inside);
    return { heading, level: isPart ? 'part' : 'chapter', ...(isPart && { unnumbered: true }), flow: inside };
  });
  return [before, ...sections].filter((section) => isKept(section, bookTitle));
}

function isKept({ heading, flow, unnumbered }: Section, bookTitle: string): boolean {
  if (!heading) return hasContent(flow);
  const isBookTitle = unnumbered && plainWords(textOf(heading.children)) === plainWords(bookTitle);
  return !isBookTitle && (!unnumbered || hasContent(heading.children));
}

/** Whether there is anything to read or to see. */
export function hasContent(flow: Flow): boolean {
  return (
    textOf(flow).trim() !== '' ||
    flow.some((node) => node.type === 'element' && (node.tag === 'img' || hasContent(node.children)))
  );
}

/** Titles are compared by their letters and digits. */
export function plainWords(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** 1 to 6; beyond all levels for anything else. */
export function headingLevel(node: Flow[number]): number {
  const level = node.type === 'element' ? /^h([1-6])$/.exec(node.tag)?.[1] : undefined;
  return level === undefined ? Infinity : Number(level);
}
