// A document under construction: objects are given numbers in order, and equal ones the same number.
import { createHash } from 'node:crypto';
import { PDFContext, PDFHeader, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';
import { memoizeByObject } from '../../shared/memoize.js';
import { documentOf } from '../objects/load-pdf.js';
import { parsedObject, parseObject } from './parse-objects.js';
import type { PrintedObject } from './read-printed.js';
import { renumberedObject, type RenumberOrder } from './renumber.js';

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
