// Where the foot of a page is full: notes, and what is left of one, go over to the next page.
import type { EnginePage, NoteHandler } from '../paged-js/engine.js';
import { firstPlaceBeyond, hasBefore, rangeFrom, type OverflowPlace } from '../paged-js/overflow.js';

/**
 * Of a note's letter, what may stand below the foot, where it is cut off: as much as a font's box is higher
 * than its line.
 */
const BELOW = 0.1;

/**
 * Takes off what does not fit at the foot and fits the foot to what is left. The text above it is set by now:
 * its room stays.
 */
export function divideNotes(
  { element, footnotesArea }: EnginePage,
  keeper: NoteHandler,
): DocumentFragment | undefined {
  const content = footnotesArea.querySelector<HTMLElement>('.pagedjs_footnote_content');
  const inner = content?.querySelector<HTMLElement>('.pagedjs_footnote_inner_content');
  if (content === null || inner === null || inner === undefined) return undefined;
  const box = content.getBoundingClientRect();
  inner.style.columnWidth = `${Math.round(box.width)}px`;
  inner.style.columnGap = 'calc(var(--pagedjs-margin-right) + var(--pagedjs-margin-left))';
  const place = firstPlaceBeyond(inner, { right: Math.round(box.right), foot: box.bottom, below: BELOW });
  const room = footnotesArea.getBoundingClientRect().height;
  const over = place === undefined ? undefined : cut(wholeNote(place, inner), { inner, keeper });
  if (over !== undefined) fitFoot(element, { content, inner, keeper, room });
  inner.style.height = 'auto';
  return over;
}

/** A note that begins with a place goes over whole: its number too. */
function wholeNote(place: OverflowPlace, inner: HTMLElement): OverflowPlace {
  const note = [...inner.children].find((one) => one.contains(place.node));
  if (!(note instanceof HTMLElement)) return place;
  return hasBefore(place, note) ? place : { node: note, offset: 0 };
}

function cut(
  place: OverflowPlace,
  { inner, keeper }: { inner: HTMLElement; keeper: NoteHandler },
): DocumentFragment {
  const over = rangeFrom(place, inner).extractContents();
  const rest = over.firstElementChild;
  if (place.node.parentNode !== inner && rest instanceof HTMLElement) {
    rest.dataset['splitFrom'] = rest.dataset['ref'] ?? '';
    if (inner.lastElementChild !== null) keeper.handleAlignment(inner.lastElementChild);
  }
  return over;
}

interface Foot {
  readonly content: HTMLElement;
  readonly inner: HTMLElement;
  readonly keeper: NoteHandler;
  readonly room: number;
}

function fitFoot(page: HTMLElement, { content, inner, keeper, room }: Foot): void {
  content.style.removeProperty('height');
  inner.style.removeProperty('height');
  const isEmpty = inner.childNodes.length === 0;
  if (isEmpty) content.classList.add('pagedjs_footnote_empty');
  const around = keeper.marginsHeight(content) + keeper.borderHeight(content) + keeper.paddingHeight(content);
  const height = isEmpty ? 0 : Math.min(room, inner.getBoundingClientRect().height + around);
  page
    .querySelector<HTMLElement>('.pagedjs_area')
    ?.style.setProperty('--pagedjs-footnotes-height', `${height}px`);
}
