// What decides how a page looks, as a key: its content, all that it draws with, and where it is cut. Equal
// keys, equal pages, in whatever file.
import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFRawStream, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { name } from './pdf-name.js';

/** A key for each page; undefined where a page's resources lead in a circle. */
export function pageKeys(doc: PDFDocument): readonly (string | undefined)[] {
  const digests = openDigests(doc);
  const layers = digests.of(doc.catalog.get(name('OCProperties')));
  return doc.getPages().map((page) => {
    const own = SAID.map((key) => digests.of(page.node.getInheritableAttribute(name(key))));
    const pieces = [
      ...own,
      digests.of(page.node.Resources()),
      digests.of(page.node.get(name('Contents'))),
      layers,
    ];
    return pieces.includes(undefined) ? undefined : hashed([pieces.join(' ')]);
  });
}

/** Entries of a page that move or turn what is on it, or cut it. */
const SAID = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'Rotate', 'UserUnit'];

interface Digests {
  of(object: PDFObject | undefined): string | undefined;
}

/** What is referred to from many pages is digested once. */
function openDigests({ context }: PDFDocument): Digests {
  const known = new Map<string, string | undefined>();
  const follow = (ref: PDFRef): string | undefined => {
    if (known.has(ref.tag)) return known.get(ref.tag);
    known.set(ref.tag, undefined); // met again before it is done: a circle
    const text = of(context.lookup(ref));
    const digest = text === undefined ? undefined : hashed([text]);
    known.set(ref.tag, digest);
    return digest;
  };
  const all = (objects: readonly (PDFObject | undefined)[]): string | undefined => {
    const pieces = objects.map(of);
    return pieces.includes(undefined) ? undefined : pieces.join(' ');
  };
  const inside = (before: string, pieces: string | undefined, after: string): string | undefined =>
    pieces === undefined ? undefined : `${before}${pieces}${after}`;
  const of = (object: PDFObject | undefined): string | undefined => {
    if (object instanceof PDFRef) return follow(object);
    if (object instanceof PDFArray) return inside('[', all(object.asArray()), ']');
    if (object instanceof PDFDict) return inside('<<', all(object.entries().flat()), '>>');
    if (!(object instanceof PDFRawStream)) return object?.toString() ?? '-';
    return inside('', of(object.dict), hashed([object.contents]));
  };
  return { of };
}

function hashed(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(`${piece.length} `).update(piece);
  return hash.digest('base64');
}
