// Running heads in boxes that are too narrow for them by less than a pixel: the browser would put an ellipsis
// in the place of the last letters, so they are shortened before, and what is expected of the file is what it
// shows.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdfWords } from '../../src/check/conservation/pdf-words.js';
import { checkShown } from '../../src/check/conservation/shown-words.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';
import { handMade, paragraph, part, section } from './fixtures/composition.js';

let browser: OpenBrowser;
beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
}, 30_000);
afterAll(async () => {
  await browser.close();
});

it('a head that is too long by a part of a pixel is shortened, and told', async () => {
  // around the width of the words: a few are narrower by a part of a pixel
  const WIDTHS = Array.from({ length: 200 }, (_, index) => 110 + index * 0.3);
  const boxes = WIDTHS.map(
    (width, index) =>
      `<p class="head" style="top: ${20 + (index % 50) * 2}mm; width: ${width}px">${nameOf(index)} ` +
      'What causes the business cycle?</p>',
  ).join('');
  const made = handMade({
    parts: [
      part('one', { kind: 'chapter', flow: section('one', 'chapter', [paragraph('one.1', 'A chapter.')]) }),
    ],
    outline: [],
  });
  const css =
    '.head { position: absolute; left: 20mm; margin: 0; white-space: nowrap; overflow: hidden; ' +
    'text-overflow: ellipsis; font: 10px Text }';
  const composition = {
    ...made,
    styles: [...made.styles, { name: 'heads.css', css }],
    furniture: () => boxes,
  };
  const { value, diagnostics } = await printMaster({ composition, browser });
  const { bytes } = await finishPdf({ master: value, composition, purpose: 'screen' });
  expect(
    checkShown({
      file: 'heads',
      expected: value.words,
      ...pdfWords({ pages: await readPdfText(bytes), folios: [], expected: value.words }),
      places: new Map(),
      titles: {},
    }),
  ).toEqual([]);
  const shortened = diagnostics.filter(({ code }) => code === 'PRESS-012').length;
  expect([shortened > 0, shortened < WIDTHS.length]).toEqual([true, true]);
}, 60_000);

/** Two letters, so that each head is told from the others. */
function nameOf(index: number): string {
  return String.fromCharCode(97 + Math.floor(index / 20), 97 + (index % 20));
}
