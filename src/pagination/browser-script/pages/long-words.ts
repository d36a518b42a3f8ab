// Words that no line holds are broken anywhere, and said: also where a style's layout (tables, contents)
// would make room for them beyond the page.
import type { Trouble } from '../../messages.js';

/** No word of a language is so long in a line of a book; addresses and the like are. */
const LONG = /\S{25,}/;

/** In one column without an end, where everything has its width. */
export function breakLongWords(stage: HTMLElement): readonly Trouble[] {
  const boxes = [...stage.querySelectorAll<HTMLElement>('[data-block], table, .toc')].filter(
    (box) => box instanceof HTMLTableElement || LONG.test(box.textContent),
  );
  stage.style.overflowWrap = 'normal';
  const wide = boxes.filter(isTooWide);
  stage.style.removeProperty('overflow-wrap');
  for (const box of wide) box.style.overflowWrap = 'anywhere';
  return wide.flatMap((box) => said(box));
}

function isTooWide(box: HTMLElement): boolean {
  if (box instanceof HTMLTableElement)
    return box.offsetWidth > (box.parentElement?.clientWidth ?? Infinity) + 1;
  return box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1;
}

/** Blocks of the manuscript only: the contents repeat what was said of a title. */
function said(box: HTMLElement): readonly Trouble[] {
  const words = box.textContent
    .split(/\s+/)
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  const block = box.closest('[data-block]') ?? box.querySelector('[data-block]');
  return block === null || box.matches('.toc, .toc *')
    ? []
    : [{ kind: 'broken', page: 0, words: words.slice(0, 40), block: block.getAttribute('data-block') ?? '' }];
}
