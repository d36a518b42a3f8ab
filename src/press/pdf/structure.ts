// The reading structure of the screen file, as Chromium made it, mended where it does not fit the file's version
// and where it carries numbers that change from run to run.
import { PDFArray, PDFDict, PDFName, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Names of PDF 2.0 that Chromium writes into files of 1.7, and what they are called there (PDF 32000-1, 14.8.4). */
const ROLES = { Em: 'Span', Strong: 'Span', Aside: 'Note', FENote: 'Note', Title: 'P', Sub: 'Span' } as const;

/** Maps the newer names to the old, where they are not mapped yet, and numbers named elements in reading order. */
export function settleStructure(doc: PDFDocument): void {
  const root = doc.catalog.lookup(name('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return;
  mapRoles(doc, root);
  nameElements(doc, root);
}

const name = PDFName.of.bind(PDFName);

function mapRoles(doc: PDFDocument, root: PDFDict): void {
  const present = root.lookup(name('RoleMap'));
  const roles = present instanceof PDFDict ? present : doc.context.obj({});
  for (const [newer, older] of Object.entries(ROLES)) {
    if (!roles.has(name(newer))) roles.set(name(newer), name(older));
  }
  root.set(name('RoleMap'), roles);
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
