// Opens a PDF to be changed, or to be looked into by one reader alone.
import { PDFDocument } from '@cantoo/pdf-lib';

/** Objects between two pauses, in which signals are heard; pdf-lib's own 100 spend half of the time on pauses. */
const OBJECTS_AT_ONCE = 10_000;

/** @throws when the bytes cannot be read as a PDF, or it is encrypted. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: OBJECTS_AT_ONCE });
}
