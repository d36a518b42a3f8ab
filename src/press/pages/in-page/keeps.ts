// What must not be parted by a page turn: the first two and the last two lines of a paragraph, and a heading from its text.
// Lines that were set beforehand are blocks, so the browser's own widows and orphans do not see them.
import type { Chunker } from './engine.js';

/** Moves a break up to the nearest place where nothing is parted that belongs together. */
export function keepLinesTogether(chunker: Chunker): void {
  chunker.hooks.onOverflow.register((overflow: Range | undefined, rendered: HTMLElement) => (overflow === undefined ? undefined : earlier(overflow, rendered)));
}

function earlier(overflow: Range, rendered: HTMLElement): Range | undefined {
  const at = overflow.startContainer.childNodes[overflow.startOffset];
  if (!(at instanceof HTMLElement)) return undefined;
  const better = withHeadings(lineToBreakAt(at), rendered);
  if (better === at || !hasTextBefore(better, rendered)) return undefined;
  const range = document.createRange();
  range.setStartBefore(better);
  range.setEndAfter(rendered.lastChild ?? rendered);
  return range;
}

/** Two lines stay at the foot and two go over; a paragraph of three lines or fewer goes whole. */
function lineToBreakAt(at: HTMLElement): HTMLElement {
  const line = Number(at.dataset['line']);
  const lines = Number(at.dataset['lines']);
  const block = at.parentElement?.closest<HTMLElement>('[data-block]') ?? at.parentElement;
  if (!(line > 1) || !(lines > 0) || block === null) return at;
  if (line === 2 || lines <= 3) return block;
  if (line < lines) return at;
  return at.previousElementSibling instanceof HTMLElement ? at.previousElementSibling : at;
}

/** A heading, or several, that would be left at the foot goes over with what follows it. */
function withHeadings(start: HTMLElement, rendered: HTMLElement): HTMLElement {
  let at = start;
  for (;;) {
    const before = at.previousElementSibling;
    if (!(before instanceof HTMLElement) || !rendered.contains(before)) return at;
    const kept = at.dataset['breakBefore'] === 'avoid' || at.dataset['previousBreakAfter'] === 'avoid' || before.dataset['breakAfter'] === 'avoid';
    if (!kept) return at;
    at = before;
  }
}

/** A page must keep something, or layout would stand still. */
function hasTextBefore(at: HTMLElement, rendered: HTMLElement): boolean {
  const range = document.createRange();
  range.setStart(rendered, 0);
  range.setEndBefore(at);
  return range.toString().trim() !== '';
}
