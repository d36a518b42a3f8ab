// Covers and sheets as a build makes them: their size from the pages that were counted, their words, what is
// told of them.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleBook } from '../../src/book/assemble-book.js';
import { build } from '../../src/pipeline/build.js';
import type { Built } from '../../src/pipeline/build-run.js';
import { coverOf } from '../../src/pipeline/make-cover-wrap.js';
import { openWorld } from '../../src/pipeline/world-files.js';
import { takeOwnCover } from '../../src/pipeline/own-cover.js';
import { readConfig } from '../../src/config/index.js';
import { readManuscript } from '../../src/manuscript/read-manuscript.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';
import { bookOf } from './books.js';

const MM = 72 / 25.4;
let folder: string;
let built: Built;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foldmark-cover-'));
  writeFileSync(join(folder, '01.md'), '# One\n\nA short book.\n');
  writeFileSync(
    join(folder, 'book.yml'),
    [
      'title: Io',
      'author: Jane Doe',
      'language: en-GB',
      'name: io',
      'theme: novel',
      'print: { trim: A5, bleed: 3mm, marks: true }',
      'isbn: { print: 978-3-16-148410-0 }',
      'description: What it is about.',
      'front: [cover, title-page]',
      'back: [back-cover]',
      'cover-wrap: { spine: 12mm, price: "51299" }',
      'imposition: { creep: 0.1mm }',
      'editions: [cover, booklet, minizine]',
      '',
    ].join('\n'),
  );
  built = await build({ folder, out: join(folder, 'dist') });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function pdf(name: string): Promise<PDFDocument> {
  return PDFDocument.load(readFileSync(join(folder, 'dist', name)), { updateMetadata: false });
}

describe('a build of a cover and of sheets', () => {
  it('writes them, and not the file that the sheets were made of', () => {
    expect(built.report.outcome).toBe('built');
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual([
      'io-booklet.pdf',
      'io-cover.pdf',
      'io-minizine.pdf',
      'report.json',
    ]);
    expect(built.report.artifacts.map(({ edition }) => edition).sort()).toEqual([
      'booklet',
      'cover',
      'minizine',
    ]);
  });

  it('makes the cover as wide as two pages and the spine', async () => {
    const page = (await pdf('io-cover.pdf')).getPage(0);
    const trim = page.getTrimBox();
    const bleed = page.getBleedBox();
    expect(
      [trim.width / MM, trim.height / MM, (bleed.width - trim.width) / MM].map(
        (one) => Math.round(one * 1000) / 1000,
      ),
    ).toEqual([308, 210, 6]);
  });

  it("says everything on the cover once: the covers' words, the spine's, and the bar code's digits", async () => {
    const [page] = await readPdfText(readFileSync(join(folder, 'dist', 'io-cover.pdf')));
    const said = (page?.texts ?? [])
      .map(({ text }) => text.trim())
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const [words, count] of [
      ['What it is about.', 1],
      ['Jane Doe', 2],
      ['ISBN 9783161484100', 1],
      ['51299', 1],
    ] as const) {
      expect(
        said.toLowerCase().replaceAll(' ', '').split(words.toLowerCase().replaceAll(' ', '')).length - 1,
        words,
      ).toBe(count);
    }
  });

  it('finds nothing unsafe on the cover', () => {
    expect(built.diagnostics.filter(({ code }) => code.startsWith('COVER-'))).toEqual([]);
  });

  it('puts the book on sheets of A4, the back cover outside', async () => {
    const sheets = await readPdfText(readFileSync(join(folder, 'dist', 'io-booklet.pdf')));
    const first =
      sheets[0]?.texts.map(({ text, x }) => `${x < 148.5 * MM ? 'left' : 'right'}: ${text.trim()}`) ?? [];
    expect(first.filter((one) => one.startsWith('left')).join(' ')).toContain('What it is about.');
    expect(first.filter((one) => one.startsWith('right')).join(' ')).toContain('Io');
    expect((await pdf('io-booklet.pdf')).getPage(0).getSize()).toEqual({ width: 297 * MM, height: 210 * MM });
  });
});

describe('what is told about a cover', () => {
  const told = (settings: string, pages: number) => {
    const book = mkdtempSync(join(tmpdir(), 'foldmark-told-'));
    try {
      writeFileSync(join(book, '01.md'), '# One\n\nText.\n');
      writeFileSync(join(book, 'book.yml'), `title: Io\nname: io\n${settings}\n`);
      const world = openWorld({ folder: book });
      const { value: config } = readConfig(world, {});
      if (!config) throw new Error('no book.yml');
      const { value: manuscript } = readManuscript({ world, config, cast: [] });
      return coverOf({ book: assembleBook({ manuscript, config }).value, config, world })(
        pages,
      ).diagnostics.map(({ code, message }) => `${code} ${message}`);
    } finally {
      rmSync(book, { recursive: true, force: true });
    }
  };
  const ISBN = 'isbn: { print: 978-3-16-148410-0 }\n';

  it('that it was made for another number of pages', () => {
    expect(told(`${ISBN}cover-wrap: { pages: 200 }`, 204)).toEqual([
      'COVER-001 The cover was made for 200 pages, and the book has 204.',
    ]);
    expect(told(`${ISBN}cover-wrap: { pages: 204 }`, 204)).toEqual([]);
  });

  it('that the spine is too thin for words, and that there is no ISBN', () => {
    expect(told('', 44)).toEqual([
      'COVER-002 The spine of 44 pages is 2.48 mm wide and carries no words.',
      'COVER-003 The cover has no bar code, because the book has no ISBN for print.',
    ]);
  });

  it('that a finished one has another size than the book needs', async () => {
    const page = {
      trim: { width: 148, height: 210 },
      bleed: 3,
      overhang: 6,
      margins: { top: 0, bottom: 0, inside: 0, outside: 0 },
    };
    const take = async (width: number, bleed: number) =>
      takeOwnCover({
        bytes: await bookOf({ pages: 1, width, bleed }),
        path: 'own.pdf',
        name: 'io-cover.pdf',
        page,
        spine: 12,
        pages: 200,
      });
    expect((await take(308, 3)).value.map(({ name }) => name)).toEqual(['io-cover.pdf']);
    expect((await take(309, 0)).diagnostics).toEqual([]);
    const wrong = await take(304, 3);
    expect([wrong.value, wrong.diagnostics.map(({ code, message }) => `${code} ${message}`)]).toEqual([
      [],
      [
        'COVER-001 The cover is 304 x 210 mm; 200 pages with a spine of 12 mm need 308 x 210 mm, ' +
          'without bleed.',
      ],
    ]);
  });
});
