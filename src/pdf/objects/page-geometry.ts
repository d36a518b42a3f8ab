// Page boxes, exact: from the geometry and not from Chromium's pages, which are rounded to pixels.
// PDF 32000-1, 14.11.2: media holds crop and bleed, bleed holds trim.
import { PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { Box } from '../../model/box.js';
import type { PrintEdition } from '../../model/edition.js';
import { ownShape, type PageShape } from './page-shape.js';
import { POINTS_PER_MM } from '../../shared/units.js';

export type { Box } from '../../model/box.js';

/** In points from the page's origin. */
export interface PageBoxes {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
}

export interface SheetGeometry {
  /** The height of Chromium's page in points. */
  readonly sheetTop: number;
  readonly purpose: 'print' | 'screen';
  /** What a printer asks for; default what the book does. */
  readonly shape?: PageShape;
}

/**
 * The boxes of one page. The sheet stands at the top left of what Chromium printed, so everything is measured
 * from there.
 */
export function pageBoxes(
  edition: PrintEdition,
  { sheetTop, purpose, shape = ownShape(edition) }: SheetGeometry,
): PageBoxes {
  const { overhang, trim: size } = edition.page;
  const trim = {
    left: mm(overhang),
    top: sheetTop - mm(overhang),
    right: mm(overhang + size.width),
    bottom: sheetTop - mm(overhang + size.height),
  };
  if (purpose === 'screen') return { media: trim, bleed: trim, trim };
  const bleed = {
    left: trim.left - mm(shape.bleed.left),
    bottom: trim.bottom - mm(shape.bleed.bottom),
    right: trim.right + mm(shape.bleed.right),
    top: trim.top + mm(shape.bleed.top),
  };
  return { trim, bleed, media: shape.marks ? grown(trim, mm(overhang)) : bleed };
}

/** Writes the boxes; nothing is displayed beyond the media box, so crop and media are one. */
export function setBoxes(page: PDFPage, { media, bleed, trim }: PageBoxes): void {
  const boxes = { MediaBox: media, CropBox: media, BleedBox: bleed, TrimBox: trim, ArtBox: trim };
  for (const [name, box] of Object.entries(boxes))
    page.node.set(PDFName.of(name), page.doc.context.obj(corners(box)));
}

export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

function grown({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

function corners({ left, bottom, right, top }: Box): number[] {
  return [left, bottom, right, top].map(exact);
}

/** Ten thousandths of a point are a hundredth of what a press can hold. */
function exact(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}
