// Opens a PDF to be changed, or to be looked into by one reader alone.
import { PDFContext, PDFDocument } from '@cantoo/pdf-lib';
import { copyOf } from './copy-objects.js';

/**
 * Objects between two pauses, in which signals are heard; pdf-lib's own 100 spend half of the time on pauses.
 */
const OBJECTS_AT_ONCE = 10_000;

/**
 * The bytes of its streams are views of the file's: what pdf-lib cuts out of a Buffer is no copy, and a book
 * of photographs would stand in memory twice.
 *
 * @throws when the bytes cannot be read as a PDF, or it is encrypted.
 */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    updateMetadata: false,
    parseSpeed: OBJECTS_AT_ONCE,
  });
}

/** A document that others are made of. */
export interface Original {
  /** To be looked into, and not to be changed. */
  look(): Promise<PDFDocument>;
  /** One of one's own. To copy one takes a tenth of the time that it takes to read it. */
  copy(): Promise<PDFDocument>;
  /** As `copy`, for the last who wants it: what the copies were made of. Nobody gets any after that. */
  last(): Promise<PDFDocument>;
}

/** Whoever asks for it hears of what went wrong with it. */
export function originalOf(making: Promise<PDFDocument>): Original {
  making.catch(() => undefined);
  let kept: Promise<PDFDocument> | undefined = making;
  const look = async (): Promise<PDFDocument> => {
    if (kept === undefined)
      throw new Error('A document is asked for after it was given to the last who wanted it.');
    return kept;
  };
  return {
    look,
    copy: async () => copied(await look()),
    last: () => {
      const last = look();
      kept = undefined;
      return last;
    },
  };
}

function copied({ context: from }: PDFDocument): PDFDocument {
  const context = PDFContext.create();
  context.header = from.header;
  context.trailerInfo = { ...from.trailerInfo };
  for (const [ref, object] of from.enumerateIndirectObjects())
    context.assign(ref, copyOf(object, { context }));
  context.largestObjectNumber = from.largestObjectNumber;
  return documentOf(context);
}

/** As `PDFDocument.load` ends; it counts as private in its types alone. */
export function documentOf(context: PDFContext): PDFDocument {
  return Reflect.construct(PDFDocument, [context, false, false]) as PDFDocument;
}
