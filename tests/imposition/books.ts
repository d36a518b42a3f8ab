// PDFs to put on sheets, each page with its number in words, and sheets read back from the finished file.
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintedPage, PrintedSheet } from '../unit/imposition/paper.js';

const MM = 72 / 25.4;

export interface BookShape {
  readonly pages: number;
  /** Millimetres. */
  readonly width?: number;
  readonly height?: number;
  readonly bleed?: number;
  /**
   * How the file turns its pages for readers; what is drawn is turned back, so that they are seen upright.
   */
  readonly turned?: 0 | 90 | 180 | 270;
}

/** A book whose page 7 says "page 7" in its middle, with artwork to the end of its bleed. */
export async function bookOf({
  pages,
  width = 148,
  height = 210,
  bleed = 0,
  turned = 0,
}: BookShape): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const [w, h] = turned % 180 === 0 ? [width * MM, height * MM] : [height * MM, width * MM];
  const beyond = bleed * MM;
  for (let number = 1; number <= pages; number++) {
    const page = doc.addPage([w + 2 * beyond, h + 2 * beyond]);
    page.setTrimBox(beyond, beyond, w, h);
    page.setRotation(degrees(turned));
    page.drawText(`page ${number}`, {
      x: w / 2 + beyond,
      y: h / 2 + beyond,
      size: 8,
      font,
      rotate: degrees(turned),
    });
  }
  return doc.save();
}

/** Each sheet with the pages where their words stand: what a printer would print. */
export async function sheetsIn(
  bytes: Uint8Array,
  { sides, duplex }: { sides: 1 | 2; duplex: PrintedSheet['duplex'] },
): Promise<readonly PrintedSheet[]> {
  const opening = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  const file = await opening.promise;
  const printed: { width: number; height: number; pages: readonly PrintedPage[] }[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const pages = items.flatMap((item): PrintedPage[] => {
      if (!('str' in item) || !item.str.startsWith('page ')) return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const turn = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
      return [{ page: Number(item.str.slice(5)) - 1, x: x / MM, y: y / MM, turn }];
    });
    printed.push({ width: width / MM, height: height / MM, pages });
  }
  await opening.destroy();
  return Array.from({ length: printed.length / sides }, (_, index) => {
    const [front, back] = printed.slice(index * sides, (index + 1) * sides);
    return {
      width: front?.width ?? 0,
      height: front?.height ?? 0,
      front: front?.pages ?? [],
      ...(back ? { back: back.pages } : {}),
      duplex,
    };
  });
}
