// Puts the pages of a batch into the document in their order: sides, numbers, furniture; then looks at what
// stands where.
import type { BindingOrder, Bound, SheetSettings } from '../../messages.js';
import { fillReferences } from './fill-references.js';
import { keptPage } from './galley.js';
import { shortenHeads } from './running-heads.js';
import { loaded } from './load-images.js';
import { chunker } from './prepare-tab.js';
import { refusedSoFar } from './blocked-requests.js';
import { clearMargins } from '../paged-js/page-scaffold.js';
import { findStrayText } from '../read/hidden-text.js';
import { repeatedWords } from './tables.js';
import { tidyAfter } from './collect-garbage.js';
import { LABEL_PREFIX } from '../../../model/structure-label.js';

/** Binds sheets; those bound before leave the document. May be called again with another order. */
export async function bind({ sheets, from, fillings, overhang }: BindingOrder): Promise<Bound> {
  const area = document.createElement('div');
  area.className = 'pagedjs_pages';
  const pages = sheets.map((sheet, index) => bindSheet(sheet, { index: from + index, fillings }));
  area.append(...pages);
  document.body.replaceChildren(area, absentTargets(area));
  tidyAfter(pages.length);
  // one that cannot be drawn was told when it was loaded
  await Promise.all([...area.querySelectorAll('img')].map((image) => loaded(image).catch(() => undefined)));
  // before the words of the furniture are read
  const shortened = shortenHeads(pages).map((one) => ({ ...one, page: from + one.page }));
  return {
    places: readPlaces(pages, from),
    shortened,
    strays: findStrayText(pages, overhang).map((stray) => ({ ...stray, page: from + stray.page })),
    furniture: pages.map(furnitureWords),
    refused: refusedSoFar(),
  };
}

interface Binding {
  readonly index: number;
  readonly fillings: BindingOrder['fillings'];
}

function bindSheet(sheet: SheetSettings, { index, fillings }: Binding): HTMLElement {
  const page = sheet.galley === undefined ? blankPage() : keptPage(sheet.galley.id, sheet.galley.page);
  if (page === undefined) throw new Error(`Page ${index} of the book was never laid out.`);
  page.classList.toggle('pagedjs_right_page', sheet.side === 'recto');
  page.classList.toggle('pagedjs_left_page', sheet.side === 'verso');
  page.classList.toggle('pagedjs_first_page', index === 0);
  page.id = `page-${index + 1}`;
  page.dataset['pageNumber'] = String(index + 1);
  const filling = sheet.galley === undefined ? undefined : fillings[sheet.galley.id];
  if (filling !== undefined) fillReferences(page, filling);
  clearMargins(page);
  for (const notes of page.querySelectorAll('.pagedjs_footnote_empty')) notes.remove();
  drawFurniture(page, sheet.furniture);
  labelStructure(page);
  return page;
}

function blankPage(): HTMLElement {
  const template = chunker().pageTemplate;
  const page = template === undefined ? null : document.importNode(template.content, true).firstElementChild;
  if (!(page instanceof HTMLElement)) throw new Error('There is no page template before the first galley.');
  page.classList.add('pagedjs_blank_page');
  return page;
}

function drawFurniture(page: HTMLElement, markup: string | undefined): void {
  const box = page.querySelector('.pagedjs_pagebox');
  box?.querySelector(':scope > .furniture')?.remove();
  if (box === null || markup === undefined || markup.trim() === '') return;
  const furniture = document.createElement('div');
  furniture.className = 'furniture';
  furniture.setAttribute('aria-hidden', 'true'); // not part of the text: a reader's voice passes over it
  furniture.innerHTML = markup;
  box.append(furniture);
}

/**
 * As shown: what the styles hide is not there. The heads of tables that go on are no part of the text either.
 */
function furnitureWords(page: HTMLElement): string {
  const furniture = page.querySelector<HTMLElement>('.pagedjs_pagebox > .furniture');
  return [furniture?.checkVisibility() === true ? furniture.innerText : '', ...repeatedWords(page)].join(
    '\n',
  );
}

/**
 * Chromium prints a link within the document only when its target stands there: what stands on other batches
 * is named, unseen.
 */
function absentTargets(area: HTMLElement): HTMLElement {
  const absent = document.createElement('div');
  absent.hidden = true;
  const links = [...area.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  // a search for each would take a long book's contents squared
  const present = new Set([...area.querySelectorAll('[id]')].map(({ id }) => id));
  for (const target of new Set(links.map(({ hash }) => hash.slice(1)))) {
    if (target === '' || present.has(target)) continue;
    const named = document.createElement('span');
    named.id = target;
    absent.append(named);
  }
  return absent;
}

function readPlaces(pages: readonly HTMLElement[], from: number): Bound['places'] {
  const places: Record<string, { page: number; left: number; top: number }> = {};
  pages.forEach((page, index) => {
    const sheet = (page.querySelector('.pagedjs_pagebox') ?? page).getBoundingClientRect();
    for (const anchor of page.querySelectorAll('.pagedjs_area [id]')) {
      const { left, top } = anchor.getBoundingClientRect();
      places[anchor.id] ??= { page: from + index, left: left - sheet.left, top: top - sheet.top };
    }
  });
  return places;
}

// Tells the finishing pass what the browser's reading structure has no words for: whose text a piece on a
// page is, and which element is a note. Chromium hands on an element's label only for figures, as `Alt`, so
// that is how it travels.

/**
 * Labels the elements of a bound page; the finishing pass takes the labels out again
 * (pdf/tags/repair-tags.ts).
 */
function labelStructure(page: HTMLElement): void {
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
