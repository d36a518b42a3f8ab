// A page script that can also lay a whole book out as one flow, as Paged.js does by itself: the same parts,
// set in the same lines, in one run of the engine, which begins each on its page and leaves a page blank
// where it has to.
import type { ReferenceFilling, GalleyOrder } from '../../../src/pagination/messages.js';
import { beginPlan } from '../../../src/pagination/browser-script/page-plan/follow-plan.js';
import { fillReferences } from '../../../src/pagination/browser-script/pages/fill-references.js';
import { flow, onHolder, setGalley } from '../../../src/pagination/browser-script/pages/galley.js';
import { settleNotes } from '../../../src/pagination/browser-script/notes/footnotes.js';
import { chunker } from '../../../src/pagination/browser-script/pages/prepare-tab.js';
import { nowLaying } from '../../../src/pagination/browser-script/pages/report-progress.js';

export * from '../../../src/pagination/browser-script/index.js';

/** What stands on a page: its part, its text, its notes, what can be referred to; empty on blank pages. */
export interface PageText {
  readonly part: string;
  readonly text: string;
  readonly notes: string;
  readonly anchors: readonly string[];
}

/** The pages that were bound last, with their numbers filled in. */
export function boundTexts(): readonly PageText[] {
  return [...document.querySelectorAll<HTMLElement>('.pagedjs_page')].map(readPage);
}

/** All parts in one flow. */
export async function layBook(orders: readonly GalleyOrder[]): Promise<readonly PageText[]> {
  const works = chunker();
  const book = document.createDocumentFragment();
  const parts: DocumentFragment[] = [];
  for (const [index, order] of orders.entries()) {
    const holder = onHolder(works);
    const { content } = await setGalley(order, works);
    if (index > 0)
      content.firstElementChild?.setAttribute(
        'data-break-before',
        order.start === 'next' ? 'page' : order.start,
      );
    holder.remove();
    parts.push(content);
  }
  book.append(...parts);
  nowLaying('book', book.textContent.length);
  beginPlan(book, works);
  const pages = await flow(book, { troubles: [], works, holder: onHolder(works) });
  settleNotes(pages);
  const filling = {
    pages: Object.assign({}, ...orders.map((order) => order.filling.pages)),
    runs: Object.assign({}, ...orders.map((order) => order.filling.runs)),
  } as ReferenceFilling;
  for (const page of pages) fillReferences(page, filling); // laid out with a guess, as galleys are
  return pages.map(readPage);
}

function readPage(page: HTMLElement): PageText {
  const words = (which: string): string =>
    [...page.querySelectorAll(which)]
      .map((one) => one.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    part: page.querySelector('.section')?.id ?? '',
    text: words('.pagedjs_page_content'),
    notes: words('.pagedjs_footnote_content'),
    anchors: [...page.querySelectorAll('.pagedjs_area [id]')].map(({ id }) => id),
  };
}
