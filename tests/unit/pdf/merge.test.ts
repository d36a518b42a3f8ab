// Printed pieces joined to one document: references, keys of the reading structure, and what they share.
import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { openMemoryCache } from '../../../src/cache/memory-cache.js';
import { mergePrinted } from '../../../src/pdf/merge/merge-pdfs.js';
import { readPrinted, type PrintedObject } from '../../../src/pdf/merge/read-printed.js';
import { writePrinted } from '../../../src/pdf/merge/write-printed.js';
import { writePacked } from '../../../src/pdf/finish/write-pdf.js';

/**
 * A page as Chromium prints it: its content, a graphics state that all pieces have, a paragraph in the
 * structure; and a blank one, whose key leads nowhere.
 */
function piece(words: string): Uint8Array {
  const stream = Buffer.from(`(${words}) Tj`);
  const objects: readonly (PrintedObject | undefined)[] = [
    undefined,
    { text: '<</Type /Catalog\n/Pages 2 0 R\n/StructTreeRoot 6 0 R>>' },
    { text: '<</Type /Pages\n/Count 2\n/Kids [3 0 R 10 0 R]>>' },
    {
      text:
        '<</Type /Page\n/Resources <</ExtGState <</G3 5 0 R>>>>\n/MediaBox [0 0 10 20]\n/Contents 4 0 ' +
        'R\n/StructParents 0\n/Parent 2 0 R\n/Lost 77 0 R>>',
    },
    { text: `<</Length ${stream.length}>>`, stream },
    { text: '<</ca 1\n/BM /Normal>>' },
    { text: '<</Type /StructTreeRoot\n/K 7 0 R\n/ParentTreeNextKey 1\n/ParentTree 9 0 R>>' },
    { text: '<</Type /StructElem\n/S /Document\n/Lang (en)\n/P 6 0 R\n/K [8 0 R]>>' },
    { text: '<</Type /StructElem\n/S /P\n/P 7 0 R\n/K [<</Type /MCR\n/Pg 3 0 R\n/MCID 0>>]>>' },
    { text: '<</Nums [0 [8 0 R]]>>'.replace('[8 0 R]', '11 0 R') },
    { text: '<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 10 20]\n/StructParents 5\n/Parent 2 0 R>>' },
    { text: '[8 0 R]' },
  ];
  return writePrinted({ objects, root: 1 });
}

const PIECES = [piece('one'), piece('two')];

function pagesOf(doc: PDFDocument): readonly PDFDict[] {
  return doc.getPages().map(({ node }) => node);
}

describe('pieces that were joined', () => {
  it('hold their pages in order, each with its content', async () => {
    const doc = await mergePrinted(PIECES);
    const contents = pagesOf(doc).map((page) => page.lookup(PDFName.of('Contents')));
    expect(
      contents.map((content) =>
        content instanceof PDFRawStream ? Buffer.from(content.contents).toString() : undefined,
      ),
    ).toEqual(['(one) Tj', undefined, '(two) Tj', undefined]);
  });

  it('share what is equal, and lead nowhere where nothing is', async () => {
    const [first, , second] = pagesOf(await mergePrinted(PIECES));
    const state = (page: PDFDict | undefined): unknown =>
      page
        ?.lookup(PDFName.of('Resources'), PDFDict)
        .lookup(PDFName.of('ExtGState'), PDFDict)
        .get(PDFName.of('G3'));
    expect(state(first)).toBe(state(second));
    expect(state(first)).toBeDefined();
    expect(first?.get(PDFName.of('Lost'))).toBeUndefined();
  });

  it('find their elements by keys of their own; a key that leads nowhere goes', async () => {
    const doc = await mergePrinted(PIECES);
    expect(pagesOf(doc).map((page) => page.get(PDFName.of('StructParents'))?.toString())).toEqual([
      '0',
      undefined,
      '1',
      undefined,
    ]);
    const root = doc.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).get(PDFName.of('Nums'))?.toString() ?? '';
    expect(numbers).toMatch(/^\[ 0 \d+ 0 R 1 \d+ 0 R \]$/);
    expect(root.lookup(PDFName.of('K'), PDFDict).get(PDFName.of('Lang'))?.toString()).toBe('(en)');
  });

  it('are the same a second time, whatever was done to the first document', async () => {
    const memory = openMemoryCache(undefined);
    const first = await mergePrinted(PIECES, memory);
    const untouched = await writePacked(await mergePrinted(PIECES, memory));
    for (const page of pagesOf(first)) {
      page.set(PDFName.of('StructParents'), PDFNumber.of(99));
      page.lookup(PDFName.of('Resources'), PDFDict).set(PDFName.of('Font'), PDFName.of('None'));
    }
    first.catalog
      .lookup(PDFName.of('StructTreeRoot'), PDFDict)
      .lookup(PDFName.of('K'), PDFDict)
      .set(PDFName.of('S'), PDFName.of('Part'));
    expect(await writePacked(await mergePrinted(PIECES, memory))).toEqual(untouched);
    expect(await writePacked(await mergePrinted(PIECES))).toEqual(untouched);
  });
});

describe('what was printed', () => {
  it('is read as it was written, with its holes', () => {
    const bytes = writePrinted({
      objects: [
        undefined,
        { text: '<</Type /Catalog>>' },
        undefined,
        { text: '<</Length 2>>', stream: Buffer.from('ab') },
      ],
      root: 1,
    });
    const { objects, root } = readPrinted(bytes);
    expect([
      root,
      objects.map(
        (object) => object && [object.text, object.stream && Buffer.from(object.stream).toString()],
      ),
    ]).toEqual([
      1,
      [undefined, ['<</Type /Catalog>>', undefined], ['null', undefined], ['<</Length 2>>', 'ab']],
    ]);
  });

  it('without a table is refused', () => {
    expect(() => readPrinted(Buffer.from('%PDF-1.7\n'))).toThrow('no cross-reference table');
  });
});
