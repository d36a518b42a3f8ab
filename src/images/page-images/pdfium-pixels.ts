// The first page of a PDF as pixels. A browser's own pictures of a page depend on when it painted which tile;
// these do not.
import { createBitmap, readPixels, RED_FIRST } from './bitmap.js';
import { loadPdfium, openDocument, openPage } from './pdfium.js';

export interface PagePixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, opaque, row by row from the top left. */
  readonly rgba: Uint8Array;
}

/**
 * Draws the first page on white, `width` pixels wide and as high as its proportion asks for.
 *
 * @throws when PDFium cannot read the file, or it has no page.
 */
export async function drawFirstPage(pdf: Uint8Array, width: number): Promise<PagePixels> {
  const pdfium = await loadPdfium();
  const page = openPage(pdfium, openDocument(pdfium, pdf), 0);
  const height = Math.round((width * pdfium._FPDF_GetPageHeight(page)) / pdfium._FPDF_GetPageWidth(page));
  const bitmap = createBitmap(pdfium, { width, height, ground: '#fff' });
  pdfium._FPDF_RenderPageBitmap(bitmap.handle, page, 0, 0, width, height, 0, RED_FIRST);
  return { width, height, rgba: readPixels(pdfium, bitmap) }; // all of PDFium's memory goes with it
}
