// Cuts the master's pages to their boxes: what lies beyond the bleed is clipped, marks are drawn around it.
import {
  PDFArray,
  PDFName,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { PrintEdition } from '../../model/edition.js';
import { pageBoxes, setBoxes, type Box } from '../objects/page-geometry.js';
import { bytesOf, streamOf } from '../objects/streams.js';
import { deflated } from '../objects/zlib.js';
import { registrationColour } from './registration-colour.js';
import { drawMarks, round } from './printer-marks.js';
import { ownShape, type PageShape } from '../objects/page-shape.js';

export interface Cut {
  readonly edition: PrintEdition;
  readonly purpose: 'print' | 'screen';
  /** What a printer asks for, page by page; default what the book does. */
  readonly shapes?: readonly PageShape[];
}

/** Sets the boxes of all pages. */
export function cutPages(doc: PDFDocument, { edition, purpose, shapes = [] }: Cut): void {
  const marksPaint = purpose === 'print' ? registrationColour(doc) : undefined;
  const packed = openPacking(doc);
  doc.getPages().forEach((page, index) => {
    const shape = shapes[index] ?? ownShape(edition);
    const boxes = pageBoxes(edition, { sheetTop: page.getHeight(), purpose, shape });
    setBoxes(page, boxes);
    const isMarked = marksPaint !== undefined && shape.marks;
    wrapContent(page, {
      clip: boxes.bleed,
      after: isMarked ? drawMarks(boxes, { paint: marksPaint(page), folds: edition.folds }) : '',
      packed,
    });
  });
}

/** A stream of its own for every content that differs: pages of one side are wrapped alike. */
function openPacking({ context }: PDFDocument): (content: string) => PDFRef {
  const made = new Map<string, PDFRef>();
  return (content) => {
    const ref = made.get(content) ?? context.register(streamOf(context.obj({}), deflated(bytesOf(content))));
    made.set(content, ref);
    return ref;
  };
}

interface Wrapping {
  readonly clip: Box;
  readonly after: string;
  readonly packed: (content: string) => PDFRef;
}

function wrapContent(page: PDFPage, { clip, after, packed }: Wrapping): void {
  const area = [clip.left, clip.bottom, clip.right - clip.left, clip.top - clip.bottom].map(round).join(' ');
  const before = packed(`q ${area} re W n\n`);
  const behind = packed(`\nQ ${after}`);
  page.node.set(PDFName.of('Contents'), page.doc.context.obj([before, ...contents(page), behind]));
}

function contents(page: PDFPage): readonly PDFObject[] {
  const present = page.node.get(PDFName.of('Contents'));
  const direct = page.node.lookup(PDFName.of('Contents'));
  if (direct instanceof PDFArray) return direct.asArray();
  return present === undefined ? [] : [present];
}
