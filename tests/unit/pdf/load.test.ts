import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { loadPdf, originalOf } from '../../../src/pdf/objects/load-pdf.js';
import { writePacked } from '../../../src/pdf/finish/write-pdf.js';

async function file(): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  for (const width of [100, 200]) {
    const page = doc.addPage([width, 200]);
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream('0 0 10 10 re f')));
  }
  doc.catalog.set(PDFName.of('Nested'), context.obj({ List: [1, { Deep: 2 }] }));
  return doc.save({ updateFieldAppearances: false });
}

describe('a copy of a document', () => {
  it('is that document', async () => {
    const bytes = await file();
    expect(await writePacked(await originalOf(loadPdf(bytes)).copy())).toEqual(
      await writePacked(await loadPdf(bytes)),
    );
  });

  it('is its own: what is done to it shows in no other', async () => {
    const bytes = await file();
    const untouched = await writePacked(await loadPdf(bytes));
    const original = originalOf(loadPdf(bytes));
    const copy = await original.copy();
    const list = copy.catalog.lookup(PDFName.of('Nested'), PDFDict).lookup(PDFName.of('List'), PDFArray);
    list.lookup(1, PDFDict).set(PDFName.of('Deep'), PDFNumber.of(9));
    list.push(PDFNumber.of(3));
    copy.getPage(0).setTrimBox(1, 2, 3, 4);
    copy.removePage(1);
    copy.addPage([1, 1]);
    expect(await writePacked(copy)).not.toEqual(untouched);
    expect(await writePacked(await original.copy())).toEqual(untouched);
    expect(await writePacked(await original.look())).toEqual(untouched);
  });

  it('is made no more when the last who wanted one has it', async () => {
    const original = originalOf(loadPdf(await file()));
    expect((await original.last()).getPageCount()).toBe(2);
    await expect(original.copy()).rejects.toThrow('given to the last');
    await expect(original.last()).rejects.toThrow('given to the last');
  });

  it('tells whoever asks for it what went wrong with the document, and nobody else', async () => {
    const original = originalOf(Promise.reject(new Error('no table')));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    await expect(original.look()).rejects.toThrow('no table');
  });
});
