// A page of a PDF as pixels: PDFium, the reader inside Chromium, compiled for every machine. A browser's own pictures of a page
// depend on when it painted which tile; these do not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';

const require = createRequire(import.meta.url);

export interface PagePixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, opaque, row by row from the top left. */
  readonly rgba: Uint8Array;
}

/** FPDFBitmap_BGRA, and FPDF_REVERSE_BYTE_ORDER, which makes it RGBA. Source: PDFium, public/fpdfview.h. */
const FOUR_BYTES = 4;
const RGBA = 0x10;
const WHITE = 0xffffffff;

/**
 * Draws the first page on white, `width` pixels wide and as high as its proportion asks for.
 *
 * @throws when PDFium cannot read the file, or it has no page.
 */
export async function drawFirstPage(pdf: Uint8Array, width: number): Promise<PagePixels> {
  const pdfium = await PDFiumModule({ wasmBinary: machineCode().buffer });
  pdfium._FPDF_InitLibraryWithConfig({ version: 2, m_pUserFontPaths: null, m_pIsolate: null, m_v8EmbedderSlot: 0, m_pPlatform: null });
  const memory = pdfium.wasmExports;
  const file = memory.malloc(pdf.length);
  pdfium.HEAPU8.set(pdf, file);
  const document = pdfium._FPDF_LoadMemDocument(file, pdf.length, 0);
  const page = document === 0 ? 0 : pdfium._FPDF_LoadPage(document, 0);
  if (page === 0) throw new Error(`PDFium cannot read the page that is to be drawn (its error ${pdfium._FPDF_GetLastError()}).`);
  const height = Math.round((width * pdfium._FPDF_GetPageHeight(page)) / pdfium._FPDF_GetPageWidth(page));
  const bytes = width * height * FOUR_BYTES;
  const pixels = memory.malloc(bytes);
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, FOUR_BYTES, pixels, width * FOUR_BYTES);
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RGBA);
  return { width, height, rgba: pdfium.HEAPU8.slice(pixels, pixels + bytes) }; // all of PDFium's memory goes with it
}

/** What decides the pixels beside the page: to be part of the name of whatever is remembered. */
export function drawnBy(): string {
  return digest ??= `pdfium ${createHash('sha256').update(machineCode()).digest('hex')}`;
}

let digest: string | undefined;

function machineCode(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(require.resolve('@hyzyla/pdfium/pdfium.wasm')));
}
