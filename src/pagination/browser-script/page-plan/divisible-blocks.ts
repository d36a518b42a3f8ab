// What is too long to go whole, as the page breaker may part it: a table between its rows, code between its
// lines.
import type { OverflowPlace } from '../paged-js/overflow.js';
import { measuring } from '../pages/measure.js';
import { reach, repeatedHeight } from '../pages/tables.js';

export interface BlockPart {
  /** Where a page begins with it. */
  readonly at: OverflowPlace;
  /** What stands in it, for the notes that it calls. */
  readonly holds: readonly HTMLElement[];
  /** In CSS pixels, as are the heads. */
  readonly top: number;
  readonly bottom: number;
  /** What is repeated above it at the head of a page. */
  readonly head: number;
  readonly stays: boolean;
}

/** `line` and `depth`, the height of a page, in CSS pixels. */
export interface Measures {
  readonly line: number;
  readonly depth: number;
}

/** Undefined for what goes whole, and for what is neither. */
export function blockParts(element: HTMLElement, measures: Measures): readonly BlockPart[] | undefined {
  if (!isLong(element, measures)) return undefined;
  if (element instanceof HTMLTableElement) return rowsOf(element, measures.depth);
  return element instanceof HTMLPreElement ? codeLinesOf(element, measures.line) : undefined;
}

/** In lines: what is no longer goes whole. */
export const LONG = 20;

/** More than a page cannot be kept together, whatever a style asks for. */
function isLong(element: HTMLElement, { line, depth }: Measures): boolean {
  const { height } = element.getBoundingClientRect();
  return height > depth || (height / line > LONG && getComputedStyle(element).breakInside !== 'avoid');
}

/** Rows that a cell joins are one part; head and caption are part of the first, the foot of the last. */
function rowsOf(table: HTMLTableElement, depth: number): readonly BlockPart[] {
  const groups: HTMLTableRowElement[][] = [];
  let joined = 0;
  for (const row of [...table.tBodies].flatMap(({ rows }) => [...rows])) {
    if (joined > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
    joined = Math.max(joined, reach(row)) - 1;
  }
  const { top, bottom } = table.getBoundingClientRect();
  const above = [table.caption, table.tHead].filter((one) => one !== null);
  const head = table.tHead === null ? 0 : repeatedHeight(table.tHead, depth);
  const tops = groups.map(([row]) => row?.getBoundingClientRect().top ?? top);
  return groups.map((rows, index) => ({
    at: { node: index === 0 ? table : (rows[0] ?? table), offset: 0 },
    holds: index === 0 ? [...above, ...rows] : rows,
    top: index === 0 ? top : (tops[index] ?? top),
    bottom: tops[index + 1] ?? bottom,
    head: index === 0 ? 0 : head,
    stays: staysAt(index, groups.length),
  }));
}

/** Neither one row or line alone at a foot nor one at a head. */
function staysAt(index: number, count: number): boolean {
  return index > 0 && (index === 1 || index === count - 1 || count <= 3);
}

/** No page begins with an empty line. */
function codeLinesOf(pre: HTMLPreElement, line: number): readonly BlockPart[] {
  const { top, bottom } = pre.getBoundingClientRect();
  const starts = startsOf(pre);
  const rows = starts.map((place, index) => (index === 0 ? 0 : rowOf(place, top, line)));
  return starts.map((at, index) => ({
    at: index === 0 ? { node: pre, offset: 0 } : at,
    holds: [],
    top: top + (rows[index] ?? 0) * line,
    bottom: index === starts.length - 1 ? bottom : top + (rows[index + 1] ?? 0) * line,
    head: 0,
    stays:
      staysAt(index, starts.length) ||
      (index > 0 && at.node instanceof Text && at.node.data.charAt(at.offset) === '\n'),
  }));
}

/** Where each line of the code begins: behind a line break, unless nothing more comes. */
function startsOf(pre: HTMLPreElement): readonly OverflowPlace[] {
  const starts: OverflowPlace[] = [];
  const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
  let begins = true;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    for (let offset = 0; offset < node.data.length; offset += 1) {
      if (begins) starts.push({ node, offset });
      begins = node.data.charAt(offset) === '\n';
    }
  }
  return starts;
}

function rowOf({ node, offset }: OverflowPlace, top: number, line: number): number {
  const range = measuring();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  const [box] = range.getClientRects();
  return box === undefined ? 0 : Math.round((box.top + box.height / 2 - top) / line - 0.5);
}
