// Which page everything landed on: anchors, and the first block of the manuscript on every page.
import type { GalleyPage } from '../../messages.js';

/** Anchor to page; where an element was parted, its first piece counts. */
export function readAnchors(pages: readonly HTMLElement[]): Readonly<Record<string, number>> {
  const anchors: Record<string, number> = {};
  pages.forEach((page, index) => {
    for (const anchor of page.querySelectorAll('.pagedjs_area [id]')) anchors[anchor.id] ??= index;
  });
  return anchors;
}

/**
 * For each page the block its text begins in, and how many of that block's characters stand on earlier pages.
 */
export function readFirsts(pages: readonly HTMLElement[]): readonly GalleyPage[] {
  const told = new Map<string, number>();
  return pages.map((page) => {
    const texts = [...blockTexts(page)];
    const first = texts[0];
    const fact =
      first === undefined ? {} : { first: { block: first.block, offset: told.get(first.block) ?? 0 } };
    for (const { block, length } of texts) told.set(block, (told.get(block) ?? 0) + length);
    return fact;
  });
}

/** Texts that the edition or the layout made, not the author. */
const MADE = '.generated, .note-call, .page-ref, .page-runs, .note, .furniture';

function* blockTexts(page: HTMLElement): Generator<{ block: string; length: number }> {
  const content = page.querySelector('.pagedjs_page_content');
  if (content === null) return;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const block = parent?.closest('[data-block]')?.getAttribute('data-block');
    if (parent === null || block === null || block === undefined || parent.closest(MADE) !== null) continue;
    const length = countedLength(node as Text, parent);
    if (length > 0) yield { block, length };
  }
}

/** Soft hyphens do not count, nor does the hyphen that Paged.js writes where a word goes over the page. */
function countedLength(node: Text, parent: Element): number {
  const hyphened =
    parent.classList.contains('pagedjs_hyphen') && node.nextSibling === null && node.data.endsWith('\u2010');
  return node.data.replaceAll('\u00AD', '').length - (hyphened ? 1 : 0);
}
