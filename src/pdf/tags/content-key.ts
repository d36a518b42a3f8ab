// What decides the marks of a page's content, as a key.
import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib';
import { name } from '../objects/pdf-name.js';
import { callsForm } from './marked-content.js';

/**
 * Equal keys, equal contents, in which the same names call forms: whatever fonts and pictures they are
 * painted with.
 */
export function contentKey({ node }: PDFPage): string {
  const hash = createHash('sha256');
  const contents = node.lookup(name('Contents'));
  for (const stream of contents instanceof PDFArray
    ? contents.asArray().map((_, index) => contents.lookup(index))
    : [contents]) {
    if (stream instanceof PDFRawStream)
      hash.update(`${stream.dict.toString()} ${stream.contents.length} `).update(stream.contents);
  }
  return hash.update(formsOf(node.Resources()).join(' ')).digest('base64');
}

function formsOf(resources: PDFDict | undefined): readonly string[] {
  const objects = resources?.lookup(name('XObject'));
  if (!(objects instanceof PDFDict)) return [];
  return objects
    .keys()
    .map((key) => key.decodeText())
    .filter((key) => callsForm(resources, key));
}
