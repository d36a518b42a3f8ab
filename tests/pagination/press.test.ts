// A hand-made book through a real browser to finished files.
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/model/finding.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import type { Master } from '../../src/pdf/objects/master.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { EDITION, handMade } from './fixtures/composition.js';
import { readPdf, type ReadPdf } from './fixtures/read-pdf.js';

const POINTS = 72 / 25.4;
const composition = handMade();
let browser: OpenBrowser;
let printedBatches: Outcome<Master>;
let print: Uint8Array;
let screen: Uint8Array;
let read: ReadPdf;

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
  printedBatches = await printMaster({ composition, browser });
  print = (await finishPdf({ master: printedBatches.value, composition, purpose: 'print' })).bytes;
  screen = (await finishPdf({ master: printedBatches.value, composition, purpose: 'screen' })).bytes;
  read = await readPdf(screen);
}, 60_000);

afterAll(async () => {
  await browser.close();
});

describe('the pages of a pressed book', () => {
  const starts = (): Readonly<Record<string, number>> => {
    const openings = printedBatches.value.pages.pages.filter(({ opening }) => opening);
    return Object.fromEntries(openings.map(({ part, index }) => [part, index]));
  };

  it('find nothing wrong in a sound book', () => {
    expect(printedBatches.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('are a multiple of four, the back cover outermost', () => {
    const { pages } = printedBatches.value.pages;
    expect(pages.length % 4).toBe(0);
    expect(pages.at(-1)).toMatchObject({ part: 'back-cover', side: 'verso' });
  });

  it('begin chapters on a recto, after a blank page where needed', () => {
    expect([starts()['one'], starts()['two']].map((page) => (page ?? 1) % 2)).toEqual([0, 0]);
    expect(printedBatches.value.pages.pages[3]).toEqual({
      index: 3,
      folio: '',
      side: 'verso',
      opening: false,
      blank: true,
    });
  });

  it('are numbered roman in front and arabic from the first chapter', () => {
    expect(read.labels?.slice(0, 6)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2']);
    expect(printedBatches.value.pages.pages.slice(0, 6).map(({ folio }) => folio)).toEqual([
      '',
      '',
      'iii',
      '',
      '1',
      '2',
    ]);
  });

  it('carry furniture where they are neither opening, blank nor filled to the edge', () => {
    const carrying = read.texts.flatMap((words, index) => (words.includes('folio-') ? [index] : []));
    const expected = printedBatches.value.pages.pages
      .filter(({ opening, blank }) => !opening && !blank)
      .map(({ index }) => index);
    expect(carrying).toEqual(expected);
    expect(read.texts[5]).toContain('folio-2-verso');
  });

  it('hold every word once', () => {
    const words = read.texts.join('\n').match(/\b(?:one|two|note|long|tail)\d{4}\b/g) ?? [];
    expect(words.length).toBe(720 + 840 + 32 + 190 + 120);
    expect(new Set(words).size).toBe(words.length);
  });

  it('keep a note on the page of its call', () => {
    const page = printedBatches.value.pages.anchors['call-n-1'];
    expect(printedBatches.value.pages.anchors['n-1']).toBe(page);
    expect(read.texts[page ?? 0]).toContain('note0001');
  });

  it('know the block that each begins with, and how much of it stands before', () => {
    const { pages } = printedBatches.value.pages;
    expect(pages[4]?.first).toEqual({ block: 'one.title', offset: 0 });
    const first = pages[5]?.first;
    expect(first?.block).toBe('one.2');
    const block = Array.from({ length: 30 }, (_, word) => `one${String(61 + word).padStart(4, '0')}`).join(
      ' ',
    );
    expect(first?.offset).toBeGreaterThan(block.length);
  });
});

describe('references', () => {
  const numberAt = (anchor: string): string =>
    printedBatches.value.labels[printedBatches.value.pages.anchors[anchor] ?? -1] ?? 'none';

  it('say the pages their targets stand on', () => {
    expect(read.texts[2]).toMatch(new RegExp(`One ${numberAt('one')}\\s+Two ${numberAt('two')}`));
    expect(read.texts.join(' ')).toContain(`See page ${numberAt('two-anchor')} and the`);
    expect(read.texts.join(' ')).toContain(`Sam ${numberAt('m-1')}, ${numberAt('m-2')}`);
  });

  it("lead there, and the world's stay as they are", () => {
    const { anchors } = printedBatches.value.pages;
    expect(read.links[2]).toEqual([anchors['one'], anchors['one'], anchors['two'], anchors['two']]);
    expect(read.links.flat()).toContain('https://example.org/');
    expect(read.links.flat().filter((to) => typeof to === 'string' && to !== 'https://example.org/')).toEqual(
      [],
    );
  });

  it('stand as bookmarks in book order, one line each', () => {
    const { anchors } = printedBatches.value.pages;
    expect(read.bookmarks).toEqual([
      ['1 The title of one', anchors['one']],
      ['2 The title of two', anchors['two']],
    ]);
  });
});

describe('the files', () => {
  const sizes = async (bytes: Uint8Array): Promise<readonly (readonly number[])[]> => {
    const doc = await PDFDocument.load(bytes, { updateMetadata: false });
    const [page] = doc.getPages();
    if (page === undefined) return [];
    return [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()].map(({ width, height }) => [
      width,
      height,
    ]);
  };
  const expected = (more: number): readonly number[] =>
    [EDITION.page.trim.width + 2 * more, EDITION.page.trim.height + 2 * more].map((mm) => mm * POINTS);
  const near = (given: readonly number[], wanted: readonly number[]): boolean =>
    given.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 0.01);

  it('have exact boxes', async () => {
    const [media, bleed, trim] = await sizes(print);
    expect([
      near(media ?? [], expected(13)),
      near(bleed ?? [], expected(3)),
      near(trim ?? [], expected(0)),
    ]).toEqual([true, true, true]);
    const [whole] = await sizes(screen);
    expect(near(whole ?? [], expected(0))).toBe(true);
  });

  it('leave links out of the print file', async () => {
    expect((await readPdf(print)).links.flat()).toEqual([]);
  });

  it(
    "name table headers and notes in reading order, not by the browser's count; a note over two pages " +
      'has one name',
    async () => {
      const doc = await PDFDocument.load(screen, { updateMetadata: false });
      const root = doc.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
      const names = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray);
      expect(
        names
          .asArray()
          .map(String)
          .filter((_, index) => index % 2 === 0),
      ).toEqual(['(e000001)', '(e000002)', '(e000003)', '(e000004)', '(e000005)']);
    },
  );

  it('are the same byte for byte when pressed again', async () => {
    const again = await printMaster({ composition, browser });
    for (const [purpose, before] of [
      ['print', print],
      ['screen', screen],
    ] as const) {
      const { bytes } = await finishPdf({ master: again.value, composition, purpose });
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(before)), purpose).toBe(0);
    }
  }, 30_000);
});
