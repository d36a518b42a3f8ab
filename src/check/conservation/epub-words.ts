// The words that an EPUB shows: its documents in reading order, without the cover and what navigation repeats.
import type { ShownPage } from '../../model/expected-words.js';
import { openPublication, type Document } from '../epub/publication.js';
import { all, raw } from '../epub/xml-tree.js';

/** Throws an Error when the bytes are no EPUB. */
export function epubWords(bytes: Uint8Array, name: string): readonly ShownPage[] {
  const { documents, navigation } = openPublication(bytes, name);
  return documents.filter((document) => document !== navigation && !isCover(document)).map((document) => ({
    label: document.path,
    texts: all(document.root, 'body').map(raw),
  }));
}

function isCover({ root }: Document): boolean {
  return all(root, 'section', 'body').some(({ attributes }) => attributes['epub:type']?.split(' ').includes('cover'));
}
