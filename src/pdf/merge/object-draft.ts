// A document under construction: objects are given numbers in order, and equal ones the same number.
import { createHash } from 'node:crypto';
import {
  PDFContext,
  PDFHeader,
  PDFRef,
  type PDFDocument,
  PDFDict,
  PDFObjectParser,
  PDFRawStream,
  type PDFObject,
  PDFNull,
  PDFNumber,
  type PDFName,
} from '@cantoo/pdf-lib';
import { memoizeByObject } from '../../shared/memoize.js';
import { documentOf } from '../objects/load-pdf.js';
import type { PrintedObject } from './read-printed.js';
import { copyOf } from '../objects/copy-objects.js';
import { name } from '../objects/pdf-name.js';

export interface Draft {
  /** A number for an object that is not known yet. */
  reserve(): number;
  /** An object that refers to others by the draft's numbers. */
  fill(number: number, object: PrintedObject): void;
  /** An object of a piece, which refers to others by the piece's numbers. */
  place(number: number, object: PrintedObject, renumbering: RenumberOrder): void;
  /**
   * As `fill`, with a number of its own; an object that is equal to one that was shared before gets that
   * one's number.
   */
  share(object: PrintedObject): number;
  /** The document. What was reserved and not filled is missing in it. */
  end(root: number): PDFDocument;
}

export function startDraft(): Draft {
  const context = PDFContext.create();
  context.header = PDFHeader.forVersion(1, 7);
  const shared = new Map<string, number>();
  const fill = (number: number, object: PrintedObject): void => {
    context.assign(PDFRef.of(number), parseObject(object, context));
  };
  const reserve = (): number => context.nextRef().objectNumber;
  return {
    reserve,
    fill,
    place: (number, object, renumbering) => {
      context.assign(PDFRef.of(number), renumberedObject(parsedObject(object), { ...renumbering, context }));
    },
    share: (object) => {
      const key = `${object.stream === undefined ? '' : digestOf(object.stream)} ${object.text}`;
      const known = shared.get(key);
      if (known !== undefined) return known;
      const number = reserve();
      shared.set(key, number);
      fill(number, object);
      return number;
    },
    end: (root) => {
      context.trailerInfo.Root = PDFRef.of(root);
      return documentOf(context);
    },
  };
}

/** All pieces have the same program of a joined face. */
const digestOf = memoizeByObject((stream: Uint8Array) =>
  createHash('sha256').update(stream).digest('base64'),
);

// What was printed, object by object, as pdf-lib's objects.

/** Objects of pieces belong to no document: they are copied into one. */
const NOWHERE = PDFContext.create();

/**
 * An object of a piece: parsed once, to be looked at and copied, and not to be changed. @throws as
 * `parseObject` does.
 */
const parsedObject: (object: PrintedObject) => PDFObject = memoizeByObject((object) =>
  parseObject(object, NOWHERE),
);

/**
 * An object for a document of its own; streams stay packed, and views of what was printed. @throws when it is
 * no PDF object.
 */
function parseObject({ text, stream }: PrintedObject, context: PDFContext): PDFObject {
  const object = PDFObjectParser.forBytes(Buffer.from(text, 'latin1'), context).parseObject();
  if (stream === undefined) return object;
  if (!(object instanceof PDFDict))
    throw new Error('What the browser printed has a stream without a dictionary.');
  return PDFRawStream.of(object, stream);
}

// An object of a piece in the document that the pieces are joined to.

interface RenumberOrder {
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
function renumberedObject(
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
