// The reading structure of a file as a plain tree (PDF 32000-1, 14.7): read, changed as data, and written
// anew.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { name } from '../objects/pdf-name.js';

export interface TagElement {
  readonly kind: 'element';
  readonly role: string;
  readonly kids: readonly TagKid[];
  readonly alt?: string | undefined;
  readonly lang?: PDFObject | undefined;
  readonly id?: string | undefined;
  /** Attributes as they stand: scopes, spans and headers of cells. */
  readonly attributes?: PDFObject | undefined;
  /** Pieces of one element have this name in common. */
  readonly piece?: string;
  /** Of a note: what its call links to. */
  readonly anchor?: string;
}

/** Marked content on a page. */
export interface TagMark {
  readonly kind: 'mark';
  readonly page: PDFRef;
  readonly mark: number;
}

/** A link's annotation. */
export interface TagObject {
  readonly kind: 'object';
  readonly page: PDFRef;
  readonly object: PDFRef;
}

export type TagKid = TagElement | TagMark | TagObject;

/** The document element; undefined where the file has no structure. */
export function readTags(doc: PDFDocument): TagElement | undefined {
  const root = doc.catalog.lookup(name('StructTreeRoot'));
  const [top] = root instanceof PDFDict ? kidsOf(root) : [];
  return top instanceof PDFDict ? readElement(top) : undefined;
}

function readElement(dict: PDFDict): TagElement {
  const page = dict.get(name('Pg'));
  const id = dict.lookup(name('ID'));
  return {
    kind: 'element',
    role: decoded(dict.lookup(name('S'))) ?? 'NonStruct',
    kids: kidsOf(dict).flatMap((kid) => readKid(kid, page)),
    alt: decoded(dict.lookup(name('Alt'))),
    lang: dict.get(name('Lang')),
    id: decoded(id),
    attributes: dict.get(name('A')),
  };
}

function readKid(kid: PDFObject, elementPage: PDFObject | undefined): readonly TagKid[] {
  if (kid instanceof PDFNumber)
    return elementPage instanceof PDFRef ? [{ kind: 'mark', page: elementPage, mark: kid.asNumber() }] : [];
  if (!(kid instanceof PDFDict)) return [];
  if (kid.has(name('S'))) return [readElement(kid)];
  const page = kid.get(name('Pg')) ?? elementPage;
  const mark = kid.lookup(name('MCID'));
  const object = kid.get(name('Obj'));
  if (!(page instanceof PDFRef)) return [];
  if (mark instanceof PDFNumber) return [{ kind: 'mark', page, mark: mark.asNumber() }];
  return object instanceof PDFRef ? [{ kind: 'object', page, object }] : [];
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const kids = dict.lookup(name('K'));
  if (kids instanceof PDFArray) return kids.asArray().flatMap((_, index) => kids.lookup(index) ?? []);
  return kids === undefined ? [] : [kids];
}

function decoded(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined;
}

/**
 * Writes the tree in place of the one that is there, and the lists by which pages and links find their
 * elements.
 *
 * @returns what was written for the elements, in reading order
 */
export function writeTags(doc: PDFDocument, top: TagElement): readonly WrittenElement[] {
  const { context, catalog } = doc;
  const root = context.obj({ Type: 'StructTreeRoot' });
  const rootRef = context.register(root);
  const parents = new Map<number, PDFObject>();
  const written: WrittenElement[] = [];
  root.set(name('K'), writeElement(doc, { element: top, parent: rootRef, parents, written }));
  const keys = [...parents.keys()].sort((a, b) => a - b);
  root.set(
    name('ParentTree'),
    context.register(context.obj({ Nums: keys.flatMap((key) => [key, parents.get(key) ?? null]) })),
  );
  root.set(name('ParentTreeNextKey'), PDFNumber.of((keys.at(-1) ?? -1) + 1));
  catalog.set(name('StructTreeRoot'), rootRef);
  return written;
}

export interface WrittenElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

interface Writing {
  readonly element: TagElement;
  readonly parent: PDFRef;
  readonly written: WrittenElement[];
  /** By the key that pages and annotations have. */
  readonly parents: Map<number, PDFObject>;
}

function writeElement(doc: PDFDocument, { element, parent, parents, written }: Writing): PDFRef {
  const { context } = doc;
  const dict = context.obj({ Type: 'StructElem', S: element.role });
  const ref = context.register(dict);
  written.push({ ref, dict });
  dict.set(name('P'), parent);
  const home = element.kids.find((kid) => kid.kind === 'mark')?.page;
  if (home) dict.set(name('Pg'), home);
  if (element.alt !== undefined) dict.set(name('Alt'), PDFHexString.fromText(element.alt));
  if (element.lang) dict.set(name('Lang'), element.lang);
  if (element.id !== undefined) dict.set(name('ID'), PDFString.of(element.id));
  if (element.attributes) dict.set(name('A'), element.attributes);
  const kids = element.kids.map((kid): PDFObject => {
    if (kid.kind === 'element') return writeElement(doc, { element: kid, parent: ref, parents, written });
    if (kid.kind === 'object') {
      const key = keyOf(context.lookup(kid.object), 'StructParent');
      if (key !== undefined) parents.set(key, ref);
      return context.obj({ Type: 'OBJR', Pg: kid.page, Obj: kid.object });
    }
    noteMark(doc, { kid, ref, parents });
    return kid.page === home
      ? PDFNumber.of(kid.mark)
      : context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mark });
  });
  const [only] = kids;
  if (only && kids.length === 1) dict.set(name('K'), only);
  else if (only) dict.set(name('K'), context.obj([...kids]));
  return ref;
}

/** A page's list has the element of each of its marks, by the mark's number. */
function noteMark(
  { context }: PDFDocument,
  { kid, ref, parents }: { kid: TagMark; ref: PDFRef; parents: Map<number, PDFObject> },
): void {
  const key = keyOf(context.lookup(kid.page), 'StructParents');
  if (key === undefined) return;
  const present = parents.get(key);
  const list = present instanceof PDFArray ? present : context.obj([]);
  while (list.size() <= kid.mark) list.push(context.obj(null));
  list.set(kid.mark, ref);
  parents.set(key, list);
}

function keyOf(holder: PDFObject | undefined, key: string): number | undefined {
  const value = holder instanceof PDFDict ? holder.lookup(name(key)) : undefined;
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
