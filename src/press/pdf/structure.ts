// The reading structure of the screen file, as Chromium made it, mended where it does not fit the file's version.
import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';

/** Names of PDF 2.0 that Chromium writes into files of 1.7, and what they are called there (PDF 32000-1, 14.8.4). */
const ROLES = { Em: 'Span', Strong: 'Span', Aside: 'Note', FENote: 'Note', Title: 'P', Sub: 'Span' } as const;

/** Maps the newer names to the old, where they are not mapped yet. */
export function settleStructure(doc: PDFDocument): void {
  const root = doc.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  const present = root.lookup(PDFName.of('RoleMap'));
  const roles = present instanceof PDFDict ? present : doc.context.obj({});
  for (const [newer, older] of Object.entries(ROLES)) {
    if (!roles.has(PDFName.of(newer))) roles.set(PDFName.of(newer), PDFName.of(older));
  }
  root.set(PDFName.of('RoleMap'), roles);
}
