// Places in the file that links and bookmarks go to.
import { PDFArray, PDFName, PDFNull, PDFNumber, type PDFDocument } from '@cantoo/pdf-lib';
import type { AnchorId } from '../../model/cast.js';
import type { Master } from '../objects/master.js';
import { POINTS_PER_PX } from '../../shared/units.js';

/** A little above the words, so that they do not stick to the window's edge. */
const AIR_PT = 12;

/**
 * The destination of an anchor: its page, opened at its height and the reader's own scale; undefined for an
 * anchor on no page.
 */
export type Destinations = (anchor: AnchorId) => PDFArray | undefined;

/** Must be made before pages are cut: places are measured from the top of the sheet that Chromium printed. */
export function destinations(
  doc: PDFDocument,
  { places, pages }: Pick<Master, 'places' | 'pages'>,
): Destinations {
  const leaves = doc.getPages();
  const tops = leaves.map((page) => page.getHeight());
  return (anchor) => {
    const index = places[anchor]?.page ?? pages.anchors[anchor];
    const leaf = index === undefined ? undefined : leaves[index];
    if (index === undefined || leaf === undefined) return undefined;
    const above = (places[anchor]?.top ?? 0) * POINTS_PER_PX - AIR_PT;
    const top = Math.round((tops[index] ?? 0) - Math.max(0, above));
    const destination = PDFArray.withContext(doc.context);
    destination.push(leaf.ref);
    destination.push(PDFName.of('XYZ'));
    destination.push(PDFNull);
    destination.push(PDFNumber.of(top));
    destination.push(PDFNull);
    return destination;
  };
}
