// The smallest book.yml beside eight poems and three photographs: what a stranger gets who asks for nothing.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { readPdf } from './fixtures/read-pdf.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-book-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function made(name: string, more = '') {
  const book = join(folder, name);
  cpSync(fileURLToPath(new URL('../books/poems', import.meta.url)), book, { recursive: true });
  appendFileSync(join(book, 'book.yml'), more);
  const { report } = await build({ folder: book, out: join(folder, `${name}-dist`) });
  const file = (end: string): Uint8Array =>
    new Uint8Array(readFileSync(join(folder, `${name}-dist`, `${name}${end}`)));
  return { report, print: file('-print.pdf'), epub: unzipSync(file('.epub')) };
}

/** How many images the first page paints. */
async function imagesOnCover(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const { fnArray } = await (await (await task.promise).getPage(1)).getOperatorList();
  await task.destroy();
  return fnArray.filter((one) => one === OPS.paintImageXObject).length;
}

describe('eight poems and two lines of book.yml', () => {
  it('are a zine of twelve pages: cover, imprint, contents, a poem a page, back cover', async () => {
    const { report, print } = await made('poems');
    expect(report.outcome).toBe('built');
    expect(report.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const { texts } = await readPdf(print);
    const heads = texts.map((text) => text.trim().split('\n')[0]?.trim());
    expect(heads).toEqual([
      'Eight Poems',
      'Eight Poems',
      'Contents',
      'Low Tide',
      'Inventory of the Boathouse',
      'Pier',
      'Letter to a Lighthouse',
      'Half Past Four in December',
      'What the Gulls Said',
      'Mud',
      'Returning',
      'Eight Poems',
    ]);
    // Each poem shows the page that the contents send to.
    expect(texts.slice(3, 11).map((text) => /(\d+)\s*$/.exec(text)?.[1])).toEqual([
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ]);
    expect(await imagesOnCover(print)).toBe(0);
  }, 180_000);

  it('have a photograph on the cover in print and in the EPUB where a third line names it', async () => {
    const plain = await made('plain');
    const { report, print, epub } = await made('photo', 'cover: pier.jpg\n');
    expect(report.outcome).toBe('built');
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { texts } = await readPdf(print);
    expect(texts).toHaveLength(12);
    expect(texts[0]).toMatch(/Eight Poems\s+Ada Fenn/);
    expect(await imagesOnCover(print)).toBe(1);
    expect(epub['OEBPS/images/cover.jpg']).toBeDefined();
    expect(epub['OEBPS/images/cover.jpg']).not.toEqual(plain.epub['OEBPS/images/cover.jpg']);
  }, 180_000);

  it('have the photograph alone on the cover where book.yml says so', async () => {
    const { print } = await made('alone', 'cover: { image: pier.jpg, title: no }\n');
    const { texts } = await readPdf(print);
    expect(texts[0]?.trim()).toBe('');
    expect(await imagesOnCover(print)).toBe(1);
  }, 180_000);
});
