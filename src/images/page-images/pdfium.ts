// PDFium, the PDF renderer inside Chromium, compiled for every machine: loaded, and with the functions that
// we call of it. Source of all names and numbers: PDFium, public/fpdfview.h and public/fpdf_edit.h. Handles
// and pointers are numbers; 0 is none.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';

/** The package declares some of the functions that it holds; these are the others. */
interface EditingPdfium {
  _FPDF_CreateNewDocument(): number;
  _FPDFPage_New(document: number, index: number, width: number, height: number): number;
  _FPDFPage_InsertObject(page: number, object: number): void;
  _FPDFPage_GenerateContent(page: number): number;
  _FPDFText_LoadFont(document: number, data: number, size: number, kind: number, cid: number): number;
  _FPDFFont_GetGlyphWidth(font: number, unicode: number, size: number, width: number): number;
  _FPDFPageObj_CreateTextObj(document: number, font: number, size: number): number;
  _FPDFText_SetText(object: number, utf16: number): number;
  _FPDFPageObj_SetFillColor(object: number, red: number, green: number, blue: number, alpha: number): number;
  _FPDFPageObj_Transform(
    object: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
  ): void;
  _FPDF_PageToDevice(
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    pageX: number,
    pageY: number,
    toX: number,
    toY: number,
  ): number;
  _FPDF_RenderPageBitmapWithMatrix(
    bitmap: number,
    page: number,
    matrix: number,
    clip: number,
    flags: number,
  ): void;
}

export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & EditingPdfium;

const require = createRequire(import.meta.url);

/** A PDFium with memory of its own, which goes when it is no longer used. */
export async function loadPdfium(): Promise<Pdfium> {
  const pdfium = (await PDFiumModule({ wasmBinary: machineCode().buffer })) as Pdfium;
  pdfium._FPDF_InitLibraryWithConfig({
    version: 2,
    m_pUserFontPaths: null,
    m_pIsolate: null,
    m_v8EmbedderSlot: 0,
    m_pPlatform: null,
  });
  return pdfium;
}

/** Puts bytes into PDFium's memory, and answers with their address. */
export function copyIn(pdfium: Pdfium, bytes: Uint8Array): number {
  const address = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, address);
  return address;
}

/** @throws when PDFium cannot read the file. */
export function openDocument(pdfium: Pdfium, pdf: Uint8Array): number {
  const document = pdfium._FPDF_LoadMemDocument(copyIn(pdfium, pdf), pdf.length, 0);
  if (document === 0)
    throw new Error(
      `PDFium cannot read the file that is to be drawn (its error ${pdfium._FPDF_GetLastError()}).`,
    );
  return document;
}

/** @throws when there is no such page. */
export function openPage(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0)
    throw new Error(
      `PDFium cannot read page ${index + 1}, which is to be drawn (its error ` +
        `${pdfium._FPDF_GetLastError()}).`,
    );
  return page;
}

/** What decides the pixels beside the page: to be part of the name of whatever is remembered. */
export function drawnBy(): string {
  return (digest ??= `pdfium ${createHash('sha256').update(machineCode()).digest('hex')}`);
}

let digest: string | undefined;

function machineCode(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(require.resolve('@hyzyla/pdfium/pdfium.wasm')));
}
