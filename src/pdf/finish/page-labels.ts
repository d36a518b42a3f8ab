// Page labels: a reader's page box says xii and 12 where the pages do. PDF 32000-1, 12.4.2.
import { PDFName, type PDFDocument } from '@cantoo/pdf-lib';

/** Writes labels from the pages' numbers: roman as far as they are roman, then arabic. */
export function writeLabels(doc: PDFDocument, numbers: readonly string[]): void {
  const { context, catalog } = doc;
  const body = numbers.findIndex((number) => /^\d/.test(number));
  const ranges = [
    ...(body === 0 ? [] : [0, context.obj({ S: 'r' })]),
    ...(body === -1 ? [] : [body, context.obj({ S: 'D' })]),
  ];
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges }));
}
