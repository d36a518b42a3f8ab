// What was printed, object by object, as pdf-lib's objects.
import { PDFContext, PDFDict, PDFObjectParser, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { memoizeByObject } from '../../shared/memoize.js';
import type { PrintedObject } from './read-printed.js';

/** Objects of pieces belong to no document: they are copied into one. */
const NOWHERE = PDFContext.create();

/**
 * An object of a piece: parsed once, to be looked at and copied, and not to be changed. @throws as
 * `parseObject` does.
 */
export const parsedObject: (object: PrintedObject) => PDFObject = memoizeByObject((object) =>
  parseObject(object, NOWHERE),
);

/**
 * An object for a document of its own; streams stay packed, and views of what was printed. @throws when it is
 * no PDF object.
 */
export function parseObject({ text, stream }: PrintedObject, context: PDFContext): PDFObject {
  const object = PDFObjectParser.forBytes(Buffer.from(text, 'latin1'), context).parseObject();
  if (stream === undefined) return object;
  if (!(object instanceof PDFDict))
    throw new Error('What the browser printed has a stream without a dictionary.');
  return PDFRawStream.of(object, stream);
}
