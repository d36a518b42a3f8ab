// Plans the pages of a part before Paged.js divides it, and writes the plan into it: paragraphs set again,
// and a mark where each page begins. What does not fit the plan's whole lines is left to Paged.js, and said.
import type { Column } from '../../../layout/pages/page-column.js';
import { planPages } from '../../../layout/pages/page-breaks.js';
import type { SettableParagraph } from '../lines/set-lines.js';
import type { OverflowPlace } from '../paged-js/overflow.js';
import { readColumn } from './read-column.js';
import type { Stage } from './plan-stage.js';

export interface PlannedGalley {
  /** Facts of the paragraphs, those that were set again in their new lines. */
  readonly facts: readonly SettableParagraph['fact'][];
  /** Why the pages were not planned. */
  readonly left?: string;
}

/** `depth` is the height of the page's text, in CSS pixels. */
export function planGalley(
  stage: Stage & { readonly depth: number; readonly start: Column['start'] },
  settable: readonly SettableParagraph[],
): PlannedGalley {
  const facts = settable.map(({ fact }) => fact);
  const column = undisturbed(stage, () => readColumn(stage, settable));
  if (typeof column === 'string') return leave(stage, { facts, left: column });
  const { blocks, noteRule, elements } = column;
  const depth = Math.floor(stage.depth / stage.line + 0.02);
  if (
    blocks.reduce((sum, { air }, index) => sum + air + linesOf(blocks[index]), 0) <= depth &&
    blocks.every(({ begins }) => begins === undefined)
  )
    return { facts };
  const plan = planPages({ blocks, noteRule, depth, start: stage.start });
  if (plan === undefined)
    return leave(stage, {
      facts,
      left: 'something in it is higher than a page, or leaves no room for its notes',
    });
  const again = new Map(
    Object.entries(plan.divisions).flatMap(([index, division]) => {
      const paragraph = column.paragraphs.get(elements[Number(index)] as HTMLElement);
      const block = blocks[Number(index)];
      const lines = block?.kind === 'paragraph' ? block.divisions[division]?.lines : undefined;
      const fit = paragraph?.others().find((one) => one.lines.length === lines);
      return paragraph !== undefined && fit !== undefined ? [[paragraph, paragraph.again(fit)] as const] : [];
    }),
  );
  for (const table of tablesIn(plan.starts.map(({ block }) => column.parted.get(block)?.whole)))
    holdColumns(table);
  for (const { block, line } of [...plan.starts].reverse()) {
    // from the end, since a mark parts the text that it stands in
    const element = elements[block];
    const part = column.parted.get(block);
    if (part !== undefined) markWithin(part.whole, part.at);
    else if (element !== undefined) mark(element, line, stage.wrapper);
  }
  return { facts: settable.map((one) => again.get(one) ?? one.fact) };
}

/** The author's own page breaks hold without a plan. */
function leave({ wrapper }: Stage, balanced: PlannedGalley): PlannedGalley {
  for (const marked of wrapper.querySelectorAll('.break')) marked.setAttribute('data-break-before', 'page');
  return balanced;
}

function linesOf(block: Column['blocks'][number] | undefined): number {
  if (block === undefined) return 0;
  return block.kind === 'paragraph'
    ? (block.divisions[0]?.lines ?? 0) + block.tail
    : block.lines + block.noteHeight;
}

/** Notes would take room in their lines here; on the page they stand at its foot. */
function undisturbed<T>({ wrapper }: Stage, read: () => T): T {
  const notes = [...wrapper.querySelectorAll<HTMLElement>('.note')];
  const before = notes.map((note) => note.getAttribute('style'));
  for (const note of notes) note.style.display = 'none';
  try {
    return read();
  } finally {
    notes.forEach((note, index) => {
      const style = before[index];
      if (style === null || style === undefined) note.removeAttribute('style');
      else note.setAttribute('style', style);
    });
  }
}

/** A first child takes what it is first in along: no empty list stays behind. */
function mark(element: HTMLElement, line: number, wrapper: HTMLElement): void {
  let at: Element | null = line > 0 ? (element.querySelectorAll(':scope > .line')[line] ?? null) : element;
  if (at === null) return;
  while (
    line === 0 &&
    at.previousElementSibling === null &&
    at.parentElement !== null &&
    at.parentElement !== wrapper &&
    at.parentElement.parentElement !== wrapper
  )
    at = at.parentElement;
  at.setAttribute('data-page-start', '');
}

function tablesIn(wholes: readonly (HTMLElement | undefined)[]): ReadonlySet<HTMLTableElement> {
  return new Set(wholes.filter((whole) => whole instanceof HTMLTableElement));
}

/**
 * A page would make the columns anew for the rows that it has: they would be as wide as those need, and the
 * rows of other heights.
 */
function holdColumns(table: HTMLTableElement): void {
  const cells = [...table.rows].flatMap(({ cells }) => [...cells]).filter(({ colSpan }) => colSpan === 1);
  const widths = cells.map((cell) => cell.getBoundingClientRect().width);
  cells.forEach((cell, index) => {
    cell.style.boxSizing = 'border-box';
    cell.style.width = `${widths[index] ?? 0}px`;
  });
}

/** A row is marked itself; a line of code is no element, and an empty one is put before it. */
function markWithin(whole: HTMLElement, { node, offset }: OverflowPlace): void {
  // a style that keeps it together asks for what no page can do
  whole.style.setProperty('break-inside', 'auto', 'important');
  const text = node instanceof Text;
  const sign = text ? document.createElement('span') : (node as HTMLElement);
  sign.setAttribute('data-page-start', '');
  if (text) (offset === 0 ? node : node.splitText(offset)).before(sign);
}
