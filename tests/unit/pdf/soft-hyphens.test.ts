import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { softenHyphens } from '../../../src/pdf/objects/soft-hyphens.js';

const MAP =
  '/CIDInit /ProcSet findresource begin\n2 beginbfchar\n<09A8> <002D>\n<09AE> <2010>\nendbfchar\n1 ' +
  'beginbfrange\n<2010> <2012> <0041>\nendbfrange\n';

function read(doc: PDFDocument, ref: PDFRef): string {
  return inflateSync((doc.context.lookup(ref) as PDFRawStream).contents).toString('latin1');
}

describe('hyphens that broke a word', () => {
  it('are soft in the text of the file, and those of the author stay', async () => {
    const doc = await PDFDocument.create();
    const add = (text: string, more: Record<string, string> = {}): PDFRef =>
      doc.context.register(
        PDFRawStream.of(doc.context.obj({ Filter: 'FlateDecode', ...more }), deflateSync(text)),
      );
    const map = add(MAP);
    const page = add('/Span<</ActualText <FEFF2010> >> BDC\n<01F6> Tj\nEMC');
    const picture = add('/ActualText <FEFF2010>', { Subtype: 'Image' });
    softenHyphens(doc);
    expect(read(doc, map)).toBe(MAP.replace('<09AE> <2010>', '<09AE> <00AD>'));
    expect(read(doc, page)).toBe('/Span<</ActualText <FEFF00AD> >> BDC\n<01F6> Tj\nEMC');
    expect(read(doc, picture)).toBe('/ActualText <FEFF2010>');
    expect(doc.context.lookup(map)).toHaveProperty('dict');
    expect((doc.context.lookup(page) as PDFRawStream).dict.get(PDFName.of('Filter'))).toBe(
      PDFName.of('FlateDecode'),
    );
  });
});
