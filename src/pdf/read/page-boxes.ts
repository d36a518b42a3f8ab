// The boxes of a finished file's pages. A page that does not say where it is cut is taken whole (PDF 32000-1,
// 14.11.2).
import type { PDFPage } from '@cantoo/pdf-lib';
import type { Box, PageBoxes } from '../objects/page-geometry.js';
import { loadPdf } from '../objects/load-pdf.js';

/** @throws an Error when the file is no PDF that can be read. */
export async function readPageBoxes(bytes: Uint8Array): Promise<readonly PageBoxes[]> {
  const doc = await loadPdf(bytes);
  return doc.getPages().map(boxesOf);
}

export function boxesOf(page: PDFPage): PageBoxes {
  return {
    media: edges(page.getMediaBox()),
    bleed: edges(page.getBleedBox()),
    trim: edges(page.getTrimBox()),
  };
}

function edges({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return { left: x, bottom: y, right: x + width, top: y + height };
}
