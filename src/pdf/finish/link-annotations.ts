// Links of the finished file: those inside the book go to explicit places, those to the world stay as they
// are.
import { PDFArray, PDFDict, type PDFDocument } from '@cantoo/pdf-lib';
import type { Destinations } from './destinations.js';
import { innerTarget } from '../objects/link-target.js';
import { name } from '../objects/pdf-name.js';

/** Rewrites the links inside the book. Chromium names their places; the names are dropped afterwards. */
export function writeLinks(doc: PDFDocument, to: Destinations): void {
  for (const page of doc.getPages()) {
    for (const annotation of annotations(page.node)) {
      const anchor = innerTarget(annotation);
      const destination = anchor === undefined ? undefined : to(anchor);
      if (destination === undefined) continue;
      annotation.delete(name('A'));
      annotation.set(name('Dest'), destination);
    }
  }
  doc.catalog.delete(name('Dests'));
}

/** A file for a printing house carries no annotations (PDF/X-4, 6.17) and no reading structure. */
export function removeScreenFeatures(doc: PDFDocument): void {
  for (const page of doc.getPages()) {
    for (const key of ['Annots', 'StructParents', 'Tabs', 'AA']) page.node.delete(name(key));
  }
  for (const key of [
    'StructTreeRoot',
    'MarkInfo',
    'Outlines',
    'Dests',
    'Names',
    'OpenAction',
    'AA',
    'AcroForm',
  ])
    doc.catalog.delete(name(key));
}

function annotations(page: PDFDict): readonly PDFDict[] {
  const list = page.lookup(name('Annots'));
  return list instanceof PDFArray
    ? list
        .asArray()
        .map((_, index) => list.lookup(index))
        .filter((one) => one instanceof PDFDict)
    : [];
}
