// Opens a finished file for those who look into it: its text, its paint and its tags are told by different
// readers from one parse.
import type { PDFDocument } from '@cantoo/pdf-lib';
import { loadPdf } from './load-pdf.js';

const opened = new WeakMap<Uint8Array, Promise<PDFDocument>>();

/**
 * The document of an array of bytes, parsed once while the array is in use. Nobody may change it. @throws
 * when it cannot be read.
 */
export function openFinished(bytes: Uint8Array): Promise<PDFDocument> {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const opening = loadPdf(bytes);
  opened.set(bytes, opening);
  opening.catch(() => undefined); // whoever asks for it hears of it
  return opening;
}
