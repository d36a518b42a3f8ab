// Makes Paged.js end each page where the plan ends it. It asks at every overflow, and once at the end of a part.
import type { Chunker } from '../engine.js';
import { measuring } from '../measure.js';

let marks = 0;
let lost: string | undefined;

/** For each part anew: how many pages it begins by plan, and where they came out otherwise. */
export function beginPlan(count: number): { lostAt(): string | undefined } {
  marks = count;
  lost = undefined;
  return { lostAt: () => lost };
}

/** Registered after what keeps lines together: where a page is planned, the plan has seen to that. */
export function followPlan(chunker: Chunker): void {
  chunker.hooks.onOverflow.register((overflow: Range | undefined, rendered: HTMLElement) => (lost === undefined ? planned(overflow, rendered) : undefined));
}

function planned(overflow: Range | undefined, rendered: HTMLElement): Range | undefined {
  const marked = [...rendered.querySelectorAll<HTMLElement>('[data-page-start]')].find((one) => hasContentBefore(one, rendered));
  if (marked === undefined) {
    if (overflow !== undefined && marks > 0) loseAt(overflow);
    return undefined;
  }
  const range = document.createRange();
  range.setStartBefore(marked);
  range.setEndAfter(rendered.lastChild ?? rendered);
  if (overflow === undefined || range.compareBoundaryPoints(Range.START_TO_START, overflow) <= 0) return range;
  loseAt(overflow);
  return undefined;
}

/** Full before the plan says so: what follows is not where the plan thinks it is. */
function loseAt({ startContainer, startOffset }: Range): void {
  const words = (startContainer.childNodes[startOffset] ?? startContainer).textContent ?? '';
  lost = `the page is full before "${words.replaceAll('\u00AD', '').trim().split(/\s+/).slice(0, 5).join(' ')}"`;
}

/** The first thing on a page is where it begins, not where it ends. */
function hasContentBefore(at: HTMLElement, rendered: HTMLElement): boolean {
  const range = measuring();
  range.setStart(rendered, 0);
  range.setEndBefore(at);
  if (range.toString().trim() !== '') return true;
  return [...rendered.querySelectorAll('img, svg, hr, table')].some((art) => (art.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
}
