// The content of a page as one text.
import { PDFArray, PDFName, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib';
import { latin1, unpackStream } from './streams.js';

/** All content streams of a page in one, as Latin-1. */
export function pageContentOf({ node }: PDFPage): string {
  const contents = node.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  return streams
    .flatMap((stream) => (stream instanceof PDFRawStream ? [latin1(unpackStream(stream))] : []))
    .join('\n');
}

export function annotationCount({ node }: PDFPage): number {
  const annotations = node.lookup(PDFName.of('Annots'));
  return annotations instanceof PDFArray ? annotations.size() : 0;
}
