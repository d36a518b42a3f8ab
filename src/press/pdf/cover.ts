// The cover as a picture, for reading systems: the cover template laid out on one page, printed, and drawn from its PDF.
import type { Composition } from '../../model/edition.js';
import type { OpenBrowser } from '../browser/open.js';
import { openTab } from '../browser/tab.js';
import { FORGETFUL, type Memory } from '../pages/memory.js';
import { paginate } from '../pages/paginate.js';
import { openPool } from '../pages/pool.js';
import { pageScripts } from '../pages/scripts.js';
import { encodePhotograph, PACKED_BY } from '../photographs/codec.js';
import { drawFirstPage, drawnBy } from '../pictures/page-pixels.js';
import { printEdition, printForme } from './press.js';

export interface CoverPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg';
}

export interface CoverOrder {
  readonly composition: Composition;
  readonly browser: OpenBrowser;
  /** What earlier runs drew. */
  readonly memory?: Memory;
}

/** What the big stores ask for: 1600 pixels wide, at 1 to 1.6, as a JPEG. */
const WIDTH_PX = 1600;
const CSS_PX_PER_MM = 96 / 25.4;

/**
 * Draws the first page of a composition whose sheet is the picture (no overhang).
 *
 * @throws when the browser is lost or the template makes no page.
 */
export async function pressCover({ composition, browser, memory = FORGETFUL }: CoverOrder): Promise<CoverPicture> {
  const { resources, metadata } = composition;
  const edition = printEdition(composition);
  const { trim } = edition.page;
  const sheet = { width: Math.round(trim.width * CSS_PX_PER_MM), height: Math.round(trim.height * CSS_PX_PER_MM) };
  const scripts = pageScripts();
  const pool = openPool([(purpose) => openTab({ browser, purpose, resources, language: metadata.language, sheet, scripts })], composition);
  try {
    const ground = ['picture', String(WIDTH_PX), drawnBy(), PACKED_BY, JSON.stringify([sheet, metadata.language]), ...scripts, await browser.chromium.version()];
    const { value } = await paginate({ composition, edition, memory, ground, pool }, async (tab, forme) => encodePhotograph(await drawFirstPage(await printForme(tab, forme), WIDTH_PX)));
    const [bytes] = value.pressed;
    if (bytes === undefined) throw new Error('The cover template made no page.');
    return { bytes, mediaType: 'image/jpeg' };
  } finally {
    await pool.close();
  }
}
