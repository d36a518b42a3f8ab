// What Paged.js puts around the text of every page: twelve marks, and sixteen boxes in the margins. The press
// draws marks in the PDF and furniture by itself, so that they stand empty, unless a book's own styles fill a
// margin box.
import type { Chunker, EngineHandler, EnginePage, MarginHandler } from './engine.js';

let boxes: MarginHandler['marginalia'] = {};

/** Paged.js's handler of pages, which looks at the margin boxes of a page only where there are any. */
export function sparingMargins(handler: EngineHandler): EngineHandler {
  const Base = handler as unknown as new (...given: never[]) => MarginHandler;
  class Pages extends Base {
    constructor(...given: never[]) {
      super(...given);
      boxes = this.marginalia; // filled as style sheets are read
    }

    override finalizePage(fragment: HTMLElement, page: EnginePage): void {
      if (page.element.querySelector('.pagedjs_margin') !== null) super.finalizePage(fragment, page);
    }
  }
  return Pages;
}

/** To be called for every new template: what stands empty on every page is laid out and printed with each. */
export function clearTemplate({ pageTemplate }: Pick<Chunker, 'pageTemplate'>): void {
  if (pageTemplate === undefined) return;
  for (const marks of pageTemplate.content.querySelectorAll('.pagedjs_bleed')) marks.remove();
  if (Object.values(boxes).some(({ hasContent }) => hasContent)) return;
  for (const group of pageTemplate.content.querySelectorAll(GROUPS)) group.remove();
}

/** Takes from a page what is left empty on it. */
export function clearMargins(page: HTMLElement): void {
  for (const group of page.querySelectorAll(GROUPS)) {
    if (group.querySelector('.hasContent') === null) group.remove();
  }
}

const GROUPS = '.pagedjs_pagebox > [class*="pagedjs_margin-"]';
