// Makes a tab ready: styles parsed once for all galleys, fonts and images there before anything is measured.
import type { Preparation, Prepared } from '../../messages.js';
import { followPlan } from '../page-plan/follow-plan.js';
import { hideFinishedPages } from '../paged-js/hide-finished-pages.js';
import { engine, type Chunker, type Previewer } from '../paged-js/engine.js';
import { followIdentity } from '../paged-js/break-identity.js';
import { breakPages } from '../paged-js/breaks.js';
import { repeatHeads } from './tables.js';
import { noteRefusals, refuseImports } from './blocked-requests.js';
import { disableHandlers } from '../paged-js/disabled-handlers.js';
import { keepImages } from './load-images.js';
import { JOINS } from './letter-joins.js';
import { adoptSheet } from '../lines/line-styles.js';
import { followPages } from './report-progress.js';

let previewer: Previewer | undefined;

/** The one chunker of this tab. @throws when the tab was not prepared. */
export function chunker(): Chunker {
  if (previewer === undefined) throw new Error('The tab was not prepared.');
  return previewer.chunker;
}

/** Sets the engine up with the book's styles and waits for every face, and for the images of the styles. */
export async function prepare({ styles, images }: Preparation): Promise<Prepared> {
  noteRefusals();
  disableHandlers();
  const { Previewer } = engine();
  previewer = new Previewer({ hyphenGlyph: '\u2010' });
  previewer.polisher.setup();
  if (!styles.some(({ css }) => css.includes('first-letter'))) dropFirstLetters();
  previewer.handlers = previewer.initializeHandlers();
  refuseImports(previewer.polisher);
  followIdentity(previewer.chunker);
  repeatHeads(previewer.chunker);
  breakPages(previewer.chunker);
  followPlan(previewer.chunker);
  hideFinishedPages(previewer.chunker);
  followPages(previewer.chunker);
  const base = new URL('/', location.href).href;
  await previewer.polisher.add(...styles.map(({ css }) => ({ [base]: css })));
  addPressStyles();
  adoptSheet(document); // pages that another tab laid out have lines too
  const [brokenFonts, brokenImages] = await Promise.all([loadFonts(), keepImages(images)]);
  return { brokenFonts, brokenImages };
}

/**
 * Paged.js takes the first letter of all that stands in a divided element for one that a style has set large.
 * A letter by itself parts a ligature: the page shows "The", and search and copying find "Te".
 */
function dropFirstLetters(): void {
  for (const sheet of document.styleSheets) {
    for (let index = sheet.cssRules.length - 1; index >= 0; index -= 1) {
      const rule = sheet.cssRules[index];
      if (rule instanceof CSSStyleRule && rule.selectorText.includes('::first-letter'))
        sheet.deleteRule(index);
    }
  }
}

/**
 * What holds for every book whatever its theme says; not a style of the book, so Paged.js does not see it.
 */
function addPressStyles(): void {
  const style = document.createElement('style');
  style.textContent = PRESS_STYLES;
  document.head.append(style);
}

const PRESS_STYLES = `
  html, body { margin: 0; padding: 0; }
  .pagedjs_area [data-footnote-call]::after { content: none !important; }
  .pagedjs_area .note::marker { content: none !important; }
  .pagedjs_pagebox > .furniture { position: absolute; inset: 0; pointer-events: none; }
  html, body, .pagedjs_page { direction: ltr !important; }
  .pagedjs_area { overflow-wrap: break-word; }
  ${JOINS}
  .pagedjs_area [data-split-to] {
    margin-bottom: 0 !important; padding-bottom: 0 !important; border-bottom-width: 0 !important;
    min-height: 0 !important;
  }
  .pagedjs_area [data-split-from] {
    margin-top: 0 !important; padding-top: 0 !important; border-top-width: 0 !important;
    min-height: 0 !important;
  }
  .pagedjs_page:last-child { break-after: auto !important; }
`;

async function loadFonts(): Promise<readonly string[]> {
  const broken: string[] = [];
  await Promise.all(
    [...document.fonts].map(async (face) => {
      await face.load().catch(() => {
        broken.push(`${face.family} ${face.weight} ${face.style}`);
      });
    }),
  );
  return broken.sort();
}
