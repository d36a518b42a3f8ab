// Bookmarks, from the book's own outline: in book order, with whole titles, whatever the pages did to them.
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';
import type { OutlineEntry } from '../../model/book.js';
import { textOf } from '../../model/flow.js';
import type { Destinations } from './destinations.js';

/**
 * Writes the outline over any that is there. Entries that stand on no page are left out, their children with
 * them.
 */
export function writeOutline(
  doc: PDFDocument,
  { entries, to }: { entries: readonly OutlineEntry[]; to: Destinations },
): void {
  const root = doc.context.obj({ Type: 'Outlines' });
  const ref = doc.context.register(root);
  const count = writeChildren(doc, { parent: root, parentRef: ref, entries, to });
  if (count === 0) {
    doc.catalog.delete(PDFName.of('Outlines'));
    doc.context.delete(ref);
    return;
  }
  root.set(PDFName.of('Count'), PDFNumber.of(count));
  doc.catalog.set(PDFName.of('Outlines'), ref);
}

/** As a bookmark reads: number, then title, in one line. */
export function bookmarkTitle({ number, title }: OutlineEntry): string {
  const words = textOf(title).replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
  return [number ?? '', words].filter((piece) => piece !== '').join(' ');
}

interface Branch {
  readonly parent: PDFDict;
  readonly parentRef: PDFRef;
  readonly entries: readonly OutlineEntry[];
  readonly to: Destinations;
}

/**
 * Returns how many entries were written on this level. Deeper levels are there but closed (a negative count).
 */
function writeChildren(doc: PDFDocument, { parent, parentRef, entries, to }: Branch): number {
  const written = entries.flatMap((entry) => {
    const destination = to(entry.anchor);
    if (destination === undefined) return [];
    const item = doc.context.obj({});
    item.set(PDFName.of('Title'), PDFHexString.fromText(bookmarkTitle(entry)));
    item.set(PDFName.of('Parent'), parentRef);
    item.set(PDFName.of('Dest'), destination);
    const ref = doc.context.register(item);
    const inside = writeChildren(doc, { parent: item, parentRef: ref, entries: entry.children, to });
    if (inside > 0) item.set(PDFName.of('Count'), PDFNumber.of(-inside));
    return [{ item, ref }];
  });
  written.forEach(({ item }, index) => {
    link(item, 'Prev', written[index - 1]?.ref);
    link(item, 'Next', written[index + 1]?.ref);
  });
  link(parent, 'First', written[0]?.ref);
  link(parent, 'Last', written.at(-1)?.ref);
  return written.length;
}

function link(item: PDFDict, name: string, ref: PDFRef | undefined): void {
  if (ref !== undefined) item.set(PDFName.of(name), ref);
}
