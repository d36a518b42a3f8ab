// Pages with styles of their own that make Paged.js lose text or print it twice: each is pressed to a PDF
// that shows every word once. What cannot be kept as it was asked for is said.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfWords } from '../../src/check/conservation/pdf-words.js';
import { checkShown } from '../../src/check/conservation/shown-words.js';
import { checkWordSpaces } from '../../src/check/conservation/word-spaces.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { readLetterGaps } from '../../src/pdf/read/letter-gaps.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';
import { needsThat } from '../needs.js';
import { composeFixture } from './fixture.js';

const FIXTURES = new URL('fixtures/', import.meta.url);

/** Findings that belong to a fixture. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'tall-image-then-text.html': ['PRESS-011'],
  'figures-taller-than-page.html': ['PRESS-011', 'PRESS-011', 'PRESS-011'],
  'long-words.html': Array.from({ length: 5 }, () => 'PRESS-013'),
};

let browser: OpenBrowser;

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
}, 30_000);
afterAll(async () => {
  await browser.close();
});

describe('every word stands once', () => {
  it.each(readdirSync(FIXTURES))(
    'in %s',
    async (name) => {
      await expectWhole(name, browser);
    },
    30_000,
  );
});

describe(
  'in the browser that npm brings',
  needsThat(
    process.platform === 'linux' && process.arch === 'x64',
    'npm brings a browser for Linux on x64 only',
  ),
  () => {
    it('an image whose size nobody wrote is made as tall as the page', async () => {
      const bundled = await openBrowser(
        await findBrowser({ env: {}, platform: process.platform, flag: 'bundled' }),
      );
      try {
        await expectWhole('tall-image-then-text.html', bundled);
      } finally {
        await bundled.close();
      }
    }, 60_000);
  },
);

async function expectWhole(name: string, printAll: OpenBrowser): Promise<void> {
  const composition = composeFixture(readFileSync(new URL(name, FIXTURES), 'utf8'), name);
  const { value, diagnostics } = await printMaster({ composition, browser: printAll });
  const { bytes } = await finishPdf({ master: value, composition, purpose: 'screen' });
  const pages = await readPdfText(bytes);
  const lost = checkShown({
    file: name,
    expected: value.words,
    ...pdfWords({ pages, folios: [], expected: value.words }),
    places: new Map(),
    titles: {},
  });
  const spaces = checkWordSpaces({
    file: name,
    pages,
    gaps: await readLetterGaps(bytes),
    folios: [],
    expected: value.words,
    places: new Map(),
  });
  const said = [...diagnostics.filter(({ severity }) => severity !== 'info'), ...lost, ...spaces];
  expect(said.map(({ code, message }) => (SAID[name]?.includes(code) === true ? code : message))).toEqual(
    SAID[name] ?? [],
  );
}
