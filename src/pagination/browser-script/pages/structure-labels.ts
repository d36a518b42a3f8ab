// Tells the finishing pass what the browser's reading structure has no words for: whose text a piece on a
// page is, and which element is a note. Chromium hands on an element's label only for figures, as `Alt`, so
// that is how it travels.
import { LABEL_PREFIX } from '../../../model/structure-label.js';

/**
 * Labels the elements of a bound page; the finishing pass takes the labels out again
 * (pdf/tags/repair-tags.ts).
 */
export function labelStructure(page: HTMLElement): void {
  for (const section of page.querySelectorAll<HTMLElement>(
    '.pagedjs_page_content > .section, .pagedjs_page_content > div > .section',
  ))
    tell(section, 'Sect', pieceOf(section));
  for (const note of page.querySelectorAll<HTMLElement>('.note[data-note]'))
    tell(note, 'Note', `${pieceOf(note)} ${note.id}`);
  for (const label of page.querySelectorAll<HTMLElement>('.note > .note-number')) tell(label, 'Lbl', '');
  for (const text of page.querySelectorAll<HTMLElement>('p[data-split-from], p[data-split-to]'))
    tell(text, 'P', pieceOf(text));
  for (const quote of page.querySelectorAll<HTMLElement>(
    'blockquote[data-split-from], blockquote[data-split-to]',
  ))
    tell(quote, 'BlockQuote', pieceOf(quote));
}

/** Pieces of one element, on whatever pages, have this name in common. */
function pieceOf(element: HTMLElement): string {
  return element.dataset['ref'] ?? element.id;
}

function tell(element: HTMLElement, role: string, piece: string): void {
  element.setAttribute('role', 'figure');
  element.setAttribute('aria-label', `${LABEL_PREFIX} ${role} ${piece}`.trim());
}
