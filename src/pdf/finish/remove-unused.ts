// Leaves out of a file what nothing in it leads to, and gives what stays a fingerprint.
import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFRef,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

/** Deletes every object that cannot be reached from the trailer; pdf-lib would write them all. */
export function removeUnused({ context }: PDFDocument): void {
  const reached = reachable(context);
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref.tag)) context.delete(ref);
  }
}

/** 32 hexadecimal digits from what the file's streams hold and from `more`; equal content, equal digits. */
export function fingerprint({ context }: PDFDocument, more: string): string {
  const hash = createHash('sha256').update(more);
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) hash.update(object.contents);
  }
  return hash.digest('hex').slice(0, 32);
}

function reachable(context: PDFContext): ReadonlySet<string> {
  const seen = new Set<string>();
  const { Root, Info, ID } = context.trailerInfo;
  const waiting: (PDFObject | undefined)[] = [Root, Info, ID];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (!(object instanceof PDFRef)) {
      waiting.push(...inside(object));
    } else if (!seen.has(object.tag)) {
      seen.add(object.tag);
      waiting.push(context.lookup(object));
    }
  }
  return seen;
}

function inside(object: PDFObject | undefined): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}
