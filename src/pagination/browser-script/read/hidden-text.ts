// Looks for text that nobody will see: beyond the trim, in a column that is hidden, or past the foot of the
// text area.
import type { StrayText } from '../../messages.js';
import { elementBoxes } from '../pages/measure.js';
import { PX_PER_MM } from '../../../shared/units.js';

/**
 * Lines may stand this much (CSS pixels) below the area: the lower half of a line that is taller than its
 * box.
 */
const SLACK = 3;

/** One stray for each block and page, the first words named. */
export function findStrayText(pages: readonly HTMLElement[], overhang: number): readonly StrayText[] {
  return pages.flatMap((page, index) => strayOnPage(page, { index, inset: overhang * PX_PER_MM }));
}

function strayOnPage(
  page: HTMLElement,
  { index, inset }: { index: number; inset: number },
): readonly StrayText[] {
  return [...cutHeads(page, index), ...strayText(page, { index, inset })];
}

/** Furniture that styles cut off, or end with an ellipsis. */
function cutHeads(page: HTMLElement, index: number): readonly StrayText[] {
  return [...page.querySelectorAll<HTMLElement>('.furniture *')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
    .map((one) => ({ page: index, how: 'head', words: one.textContent.trim().slice(0, 40) }));
}

function strayText(
  page: HTMLElement,
  { index, inset }: { index: number; inset: number },
): readonly StrayText[] {
  const content = page.querySelector('.pagedjs_page_content');
  if (content === null) return [];
  const limits = limitsOf(page, { content, inset });
  const found = new Map<string, StrayText>();
  const walker = document.createTreeWalker(
    page.querySelector('.pagedjs_area') ?? content,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const how = howStray(node as Text, limits);
    if (how === undefined) continue;
    const block = node.parentElement?.closest('[data-block]')?.getAttribute('data-block') ?? undefined;
    const stray = {
      page: index,
      how,
      words: (node as Text).data.trim().slice(0, 40),
      ...(block === undefined ? {} : { block }),
    };
    const key = `${how} ${block ?? ''}`;
    if (!found.has(key)) found.set(key, stray);
  }
  return [...found.values()];
}

interface Limits {
  readonly trim: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Absent on pages whose content fills the sheet. */
  readonly foot?: number;
  readonly notes?: DOMRect;
}

function limitsOf(page: HTMLElement, { content, inset }: { content: Element; inset: number }): Limits {
  const sheet = (page.querySelector('.pagedjs_pagebox') ?? page).getBoundingClientRect();
  const trim = {
    left: sheet.left + inset - SLACK,
    right: sheet.right - inset + SLACK,
    top: sheet.top + inset - SLACK,
    bottom: sheet.bottom - inset + SLACK,
  };
  if (page.classList.contains('pagedjs_bare_page')) return { trim };
  const notes = page.querySelector('.pagedjs_footnote_area')?.getBoundingClientRect();
  return {
    trim,
    foot: content.getBoundingClientRect().bottom + SLACK,
    ...(notes === undefined ? {} : { notes }),
  };
}

function howStray(node: Text, limits: Limits): StrayText['how'] | undefined {
  if (node.data.trim() === '') return undefined;
  const inNotes = node.parentElement?.closest('.pagedjs_footnote_area') !== null;
  const drawn = node.parentElement?.closest('svg') instanceof SVGElement;
  const around = { ...limits, inNotes, drawn };
  const how = strayAmong(elementBoxes(node), around);
  // Spaces at the end of a line of code hang over the edge, and nobody sees them.
  return how === 'outside' ? strayAmong(wordBoxes(node), around) : how;
}

function strayAmong(
  boxes: Iterable<DOMRect>,
  { trim, foot, notes, inNotes, drawn }: Limits & { readonly inNotes: boolean; readonly drawn: boolean },
): StrayText['how'] | undefined {
  for (const box of boxes) {
    if (box.width === 0) continue;
    if (box.right > trim.right || box.left < trim.left || box.bottom > trim.bottom || box.top < trim.top)
      return 'outside';
    if (inNotes && notes !== undefined && (box.bottom > notes.bottom + SLACK || box.top < notes.top - SLACK))
      return 'outside';
    if (!inNotes && foot !== undefined && box.bottom > foot + SLACK && !drawn) return 'past-the-foot';
  }
  return undefined;
}

function* wordBoxes(node: Text): Iterable<DOMRect> {
  const range = document.createRange();
  for (const word of node.data.matchAll(/\S+/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    yield* range.getClientRects();
  }
}
