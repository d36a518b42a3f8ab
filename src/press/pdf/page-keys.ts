// What decides the text of a page, as a key: its content and all that it draws with. Equal keys, equal text, in whatever file.
import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** A key for each page; undefined where a page's resources lead in a circle. Pictures say nothing and are left out. */
export function textKeys(doc: PDFDocument): readonly (string | undefined)[] {
  const digests = openDigests(doc);
  const layers = digests.of(doc.catalog.get(name('OCProperties')));
  return doc.getPages().map((page) => {
    const own = SAID.map((key) => digests.of(page.node.getInheritableAttribute(name(key))));
    const pieces = [...own, digests.of(page.node.Resources()), digests.of(page.node.get(name('Contents'))), layers];
    return pieces.includes(undefined) ? undefined : hashed([pieces.join(' ')]);
  });
}

const name = PDFName.of.bind(PDFName);

/** Entries of a page that move or turn its text. */
const SAID = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit'];

interface Digests {
  of(object: PDFObject | undefined): string | undefined;
}

/** What is referred to from many pages is digested once. */
function openDigests({ context }: PDFDocument): Digests {
  const known = new Map<string, string | undefined>();
  const follow = (ref: PDFRef): string | undefined => {
    if (known.has(ref.tag)) return known.get(ref.tag);
    known.set(ref.tag, undefined); // met again before it is done: a circle
    const digest = of(context.lookup(ref));
    known.set(ref.tag, digest);
    return digest;
  };
  const all = (mark: string, objects: readonly (PDFObject | undefined)[]): string | undefined => {
    const pieces = objects.map(of);
    return pieces.includes(undefined) ? undefined : hashed([mark, pieces.join(' ')]);
  };
  const of = (object: PDFObject | undefined): string | undefined => {
    if (object instanceof PDFRef) return follow(object);
    if (object instanceof PDFArray) return all('array', object.asArray());
    if (object instanceof PDFDict) return all('dictionary', object.entries().flat());
    if (!(object instanceof PDFRawStream)) return object === undefined ? '-' : hashed([object.toString()]);
    if (object.dict.get(name('Subtype')) === name('Image')) return 'picture';
    const dict = of(object.dict);
    return dict === undefined ? undefined : hashed([dict, object.contents]);
  };
  return { of };
}

function hashed(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(`${piece.length} `).update(piece);
  return hash.digest('base64');
}
