// The cover as a picture, for reading systems: the cover template laid out on one page, printed, and drawn
// from its PDF.
import { createHash } from 'node:crypto';
import type { Composition } from '../model/edition.js';
import type { OpenBrowser } from '../browser/open-browser.js';
import { openTab } from '../browser/tab.js';
import { NO_CACHE, type Cache } from '../cache/cache.js';
import { paginate } from './paginate.js';
import { openPool } from './tab-pool.js';
import { pageScripts } from './page-scripts.js';
import { JPEG_ENCODER } from '../images/jpeg/jpeg-codec.js';
import { drawnBy } from '../images/page-images/pdfium.js';
import { pageInThread } from '../pdf/colour/pixel-worker.js';
import { printEdition } from '../pdf/objects/master.js';
import { printBatch } from './print-master.js';
import { PX_PER_MM } from '../shared/units.js';

export interface CoverImage {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg';
}

export interface CoverOrder {
  readonly composition: Composition;
  readonly browser: OpenBrowser;
  /** What earlier runs drew. */
  readonly memory?: Cache;
}

/** What the big stores ask for: 1600 pixels wide, at 1 to 1.6, as a JPEG. */
const WIDTH_PX = 1600;

/**
 * Prints the first page of a composition whose sheet is the picture (no overhang).
 *
 * @throws when the browser is lost or the template makes no page.
 */
export async function printCover({
  composition,
  browser,
  memory = NO_CACHE,
}: CoverOrder): Promise<Uint8Array> {
  const { resources, metadata } = composition;
  const edition = printEdition(composition);
  const { trim } = edition.page;
  const sheet = { width: Math.round(trim.width * PX_PER_MM), height: Math.round(trim.height * PX_PER_MM) };
  const scripts = pageScripts();
  const pool = openPool(
    [(purpose) => openTab({ browser, purpose, resources, language: metadata.language, sheet, scripts })],
    composition,
  );
  try {
    const keyParts = [
      'picture',
      JSON.stringify([sheet, metadata.language]),
      ...scripts,
      await browser.chromium.version(),
    ];
    const { value } = await paginate({ composition, edition, memory, keyParts, pool }, printBatch);
    const [page] = value.printedBatches;
    if (page === undefined) throw new Error('The cover template made no page.');
    return page;
  } finally {
    await pool.close();
  }
}

/**
 * Draws the printed page, in a thread: that and packing it take a second.
 *
 * @throws when PDFium cannot read it.
 */
export async function drawCover(page: Uint8Array, memory: Cache = NO_CACHE): Promise<CoverImage> {
  const hash = createHash('sha256').update(`${WIDTH_PX} ${drawnBy()} ${JPEG_ENCODER} `).update(page);
  const key = `drawn-${hash.digest('hex')}`;
  const known = memory.read(key);
  if (known !== undefined) return { bytes: known, mediaType: 'image/jpeg' };
  const bytes = await pageInThread(page, WIDTH_PX);
  memory.write(key, bytes);
  return { bytes, mediaType: 'image/jpeg' };
}
