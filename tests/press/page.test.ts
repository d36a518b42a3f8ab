// Pages as they were planned, and books whose lines are left to the browser. Needs Chromium, as the other press tests.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPages } from '../../src/check/page/check-pages.js';
import { findBrowser } from '../../src/press/browser/find.js';
import { openBrowser, type OpenBrowser } from '../../src/press/browser/open.js';
import { finishPdf } from '../../src/press/pdf/finish.js';
import { pressPrint } from '../../src/press/pdf/press.js';
import { handMade, paragraph, part, section, words } from './fixtures/composition.js';
import { readPdf } from './fixtures/read-pdf.js';

let browser: OpenBrowser;

beforeAll(async () => { browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform })); }, 30_000);
afterAll(async () => { await browser.close(); });

const LENGTHS = [90, 40, 130, 25, 70, 110, 55, 95, 35, 120];

async function press(css: string) {
  const body = LENGTHS.map((length, index) => paragraph(`one.${index + 1}`, words(`soft\u00ADhyphen${index}x`, 1, length)));
  const only = part('one', { kind: 'chapter', flow: section('one', 'chapter', body) });
  const { furniture: _, ...plain } = handMade({ parts: [only], outline: [] });
  const composition = { ...plain, styles: [...plain.styles, { name: 'test.css', css }] };
  const { value } = await pressPrint({ composition, browser });
  const { bytes } = await finishPdf({ master: value, composition, purpose: 'screen' });
  const { texts } = await readPdf(bytes);
  return { master: value, text: texts.join('\n') };
}

const whole = LENGTHS.flatMap((length, index) => words(`softhyphen${index}x`, 1, length).split(' '));

describe('pages in whole lines', () => {
  it('part no paragraph after its first line or before its last', async () => {
    const { master } = await press('p { text-align: justify }');
    const sheets = master.pages.pages.map((fact, index) => ({ fact, column: master.columns[index] }));
    expect(sheets.length).toBeGreaterThan(1);
    expect(checkPages({ sheets, places: new Map(), artifact: 'x.pdf' }).filter(({ code }) => code === 'PAGE-002')).toEqual([]);
  }, 60_000);

  it('give a reader whole words back, broken by soft hyphens only', async () => {
    const { master, text } = await press('p { text-align: justify }');
    expect(master.lines.paragraphs.some(({ lines }) => lines.some(({ end }) => end === 'hyphen'))).toBe(true);
    // pdf.js leaves soft hyphens out of a text, as whoever pastes it wants them.
    expect(text.replace(/[\s\u00AD]/g, '')).toBe(whole.join(''));
  }, 60_000);

  it('hold the same words when the browser breaks the lines', async () => {
    const { master, text } = await press('* { --lines: none !important; }');
    expect(master.lines.paragraphs).toEqual([]);
    expect(text.replace(/[\s\u00AD\u2010]/g, '')).toBe(whole.join(''));
  }, 60_000);
});
