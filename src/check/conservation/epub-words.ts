// The words that an EPUB shows: its documents in reading order, without the cover and what navigation
// repeats.
import { BLOCK_ELEMENTS } from '../../model/block-elements.js';
import type { ShownPage } from '../../model/expected-words.js';
import { openPublication, type Document } from '../epub/publication.js';
import { all, type XmlElement } from '../epub/xml-tree.js';

/** Throws an Error when the bytes are no EPUB. */
export function epubWords(bytes: Uint8Array, name: string): readonly ShownPage[] {
  const { documents, navigation } = openPublication(bytes, name);
  return documents
    .filter((document) => document !== navigation && !isCover(document))
    .map((document) => ({
      label: document.path,
      texts: all(document.root, 'body').flatMap(blockTexts),
    }));
}

/** One text for each block and cell, so that the figures of two cells are not read as one number. */
function blockTexts(body: XmlElement): readonly string[] {
  const texts = [''];
  const walk = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === 'string') texts.push(`${texts.pop() ?? ''}${child}`);
      else if (!BLOCK_ELEMENTS.has(child.tag) && child.tag !== 'br') walk(child);
      else {
        texts.push('');
        walk(child);
        texts.push('');
      }
    }
  };
  walk(body);
  return texts.filter((text) => text.trim() !== '');
}

function isCover({ root }: Document): boolean {
  return all(root, 'section', 'body').some(({ attributes }) =>
    attributes['epub:type']?.split(' ').includes('cover'),
  );
}
