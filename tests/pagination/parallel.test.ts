// However many tabs lay the pages out, and whatever is remembered of earlier runs, the files are the same to
// the last byte.
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Composition } from '../../src/model/edition.js';
import { openTabCache, type TabCache } from '../../src/pagination/tab-cache.js';
import type { Cache } from '../../src/cache/cache.js';
import type { Galley } from '../../src/pagination/messages.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { handMade } from './fixtures/composition.js';
import { readPdf } from './fixtures/read-pdf.js';

const composition = handMade();
let browser: OpenBrowser;
let alone: Uint8Array;

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
  alone = await screenFile({ jobs: 1 });
}, 60_000);

afterAll(async () => {
  await browser.close();
});

describe('pages laid out side by side', () => {
  it('are those of one tab, byte for byte', async () => {
    expect(same(await screenFile({ jobs: 2 }), alone)).toBe(true);
  });

  it('share each face of the book', async () => {
    const doc = await PDFDocument.load(alone);
    const fonts = doc.context
      .enumerateIndirectObjects()
      .filter(([, object]) => String(object).includes('/FontFile2'));
    expect(new Set(fonts.map(([, object]) => String(object).replace(/FontFile2 .*/, ''))).size).toBe(
      fonts.length,
    );
  });

  it('have one reading structure, in which every page finds its elements', async () => {
    const doc = await PDFDocument.load(alone);
    const keys = doc
      .getPages()
      // blank pages have none
      .flatMap((page) => page.node.get(PDFName.of('StructParents'))?.toString() ?? []);
    expect(keys.length).toBeGreaterThan(10);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('a book that was pressed before', () => {
  it('is the same book, and nothing is made for it', async () => {
    const shelf = bookFilesOf();
    await screenFile({ jobs: 1, memory: shelf });
    const made = shelf.made();
    expect(made).toBeGreaterThan(0);
    expect(same(await screenFile({ jobs: 2, memory: shelf }), alone)).toBe(true);
    expect(shelf.made()).toBe(made);
  });

  it('is laid out again where a word was changed, and nowhere else', async () => {
    const shelf = bookFilesOf();
    const keep = openTabCache();
    await screenFile({ jobs: 2, memory: shelf, keep });
    const made = shelf.made();
    const edited = withWord(composition);
    const before = await browser.chromium.pages();
    const warm = await screenFile({ jobs: 2, memory: shelf, edited, keep });
    expect(await browser.chromium.pages()).toEqual(before); // in the tabs of the first run
    // the galley in two rounds of references, with its pages, and its forme
    expect(shelf.made()).toBeLessThanOrEqual(made + 6);
    expect(same(warm, await screenFile({ jobs: 1, edited }))).toBe(true);
    expect((await readPdf(warm)).texts.join(' ')).toContain('changedword');
  });

  it('is bound from the pages that its tabs keep where others were put before them', async () => {
    const shelf = bookFilesOf();
    const keep = openTabCache();
    await screenFile({ jobs: 2, memory: shelf, keep });
    const [galleys, formes] = [shelf.galleys(), shelf.made('forme-')];
    const edited = withPages(composition);
    const warm = await screenFile({ jobs: 2, memory: shelf, edited, keep });
    expect(shelf.galleys().slice(galleys.length)).toContain('one');
    expect(shelf.galleys().slice(galleys.length)).not.toContain('two');
    // the second chapter's among them: its pages have other numbers
    expect(shelf.made('forme-') - formes).toBeGreaterThanOrEqual(3);
    expect(same(warm, await screenFile({ jobs: 1, edited }))).toBe(true);
  });

  it.each([1, 2])('is bound in %s other tabs from the pages that are remembered', async (jobs) => {
    const shelf = bookFilesOf();
    await screenFile({ jobs: 2, memory: shelf });
    const [galleys, formes] = [shelf.galleys(), shelf.made('forme-')];
    const edited = withPages(composition);
    const warm = await screenFile({ jobs, memory: shelf, edited });
    expect(shelf.galleys().slice(galleys.length)).toContain('one');
    expect(shelf.galleys().slice(galleys.length)).not.toContain('two');
    expect(shelf.made('forme-') - formes).toBeGreaterThanOrEqual(3);
    expect(same(warm, await screenFile({ jobs: 1, edited }))).toBe(true);
  });

  it('is bound from them in tabs that lay nothing out', async () => {
    const shelf = bookFilesOf();
    const justified: Composition = {
      ...composition,
      styles: composition.styles.map((style) => ({
        ...style,
        css: `${style.css} p { text-align: justify; }`,
      })),
    };
    await screenFile({ jobs: 2, memory: shelf, edited: justified });
    const [galleys, formes] = [shelf.galleys().length, shelf.made('forme-')];
    const edited: Composition = {
      ...justified,
      furniture: ({ folio }) => `<p class="folio">another ${folio}</p>`,
    };
    const warm = await screenFile({ jobs: 2, memory: shelf, edited });
    expect(shelf.galleys().length).toBe(galleys);
    expect(shelf.made('forme-') - formes).toBeGreaterThanOrEqual(3);
    expect(same(warm, await screenFile({ jobs: 1, edited }))).toBe(true);
  });

  it('is laid out once more where its pages are gone', async () => {
    const shelf = bookFilesOf();
    await screenFile({
      jobs: 2,
      memory: {
        ...shelf,
        write: (key, bytes) => {
          if (!key.startsWith('pages-')) shelf.write(key, bytes);
        },
      },
    });
    const before = shelf.galleys().length;
    const edited = withPages(composition);
    const warm = await screenFile({ jobs: 2, memory: shelf, edited });
    expect(shelf.galleys().slice(before)).toContain('two');
    expect(same(warm, await screenFile({ jobs: 1, edited }))).toBe(true);
  });
});

interface Pressing {
  readonly jobs: number;
  readonly memory?: Cache;
  readonly edited?: Composition;
  readonly keep?: TabCache;
}

async function screenFile({ jobs, memory, edited = composition, keep }: Pressing): Promise<Uint8Array> {
  const { value } = await printMaster({
    composition: edited,
    browser,
    jobs,
    ...(memory === undefined ? {} : { memory }),
    ...(keep === undefined ? {} : { keep }),
  });
  return (await finishPdf({ master: value, composition: edited, purpose: 'screen' })).bytes;
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

interface BookFiles extends Cache {
  made(kind?: string): number;
  /** The parts that were laid out, in the order in which they were, each time. */
  galleys(): readonly string[];
}

function bookFilesOf(): BookFiles {
  const shelf = new Map<string, Uint8Array>();
  const written: (readonly [string, Uint8Array])[] = [];
  return {
    read: (key) => shelf.get(key),
    write: (key, bytes) => {
      shelf.set(key, bytes);
      written.push([key, bytes]);
    },
    made: (kind = '') => [...shelf.keys()].filter((key) => key.startsWith(kind)).length,
    galleys: () =>
      written
        .filter(([key]) => key.startsWith('galley-'))
        .map(([, bytes]) => (JSON.parse(Buffer.from(bytes).toString()) as Galley).id),
  };
}

/** The first chapter has some two pages more. */
function withPages(book: Composition): Composition {
  const parts = book.parts.map((part) =>
    part.id === 'one'
      ? {
          ...part,
          flow: JSON.parse(
            JSON.stringify(part.flow).replace(/one\d{4}/, 'added '.repeat(900)),
          ) as typeof part.flow,
        }
      : part,
  );
  return { ...book, parts };
}

/** The last paragraph of the last chapter begins with another word. */
function withWord(book: Composition): Composition {
  const parts = book.parts.map((part) => ({
    ...part,
    flow: JSON.parse(JSON.stringify(part.flow).replace('tail0001', 'changedword')) as typeof part.flow,
  }));
  return { ...book, parts };
}
