import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { writePacked } from '../../../src/pdf/finish/write-pdf.js';

async function documentOf(dictionaries: number): Promise<PDFDocument> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const page = doc.addPage([100, 200]);
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream('0 0 10 10 re f')));
  const list = Array.from({ length: dictionaries }, (_, index) =>
    context.register(context.obj({ Number: index, Words: PDFString.of(`ä (${index}) \\) end`) })),
  );
  doc.catalog.set(PDFName.of('Own'), context.obj(list));
  return doc;
}

describe('a packed file', () => {
  it('holds every object as it was, also when there are more than one stream of objects takes', async () => {
    const read = await PDFDocument.load(await writePacked(await documentOf(350)), {
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
    const own = read.catalog.lookup(PDFName.of('Own'));
    const numbers =
      own && 'asArray' in own ? own.asArray().map((ref) => read.context.lookup(ref, PDFDict)) : [];
    expect(numbers.map((one) => one.lookup(PDFName.of('Number'), PDFNumber).asNumber())).toEqual(
      Array.from({ length: 350 }, (_, index) => index),
    );
    expect(numbers[7]?.lookup(PDFName.of('Words'), PDFString).toString()).toBe('(ä (7) \\) end)');
    expect(read.getPageCount()).toBe(1);
    expect(read.getPage(0).getSize()).toEqual({ width: 100, height: 200 });
    const content = read.getPage(0).node.lookup(PDFName.of('Contents'));
    expect(content).toBeInstanceOf(PDFRawStream);
  });

  it('is the same for equal documents', async () => {
    expect(await writePacked(await documentOf(5))).toEqual(await writePacked(await documentOf(5)));
  });
});
