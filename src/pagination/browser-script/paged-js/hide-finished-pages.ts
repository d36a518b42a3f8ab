// Pages that are done leave the stage while the rest of their part is laid out: each look at a page would
// otherwise have the browser lay all earlier ones out as well, and a part takes its length squared.
import type { Chunker, EnginePage } from './engine.js';
import { readLeaving } from '../read/read-pages.js';

/**
 * Registered once with the engine. The page before stays: a note may go on from it. What a page holds is read
 * while it is laid out.
 */
export function hideFinishedPages(chunker: Chunker): void {
  chunker.hooks.beforePageLayout.register(({ element }: EnginePage) => {
    const done = element.previousElementSibling?.previousElementSibling;
    if (!(done instanceof HTMLElement)) return;
    readLeaving(done);
    done.style.display = 'none';
  });
}

/** Shows them again. */
export function showFinishedPages(pages: readonly HTMLElement[]): void {
  for (const page of pages) page.style.removeProperty('display');
}
