// Reads back the text of a finished PDF, with pdf.js: what a reader of the file gets to see, page by page.
import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';

/** A piece of text as it was painted: usually a line or a part of one. Points, from the page's lower left. */
export interface PaintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Which way it runs, as a unit vector: `[1, 0]` is to the right. */
  readonly direction: readonly [number, number];
  /** Whether all of it lies inside the trim. */
  readonly inside: boolean;
}

export interface PaintedPage {
  readonly texts: readonly PaintedText[];
}

/** Half a point: hanging marks and rounding stay well below it at the trim's edge. */
const EDGE = 0.5;

/** The text of every page, in painting order. Throws an Error when the file is not a readable PDF. */
export async function readPdfText(bytes: Uint8Array): Promise<readonly PaintedPage[]> {
  const trims = (await PDFDocument.load(bytes, { updateMetadata: false })).getPages().map((page) => page.getTrimBox());
  const opening = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, isEvalSupported: false, verbosity: 0 });
  try {
    const file = await opening.promise;
    const pages: PaintedPage[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const trim = trims[number - 1];
      if (!trim) throw new Error(`Page ${number} of the PDF has no trim box.`);
      pages.push({ texts: items.filter(isText).filter((item) => item.str !== '').map((item) => painted(item, trim)) });
      page.cleanup();
    }
    return pages;
  } finally {
    await opening.destroy();
  }
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];
type TextItem = Extract<Item, { readonly str: string }>;

function isText(item: Item): item is TextItem {
  return 'str' in item;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function painted({ str, transform, width, height }: TextItem, trim: Box): PaintedText {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  // Text may run in any direction: what is printed upside down ends to the left of where it begins.
  const along = Math.hypot(a, b) || 1;
  const inside = isInside(trim, { x, y }) && isInside(trim, { x: x + (width * a) / along, y: y + (width * b) / along });
  return { text: str, x, y, width, size: Math.hypot(c, d) || height, direction: [a / along, b / along], inside };
}

function isInside(trim: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= trim.x - EDGE && x <= trim.x + trim.width + EDGE && y >= trim.y - EDGE && y <= trim.y + trim.height + EDGE;
}
