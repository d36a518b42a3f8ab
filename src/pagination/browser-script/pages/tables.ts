// Tables over pages: rows that a cell joins stay together, and heads are repeated where a table goes on.
import type { Chunker } from '../paged-js/engine.js';
import type { OverflowPlace } from '../paged-js/overflow.js';

/**
 * The row that a break inside of a table is moved up to: the first that no cell joins with rows before it.
 */
export function rowToBreakAt(
  { node }: OverflowPlace,
  rendered: HTMLElement,
): HTMLTableRowElement | undefined {
  const row = outermostRow(node, rendered);
  if (row === undefined) return undefined;
  const rows = [...(row.parentElement?.children ?? [])].filter((one) => one instanceof HTMLTableRowElement);
  const at = rows.indexOf(row);
  let start = at;
  rows.slice(0, at).forEach((before, index) => {
    if (index < start && index + reach(before) > start) start = index;
  });
  return rows[start];
}

/** How many rows the tallest cell of a row stands in. */
export function reach(row: HTMLTableRowElement): number {
  return Math.max(1, ...[...row.cells].map(({ rowSpan }) => rowSpan));
}

function outermostRow(node: Node, rendered: HTMLElement): HTMLTableRowElement | undefined {
  let row: HTMLTableRowElement | undefined;
  for (let at: Node | null = node; at !== null && at !== rendered; at = at.parentNode)
    if (at instanceof HTMLTableRowElement) row = at;
  return row;
}

/** A head taller than this share of the page is not repeated. */
const MOST = 1 / 4;

/** Puts a copy of a table's head before the rows that go on, when the first of them is rendered. */
export function repeatHeads(chunker: Chunker): void {
  chunker.hooks.renderNode.register((rendered: Node, source: Node) => {
    const table = rendered.parentElement?.closest<HTMLTableElement>('table[data-split-from]');
    const from = source.parentElement?.closest('table');
    if (table == null || from == null || table.querySelector(':scope > thead') !== null || inHead(source))
      return;
    const head = from.querySelector<HTMLElement>(':scope > thead');
    if (head === null) return;
    const copy = repeated(head);
    table.prepend(copy);
    const room = table.closest('.pagedjs_page_content')?.clientHeight ?? 0;
    if (repeatedHeight(copy, room) === 0) copy.replaceChildren();
  });
}

/** How high the repeated head of a table stands on a page of a height; 0 where it is not repeated. */
export function repeatedHeight(head: HTMLElement, page: number): number {
  const { height } = head.getBoundingClientRect();
  return height > page * MOST ? 0 : height;
}

function inHead(source: Node): boolean {
  return (source instanceof Element ? source : source.parentElement)?.closest('thead') != null;
}

/** The words without what there may be only one of: names, notes and the blocks of the manuscript. */
function repeated(head: HTMLElement): HTMLElement {
  const copy = head.cloneNode(true) as HTMLElement;
  copy.setAttribute('data-repeated', '');
  for (const note of copy.querySelectorAll('[data-note], .note-call')) note.remove();
  for (const one of [copy, ...copy.querySelectorAll('*')])
    for (const name of ['id', 'data-ref', 'data-block', 'data-has-notes']) one.removeAttribute(name);
  return copy;
}

/** The words of the heads repeated on a page, a row each. */
export function repeatedWords(page: HTMLElement): readonly string[] {
  return [...page.querySelectorAll('[data-repeated] tr')].map((row) => row.textContent.replace(/\s+/g, ' '));
}
