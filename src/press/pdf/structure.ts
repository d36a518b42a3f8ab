// Names in the reading structure of the screen file: Chromium's change from run to run, ours are counted in reading order.
import { PDFArray, PDFDict, PDFName, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const name = PDFName.of.bind(PDFName);

/** Numbers named elements in reading order, and writes the tree by which they are found. */
export function settleNames(doc: PDFDocument): void {
  const root = doc.catalog.lookup(name('StructTreeRoot'));
  if (root instanceof PDFDict) nameElements(doc, root);
}

/** Table headers have names so that cells can point to them. Chromium makes the names from its own count of nodes. */
function nameElements(doc: PDFDocument, root: PDFDict): void {
  const elements = [...elementsBelow(root)];
  const named = elements.filter((element) => element.has(name('ID')));
  if (named.length === 0) return;
  const names = new Map(named.map((element, index) => [textOf(element.lookup(name('ID'))), `e${String(index + 1).padStart(6, '0')}`]));
  const renamed = (old: PDFObject | undefined): PDFString => PDFString.of(names.get(textOf(old)) ?? textOf(old));
  const entries = named.flatMap((element) => {
    const id = renamed(element.lookup(name('ID')));
    element.set(name('ID'), id);
    const ref = doc.context.getObjectRef(element);
    return ref === undefined ? [] : [id, ref];
  });
  for (const headers of elements.flatMap(headersOf)) {
    headers.asArray().forEach((old, index) => { headers.set(index, renamed(old)); });
  }
  root.set(name('IDTree'), doc.context.obj({ Names: entries }));
}

function* elementsBelow(parent: PDFDict): Generator<PDFDict> {
  for (const child of children(parent)) {
    if (!child.has(name('S'))) continue; // marked content and objects are no elements
    yield child;
    yield* elementsBelow(child);
  }
}

function children(parent: PDFDict): readonly PDFDict[] {
  return dictionaries(parent.lookup(name('K')));
}

/** The arrays of header names in an element's attributes. */
function headersOf(element: PDFDict): readonly PDFArray[] {
  const found = dictionaries(element.lookup(name('A'))).map((attributes) => attributes.lookup(name('Headers')));
  return found.filter((headers) => headers instanceof PDFArray);
}

function dictionaries(object: PDFObject | undefined): readonly PDFDict[] {
  if (object instanceof PDFDict) return [object];
  if (!(object instanceof PDFArray)) return [];
  return object.asArray().map((_, index) => object.lookup(index)).filter((one) => one instanceof PDFDict);
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString ? object.decodeText() : String(object);
}
