// The anchor inside the book that a link annotation leads to.
import { PDFDict, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib';
import { name } from './pdf-name.js';

/** The place inside the book that a link names, before links are settled. */
export function innerTarget(annotation: PDFDict): string | undefined {
  const action = annotation.lookup(name('A'));
  const direct =
    annotation.lookup(name('Dest')) ?? (action instanceof PDFDict ? action.lookup(name('D')) : undefined);
  return named(direct);
}

function named(destination: PDFObject | undefined): string | undefined {
  if (
    destination instanceof PDFName ||
    destination instanceof PDFString ||
    destination instanceof PDFHexString
  )
    return destination.decodeText();
  return undefined;
}
