// What stands around the text has a line of its own, which a long title does not fit: it is shortened to what
// fits, and said.
import type { Shortened } from '../../messages.js';
import { measuring } from './measure.js';

/**
 * Lines of furniture that are longer than their box, each with fewer words and an ellipsis. The pages must
 * stand in the document.
 */
export function shortenHeads(pages: readonly HTMLElement[]): readonly Shortened[] {
  const lines = pages.map((page) =>
    [...page.querySelectorAll<HTMLElement>('.pagedjs_pagebox > .furniture *')].filter(
      (line) => line.childElementCount === 0 && line.textContent.trim() !== '',
    ),
  );
  const shortened = lines.flatMap((own, page) =>
    own.filter((line) => !fits(line)).map((line) => ({ page, words: shorten(line) })),
  );
  liftClips(lines.flat());
  return shortened;
}

/**
 * Where all of a line shows there is nothing to cut off: a clip that is left would have everything on its
 * page looked at for what it hides. It stays where the line would stand elsewhere without it.
 */
function liftClips(lines: readonly HTMLElement[]): void {
  const clipped = lines
    .filter((line) => getComputedStyle(line).overflowX !== 'visible' && fits(line))
    .map((line) => ({ line, before: line.getBoundingClientRect() }));
  for (const { line } of clipped) line.style.setProperty('overflow', 'visible', 'important');
  const moved = clipped.filter(({ line, before }) => {
    const { left, top, width, height } = line.getBoundingClientRect();
    return left !== before.left || top !== before.top || width !== before.width || height !== before.height;
  });
  for (const { line } of moved) line.style.removeProperty('overflow');
}

/** Only where the style cuts off, or gives a height, can there be too much. */
function fits(line: HTMLElement): boolean {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = line;
  return scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1 && !isCut(line);
}

/** A part of a pixel is enough for the browser to put an ellipsis in the place of the last letters. */
function isCut(line: HTMLElement): boolean {
  const { overflowX, paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(line);
  if (overflowX === 'visible') return false;
  const words = measuring();
  words.selectNodeContents(line);
  const around = [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].reduce(
    (sum, width) => sum + parseFloat(width),
    0,
  );
  return words.getBoundingClientRect().width > line.getBoundingClientRect().width - around + 0.01;
}

/** As many whole words as fit; at least one, of which as many letters as fit. Answers with all of them. */
function shorten(line: HTMLElement): string {
  const words = line.textContent.trim().replace(/\s+/g, ' ');
  const parts = words.split(' ');
  const some = most(parts.length, (count) => fitsAs(line, parts.slice(0, count).join(' ')));
  if (some > 0) return words;
  const letters = [...(parts[0] ?? '')];
  most(letters.length, (count) => fitsAs(line, letters.slice(0, count).join('')));
  return words;
}

/** The largest count below all that holds, tried last so that the line stands so. */
function most(all: number, holds: (count: number) => boolean): number {
  for (let count = all - 1; count > 0; count -= 1) if (holds(count)) return count;
  return 0;
}

function fitsAs(line: HTMLElement, words: string): boolean {
  line.textContent = `${words.replace(/[\s,;:.–—-]+$/u, '')}…`;
  return fits(line);
}
