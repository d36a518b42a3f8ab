// Makes Paged.js end each page where the plan ends it: by a break of its own where the next page begins, and
// by what it asks at every overflow where that was not to be.
import type { Chunker } from '../paged-js/engine.js';
import { measuring } from '../pages/measure.js';

let marks = 0;
let lost: string | undefined;

/** For each part anew: how many pages it begins by plan, and where they came out otherwise. */
export function beginPlan(
  content: ParentNode & Node,
  { settings }: Pick<Chunker, 'settings'>,
): { lostAt(): string | undefined } {
  marks = content.querySelectorAll(MARKED).length;
  lost = undefined;
  if (marks > 0) settings.maxChars = SPARE + (MOST * (content.textContent ?? '').length) / marks;
  return { lostAt: () => lost };
}

const MARKED = '[data-page-start]';

/**
 * So many letters are put on a page before Paged.js looks whether it is full: some more than a planned page
 * has. Paged.js would take what the first page had, mostly half a page, and look again at each block behind;
 * every look is a layout.
 */
const MOST = 3;
const SPARE = 1000;

/** Registered after what keeps lines together: where a page is planned, the plan has seen to that. */
export function followPlan(chunker: Chunker): void {
  chunker.hooks.afterParsed.register((content: ParentNode & Node) => {
    breakAtMarks(content);
  }); // after what style sheets say of breaks was written on the blocks
  chunker.hooks.onOverflow.register((overflow: Range | undefined, rendered: HTMLElement) => {
    if (lost !== undefined) return undefined;
    const range = planned(overflow, rendered);
    if (isLost()) forgetPlan(chunker);
    return range;
  });
}

/**
 * The first thing in a part begins its first page by itself. What is parted within is cut where it runs over,
 * under the head that is repeated.
 */
function breakAtMarks(content: ParentNode & Node): void {
  // looked for at the first marks only: to read all that stands before each would take a part's length
  // squared
  let begun = false;
  for (const marked of content.querySelectorAll<HTMLElement>(MARKED)) {
    begun ||= hasContentBefore(marked, content);
    if (marked.parentElement?.closest('table, pre') != null) continue;
    if (begun && marked.dataset['breakBefore'] === undefined) marked.dataset['breakBefore'] = PLANNED;
  }
}

/**
 * Where pages came out otherwise, the breaks of the plan would leave them half empty; and nobody knows any
 * more how many letters a page has.
 */
function forgetPlan({ source, settings }: Chunker): void {
  delete settings.maxChars;
  for (const marked of source.querySelectorAll<HTMLElement>(`${MARKED}[data-break-before="${PLANNED}"]`))
    delete marked.dataset['breakBefore'];
}

const PLANNED = 'always';

function isLost(): boolean {
  return lost !== undefined;
}

function planned(overflow: Range | undefined, rendered: HTMLElement): Range | undefined {
  const marked = [...rendered.querySelectorAll<HTMLElement>(MARKED)].find((one) =>
    hasContentBefore(one, rendered),
  );
  if (marked === undefined) {
    if (overflow !== undefined && marks > 0) loseAt(overflow);
    return undefined;
  }
  const range = document.createRange();
  range.setStartBefore(marked);
  range.setEndAfter(rendered.lastChild ?? rendered);
  if (overflow === undefined || range.compareBoundaryPoints(Range.START_TO_START, overflow) <= 0)
    return range;
  loseAt(overflow);
  return undefined;
}

/** Full before the plan says so: what follows is not where the plan thinks it is. */
function loseAt({ startContainer, startOffset }: Range): void {
  const words = (startContainer.childNodes[startOffset] ?? startContainer).textContent ?? '';
  lost =
    'the page is full before ' +
    `"${words.replaceAll('\u00AD', '').trim().split(/\s+/).slice(0, 5).join(' ')}"`;
}

/**
 * The first thing on a page is where it begins, not where it ends; the repeated head of a table is nothing
 * yet.
 */
function hasContentBefore(at: HTMLElement, rendered: ParentNode & Node): boolean {
  const range = measuring();
  range.setStart(rendered, 0);
  range.setEndBefore(at);
  const repeated =
    at.parentElement?.closest('table')?.querySelector(':scope > [data-repeated]')?.textContent ?? '';
  if (range.toString().trim() !== repeated.trim()) return true;
  return [...rendered.querySelectorAll('img, svg, hr, table')].some(
    (art) =>
      !art.contains(at) &&
      art.closest('[data-repeated]') === null &&
      (art.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
}
