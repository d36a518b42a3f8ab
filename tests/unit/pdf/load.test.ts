import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { loadCopy, loadLast, loadPdf } from '../../../src/press/pdf/load.js';
import { writePacked } from '../../../src/press/pdf/write.js';

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

describe('a copy of a file that was read', () => {
  it('is that file', async () => {
    const bytes = await file();
    expect(await writePacked(await loadCopy(bytes))).toEqual(await writePacked(await loadPdf(bytes)));
  });

  it('is its own: what is done to it shows in no other', async () => {
    const bytes = await file();
    const untouched = await writePacked(await loadPdf(bytes));
    const copy = await loadCopy(bytes);
    const list = copy.catalog.lookup(PDFName.of('Nested'), PDFDict).lookup(PDFName.of('List'), PDFArray);
    list.lookup(1, PDFDict).set(PDFName.of('Deep'), PDFNumber.of(9));
    list.push(PDFNumber.of(3));
    copy.getPage(0).setTrimBox(1, 2, 3, 4);
    copy.removePage(1);
    copy.addPage([1, 1]);
    expect(await writePacked(copy)).not.toEqual(untouched);
    expect(await writePacked(await loadCopy(bytes))).toEqual(untouched);
  });

  it('comes of no file that was given to the last who wanted it', async () => {
    const bytes = await file();
    const untouched = await writePacked(await loadPdf(bytes));
    const last = await loadLast(bytes);
    last.removePage(1);
    expect(await writePacked(await loadCopy(bytes))).toEqual(untouched);
  });
});
