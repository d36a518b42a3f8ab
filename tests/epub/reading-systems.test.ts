// Two reading systems and a telephone's screen open what the press makes.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { buildEpub } from '../../src/epub/build-epub.js';
import { COVER } from './fixtures/composition.js';
import { composeFolder } from './fixtures/book.js';
import { EPOCH, pressFixture } from './fixtures/press.js';
import { openReader, type Reader } from './fixtures/reader.js';

let browser: OpenBrowser;
let tide: Uint8Array;
let zine: Uint8Array;
let reader: Reader | undefined;

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
  tide = await pressFixture();
  zine = (await buildEpub({ composition: composeFolder('manuscript'), cover: COVER, epoch: EPOCH })).value
    .bytes;
}, 120_000);

afterEach(async () => {
  await reader?.page.close();
  reader = undefined;
});

afterAll(async () => {
  await browser.close();
});

describe.each([
  ['the fixture', () => tide],
  ['the zine', () => zine],
] as const)('%s', (name, epub) => {
  test(
    'is paged through in foliate-js from the first document to the last, without a complaint or a ' +
      'request',
    async () => {
      reader = await openReader({ browser: browser.chromium, epub: epub(), engine: 'foliate-js' });
      const { seen, sections } = (await reader.page.evaluate(PAGE_THROUGH_FOLIATE)) as {
        seen: number[];
        sections: number;
      };
      expect(seen).toEqual(Array.from({ length: sections }, (_, at) => at));
      expect(reader.troubles).toEqual([]);
    },
    120_000,
  );

  test('leads foliate-js to every entry of the contents, the page list and the landmarks', async () => {
    reader = await openReader({ browser: browser.chromium, epub: epub(), engine: 'foliate-js' });
    const { lost, count } = (await reader.page.evaluate(RESOLVE_FOLIATE)) as {
      lost: string[];
      count: Record<string, number>;
    };
    expect(lost).toEqual([]);
    expect(count['toc']).toBeGreaterThan(3);
    expect(count['landmarks']).toBeGreaterThan(2);
    if (name === 'the fixture') expect(count['pages']).toBe(10);
  }, 60_000);

  test('pops a note up in foliate-js', async () => {
    reader = await openReader({ browser: browser.chromium, epub: epub(), engine: 'foliate-js' });
    const shown = await reader.page.evaluate(POP_UP_FOLIATE);
    expect(shown).toMatchObject({ type: 'footnote', text: expect.stringMatching(/\S{3}/) as string });
    expect(reader.troubles).toEqual([]);
  }, 60_000);

  test('is paged through in epubjs from the first document to the last, without a request', async () => {
    reader = await openReader({ browser: browser.chromium, epub: epub(), engine: 'epubjs' });
    const { seen, sections } = (await reader.page.evaluate(PAGE_THROUGH_EPUBJS)) as {
      seen: number[];
      sections: number[];
    };
    expect(seen).toEqual(sections);
    expect(reader.troubles).toEqual([]);
  }, 120_000);

  test('is nowhere wider than a telephone', async () => {
    const wide: string[] = [];
    const page = await browser.chromium.newPage();
    try {
      await page.setViewport({ width: 360, height: 640 });
      const files = unzipSync(epub());
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const path = decodeURIComponent(new URL(request.url()).pathname).slice(1);
        const type = /\.xhtml$/.test(path)
          ? 'application/xhtml+xml'
          : /\.css$/.test(path)
            ? 'text/css'
            : /\.svg$/.test(path)
              ? 'image/svg+xml'
              : 'application/octet-stream';
        void request.respond(
          files[path] === undefined ? { status: 404 } : { contentType: type, body: Buffer.from(files[path]) },
        );
      });
      for (const path of Object.keys(files).filter((one) => one.endsWith('.xhtml'))) {
        await page.goto(`https://book.invalid/${path}`);
        const width = (await page.evaluate('document.documentElement.scrollWidth')) as number;
        if (width > 360) wide.push(`${path}: ${width}`);
      }
    } finally {
      await page.close();
    }
    expect(wide).toEqual([]);
  }, 60_000);
});

const PAGE_THROUGH_FOLIATE = `(async () => {
  const seen = new Set();
  let last = '';
  view.addEventListener('relocate', (event) => seen.add(event.detail.section.current));
  await view.goTo(0);
  for (let n = 0; n < 500; n += 1) {
    const here = view.lastLocation?.cfi ?? '';
    await view.next();
    await new Promise((done) => requestAnimationFrame(done));
    if (here !== '' && (view.lastLocation?.cfi ?? '') === here && here === last) break;
    last = here;
  }
  return { seen: [...seen].sort((a, b) => a - b), sections: view.book.sections.length };
})()`;

const RESOLVE_FOLIATE = `(async () => {
  const flat = (entries) => (entries ?? []).flatMap((entry) => [entry, ...flat(entry.subitems)]);
  const lists = { toc: flat(view.book.toc), pages: view.book.pageList ?? [], landmarks: view.book.landmarks ?? [] };
  const lost = [];
  for (const { href } of Object.values(lists).flat()) {
    const target = await view.book.resolveHref(href);
    const found = target && view.book.sections[target.index];
    const document = found && (await found.createDocument());
    if (!document || (href.includes('#') && !target.anchor(document))) lost.push(href);
  }
  return { lost, count: Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])) };
})()`;

const POP_UP_FOLIATE = `(async () => {
  for (let n = 0; n < view.book.sections.length; n += 1) {
    const written = await view.book.sections[n].createDocument();
    if (!written.querySelector('[role="doc-noteref"]')) continue;
    await view.goTo(n);
    const shown = new Promise((done) => {
      notes.addEventListener('before-render', (event) => document.body.append(event.detail.view));
      notes.addEventListener('render', (event) => {
        const { view: pop, type } = event.detail;
        done({ type, text: pop.renderer.getContents()[0].doc.body.textContent });
      });
      view.addEventListener('link', (event) => notes.handle(view.book, event)?.catch((error) => done({ type: String(error), text: '' })));
    });
    view.renderer.getContents()[0].doc.querySelector('[role="doc-noteref"]').click();
    return Promise.race([shown, new Promise((done) => setTimeout(() => done({ type: 'nothing', text: '' }), 10000))]);
  }
  return { type: 'no note', text: '' };
})()`;

const PAGE_THROUGH_EPUBJS = `(async () => {
  await book.ready;
  const seen = new Set();
  for (let n = 0; n < 500; n += 1) {
    const here = rendition.currentLocation();
    if (here?.start) seen.add(here.start.index);
    if (here?.atEnd) break;
    await rendition.next();
  }
  const sections = [];
  book.spine.each((section) => { if (section.linear) sections.push(section.index); });
  return { seen: [...seen].sort((a, b) => a - b), sections };
})()`;
