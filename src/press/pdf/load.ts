// Opens a PDF to be changed, or to be looked into by one reader alone.
import { PDFArray, PDFCatalog, PDFContext, PDFDict, PDFDocument, PDFPageLeaf, PDFPageTree, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';

/** Objects between two pauses, in which signals are heard; pdf-lib's own 100 spend half of the time on pauses. */
const OBJECTS_AT_ONCE = 10_000;

/**
 * The bytes of its streams are views of the file's: what pdf-lib cuts out of a Buffer is no copy, and a book of photographs would
 * stand in memory twice.
 *
 * @throws when the bytes cannot be read as a PDF, or it is encrypted.
 */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { updateMetadata: false, parseSpeed: OBJECTS_AT_ONCE });
}

/**
 * The same for a file of which several others are made: it is read once for the same array of bytes, and every call answers
 * with a document of its own. To copy one takes a tenth of the time that it takes to read it.
 *
 * @throws as `loadPdf` does.
 */
export async function loadCopy(bytes: Uint8Array): Promise<PDFDocument> {
  return copied(await loadOriginal(bytes));
}

/**
 * As `loadCopy`, for the last who wants it: what the copies were made of, which nobody gets after that.
 *
 * @throws as `loadPdf` does.
 */
export function loadLast(bytes: Uint8Array): Promise<PDFDocument> {
  const original = loadOriginal(bytes);
  originals.delete(bytes);
  return original;
}

/**
 * What the copies are made of: to be looked into, and not to be changed.
 *
 * @throws as `loadPdf` does.
 */
export function loadOriginal(bytes: Uint8Array): Promise<PDFDocument> {
  const original = originals.get(bytes) ?? loadPdf(bytes);
  originals.set(bytes, original);
  return original;
}

const originals = new WeakMap<Uint8Array, Promise<PDFDocument>>();

function copied({ context: from }: PDFDocument): PDFDocument {
  const context = PDFContext.create();
  context.header = from.header;
  context.trailerInfo = { ...from.trailerInfo };
  for (const [ref, object] of from.enumerateIndirectObjects()) context.assign(ref, copyOf(object, context));
  context.largestObjectNumber = from.largestObjectNumber;
  return Reflect.construct(PDFDocument, [context, false, false]) as PDFDocument; // as `PDFDocument.load` ends; it counts as private in its types alone
}

/** What never changes is shared: names, numbers, strings, and the bytes of streams. */
function copyOf(object: PDFObject, context: PDFContext): PDFObject {
  if (object instanceof PDFRawStream) return PDFRawStream.of(copyOfDict(object.dict, context), object.contents);
  if (object instanceof PDFDict) return copyOfDict(object, context);
  if (!(object instanceof PDFArray)) return object;
  const copy = PDFArray.withContext(context);
  for (const one of object.asArray()) copy.push(copyOf(one, context));
  return copy;
}

function copyOfDict(dict: PDFDict, context: PDFContext): PDFDict {
  const copy = emptyLike(dict, context);
  for (const [key, value] of dict.entries()) copy.set(key, copyOf(value, context));
  return copy;
}

/** Catalogs, page trees and pages are kinds of their own. */
function emptyLike(dict: PDFDict, context: PDFContext): PDFDict {
  if (dict instanceof PDFPageLeaf) return PDFPageLeaf.fromMapWithContext(new Map(), context);
  if (dict instanceof PDFPageTree) return PDFPageTree.fromMapWithContext(new Map(), context);
  return dict instanceof PDFCatalog ? PDFCatalog.fromMapWithContext(new Map(), context) : PDFDict.withContext(context);
}
