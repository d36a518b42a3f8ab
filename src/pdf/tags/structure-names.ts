// Names in the reading structure of the screen file: Chromium's change from run to run, ours are counted in
// reading order.
import { PDFArray, PDFDict, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { name } from '../objects/pdf-name.js';
import type { WrittenElement } from './structure-tree.js';

/**
 * Numbers named elements, and writes the tree by which they are found. Table headers have names so that cells
 * can point to them; Chromium makes the names from its own count of nodes.
 *
 * @param elements in reading order
 */
export function nameStructure(doc: PDFDocument, elements: readonly WrittenElement[]): void {
  const root = doc.catalog.lookup(name('StructTreeRoot'));
  const named = elements.filter(({ dict }) => dict.has(name('ID')));
  if (!(root instanceof PDFDict) || named.length === 0) return;
  const names = new Map(
    named.map(({ dict }, index) => [
      textOf(dict.lookup(name('ID'))),
      `e${String(index + 1).padStart(6, '0')}`,
    ]),
  );
  const renamed = (old: PDFObject | undefined): PDFString =>
    PDFString.of(names.get(textOf(old)) ?? textOf(old));
  const entries = named.flatMap(({ dict, ref }) => {
    const id = renamed(dict.lookup(name('ID')));
    dict.set(name('ID'), id);
    return [id, ref];
  });
  for (const headers of elements.flatMap(({ dict }) => headersOf(dict))) {
    headers.asArray().forEach((old, index) => {
      headers.set(index, renamed(old));
    });
  }
  root.set(name('IDTree'), doc.context.obj({ Names: entries }));
}

/** The arrays of header names in an element's attributes. */
function headersOf(element: PDFDict): readonly PDFArray[] {
  const found = dictionaries(element.lookup(name('A'))).map((attributes) =>
    attributes.lookup(name('Headers')),
  );
  return found.filter((headers) => headers instanceof PDFArray);
}

function dictionaries(object: PDFObject | undefined): readonly PDFDict[] {
  if (object instanceof PDFDict) return [object];
  if (!(object instanceof PDFArray)) return [];
  return object
    .asArray()
    .map((_, index) => object.lookup(index))
    .filter((one) => one instanceof PDFDict);
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString ? object.decodeText() : String(object);
}
