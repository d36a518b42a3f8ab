// Photographs in finished files: no more pixels than the file's readers see, and the report says so.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { encodeRaster } from '../../src/images/jpeg/jpeg-codec.js';
import { build, type Report } from '../../src/index.js';
import { loadPdf } from '../../src/pdf/objects/load-pdf.js';
import { imageSizes } from '../../src/pdf/resample/image-sizes.js';
import { photograph } from '../unit/images/test-images.js';

let folder: string;
let report: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foldmark-resampled-'));
  const book = join(folder, 'book');
  mkdirSync(book);
  writeFileSync(join(book, '01.md'), '# One\n\nWords.\n\n![A hill](hill.jpg)\n');
  writeFileSync(join(book, 'hill.jpg'), encodeRaster(photograph(2400, 1200, 3)));
  writeFileSync(
    join(book, 'book.yml'),
    'title: Io\nname: io\nlanguage: en-GB\ntheme: essay\npublished: 2026-11-23\nprint: { trim: A5, ' +
      'pages-multiple: 4, profile: [copy-shop, home] }\n',
  );
  report = await build({ folder: book, out: join(folder, 'dist'), only: ['print', 'screen', 'booklet'] });
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Its one image: resolution, and how it is packed. */
async function imageIn(file: string): Promise<readonly [number, string]> {
  const doc = await loadPdf(readFileSync(join(folder, 'dist', file)));
  const [[tag, ppi] = ['', 0], ...others] = imageSizes(doc);
  expect(others).toEqual([]);
  const image = doc.context.enumerateIndirectObjects().find(([ref]) => ref.tag === tag)?.[1];
  return [
    Math.round(ppi),
    image instanceof PDFRawStream ? String(image.dict.lookup(PDFName.of('Filter'))) : '',
  ];
}

describe('a photograph of 2,400 pixels on a page of A5', () => {
  it('has the resolution of the printer in its files and in sheets, and that of displays on the screen', async () => {
    expect(report.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(await imageIn('io-print-copy-shop.pdf')).toEqual([300, expect.any(String)]);
    expect(await imageIn('io-print-home.pdf')).toEqual([300, '/DCTDecode']);
    expect(await imageIn('io-screen.pdf')).toEqual([200, '/DCTDecode']);
    expect(await imageIn('io-booklet.pdf')).toEqual([300, '/DCTDecode']);
  });

  it('is named in the report, with what it saves', () => {
    const said = Object.fromEntries(report.artifacts.map(({ file, resampled }) => [file, resampled]));
    const one = (ppi: number) => [
      { kind: 'photograph', images: 1, ppi, savedBytes: expect.any(Number) as number },
    ];
    expect(said).toMatchObject({
      'io-print-copy-shop.pdf': one(300),
      'io-print-home.pdf': one(300),
      'io-screen.pdf': one(200),
    });
    const saved = said['io-print-home.pdf']?.[0]?.savedBytes ?? 0;
    expect(saved).toBeGreaterThan(100_000);
    expect(saved).toBeLessThan(readFileSync(join(folder, 'book/hill.jpg')).length);
  });
});
