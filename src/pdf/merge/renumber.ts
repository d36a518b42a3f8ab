// An object of a piece in the document that the pieces are joined to.
import { PDFNull, PDFNumber, PDFRef, type PDFContext, type PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { copyOf } from '../objects/copy-objects.js';
import { name } from '../objects/pdf-name.js';

export interface RenumberOrder {
  /** What an object of the piece is called in the document; undefined: it is not there. */
  numberOf(old: number): number | undefined;
  /** The new numbers of the keys by which pages and links find their elements in the reading structure. */
  readonly keys: ReadonlyMap<number, number>;
}

const KEYS: ReadonlySet<PDFName> = new Set([name('StructParents'), name('StructParent')]);

/**
 * A copy that refers to the document's objects; what is not there becomes null.
 *
 * Some versions of Chromium give blank pages a key that leads nowhere: it goes, or it would lead to another
 * piece's page.
 */
export function renumberedObject(
  object: PDFObject,
  { numberOf, keys, context }: RenumberOrder & { readonly context: PDFContext },
): PDFObject {
  return copyOf(object, {
    context,
    refer: ({ objectNumber }) => {
      const now = numberOf(objectNumber);
      return now === undefined ? PDFNull : PDFRef.of(now);
    },
    enter: (key, value) => {
      if (!KEYS.has(key) || !(value instanceof PDFNumber)) return value;
      const own = keys.get(value.asNumber());
      return own === undefined ? undefined : PDFNumber.of(own);
    },
  });
}
