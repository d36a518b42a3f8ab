// What was printed, object by object, as pdf-lib's objects.
import { PDFContext, PDFDict, PDFObjectParser, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import type { PrintedObject } from './read.js';

/** Objects of pieces belong to no document: they are copied into one. */
const NOWHERE = PDFContext.create();

const parsed = new WeakMap<PrintedObject, PDFObject>();

/**
 * An object of a piece is parsed once, to be looked at and copied, and not to be changed; for a document of its own, each time.
 *
 * @throws when it is no PDF object.
 */
export function parsedObject(object: PrintedObject, context?: PDFContext): PDFObject {
  if (context !== undefined) return parse(object, context);
  const known = parsed.get(object) ?? parse(object, NOWHERE);
  parsed.set(object, known);
  return known;
}

/** Streams stay packed, and views of what was printed. */
function parse({ text, stream }: PrintedObject, context: PDFContext): PDFObject {
  const object = PDFObjectParser.forBytes(Buffer.from(text, 'latin1'), context).parseObject();
  if (stream === undefined) return object;
  if (!(object instanceof PDFDict)) throw new Error('What the browser printed has a stream without a dictionary.');
  return PDFRawStream.of(object, stream);
}
