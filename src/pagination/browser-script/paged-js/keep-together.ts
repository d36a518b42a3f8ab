// What must not be parted by a page turn: the first two and the last two lines of a paragraph, a heading from
// its text, and what a style keeps with the block before it. Set lines are blocks, so the browser's own
// widows and orphans do not see them.
import { hasBefore, type OverflowPlace } from './overflow.js';

/**
 * Moves a break up to the nearest place where nothing is parted that belongs together; a page must keep
 * something.
 */
export function keepTogether(place: OverflowPlace, rendered: HTMLElement): OverflowPlace {
  const { node, offset } = place;
  if (!(node instanceof HTMLElement) || offset > 0) return place;
  const better = { node: withKept(lineToBreakAt(node), rendered), offset: 0 };
  return better.node !== node && hasBefore(better, rendered) ? better : place;
}

/** Two lines stay at the foot and two go over; a paragraph of three lines or fewer goes whole. */
function lineToBreakAt(at: HTMLElement): HTMLElement {
  const { line, lines } = countOf(at);
  const block = at.parentElement?.closest<HTMLElement>('[data-block]') ?? at.parentElement;
  if (line <= 1 || block === null) return at;
  if (line === 2 || lines <= 3) return block;
  if (line < lines) return at;
  return at.previousElementSibling instanceof HTMLElement ? at.previousElementSibling : at;
}

/**
 * Whatever is kept with the next goes over with it: a heading, or the end of the paragraph before a scene
 * break.
 */
function withKept(start: HTMLElement, rendered: HTMLElement): HTMLElement {
  let at = start;
  for (;;) {
    const before = at.previousElementSibling;
    if (!(before instanceof HTMLElement) || !rendered.contains(before) || countOf(at).line > 0) return at;
    const kept =
      at.dataset['breakBefore'] === 'avoid' ||
      at.dataset['previousBreakAfter'] === 'avoid' ||
      before.dataset['breakAfter'] === 'avoid';
    if (!kept) return at;
    const lines = linesToTake(before);
    if (lines !== undefined) return lines;
    at = before;
  }
}

/** The last two lines of a paragraph that is long enough to be parted. */
function linesToTake(paragraph: HTMLElement): HTMLElement | undefined {
  const last = paragraph.lastElementChild;
  if (!(last instanceof HTMLElement)) return undefined;
  const { line, lines } = countOf(last);
  const before = last.previousElementSibling;
  return line === lines && lines > 3 && before instanceof HTMLElement && countOf(before).line > 2
    ? before
    : undefined;
}

function countOf(element: HTMLElement): { line: number; lines: number } {
  const { line, lines } = element.dataset;
  return { line: Number(line ?? 0), lines: Number(lines ?? 0) };
}
