// The line setter in a browser, by itself and under Paged.js. Needs Chromium: FOLDMARK_BROWSER, or one that
// findBrowser finds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineReport } from '../../src/model/line-report.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url).pathname;
const hard = readFileSync(new URL('fixtures/lines/hard.html', import.meta.url), 'utf8');
const bytesOf = (file: string): string =>
  readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64');
/** As bytes: not every build of Chromium reads a face out of an address. */
const FACES = JSON.stringify([
  { family: 'Text', style: 'normal', bytes: bytesOf('alegreya/400Regular/Alegreya_400Regular.ttf') },
  {
    family: 'Text',
    style: 'italic',
    bytes: bytesOf('alegreya/400Regular_Italic/Alegreya_400Regular_Italic.ttf'),
  },
  { family: 'Arabic', style: 'normal', bytes: bytesOf('amiri/400Regular/Amiri_400Regular.ttf') },
]);
const STYLES = `
@page { size: 105mm 148mm; margin: 12mm }
* { margin: 0; padding: 0 }
body { width: 81mm; font: 10.2pt/14pt Text, Arabic; font-feature-settings: "liga", "clig", "onum" }
p, li { text-align: justify } p { text-indent: 14pt } .open { text-indent: 0 }
ul, blockquote { margin: 14pt }
.drop-cap { float: left; font-size: 54.2pt; line-height: 42pt; height: 41pt; margin-right: 1.5pt; text-indent: 0 }
.sc { font-feature-settings: "smcp", "c2sc"; letter-spacing: .06em }
code { font: 8pt Text; padding: 0 2px }
.note-call { font-size: 7pt; line-height: 0; vertical-align: super; text-decoration: none }
.note { float: footnote; font-size: 8pt; line-height: 10.5pt; text-indent: 0 }
[data-footnote-call]::after, .note::marker { content: none !important }
`;

let opened: OpenBrowser;
let script: string;

beforeAll(async () => {
  const found = await findBrowser({ env: process.env, platform: process.platform });
  opened = await openBrowser(found);
  const bundle = await build({
    stdin: {
      contents: `export { setLines } from './src/pagination/browser-script/lines/set-lines.ts'`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'Foldmark',
    target: 'chrome120',
    write: false,
  });
  script = `${bundle.outputFiles[0]?.text ?? ''}; globalThis.Foldmark = Foldmark;`;
}, 60_000);

afterAll(async () => {
  await opened.close();
});

async function open(body: string): Promise<Page> {
  const page = await opened.chromium.newPage();
  await page.setContent(
    '<!doctype html><html lang="en-GB"><meta charset="utf-8"><script>window.PagedConfig = { auto: ' +
      `false }</script><style>${STYLES}</style><body>${body}</body></html>`,
  );
  await page.evaluate(`Promise.all(${FACES}.map(async ({ family, style, bytes }) => {
    const face = new FontFace(family, Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)), { style });
    document.fonts.add(await face.load());
  }))`);
  await page.evaluate(script);
  return page;
}

const SET = 'Foldmark.setLines(document.body)';
const WORDS =
  `[...document.querySelectorAll('[data-block]')].map((one) => one.dataset.block + ' ' + ` +
  `one.textContent.replaceAll('\\u00ad', '').replace(/\\s+/g, ' ').trim())`;

describe('the line setter in a page', () => {
  it('leaves every block its text, letter by letter', async () => {
    const page = await open(hard);
    const before = await page.evaluate(WORDS);
    await page.evaluate(SET);
    // A line break of the author's has no text of its own, and a space at a line's end is kept.
    expect(await page.evaluate(WORDS)).toEqual(before);
    await page.close();
  });

  it('says the same of the same text every time', async () => {
    const first = await open(hard);
    const second = await open(hard);
    expect(await first.evaluate(SET)).toEqual(await second.evaluate(SET));
    await Promise.all([first.close(), second.close()]);
  });

  it('gives justified text even lines, other text ragged ones, and leaves notes alone', async () => {
    const page = await open(hard);
    const report = (await page.evaluate(SET)) as LineReport;
    expect(report.paragraphs.map((one) => `${one.block} ${one.state}`)).toEqual([
      'one.1 set',
      'one.2 set',
      'one.3 set',
      'one.4 set',
      'one.5 set',
      'one.6 ragged',
      'one.7 set',
      'one.8 set',
    ]);
    expect(report.paragraphs[5]?.lines.every((line) => line.space === 1 && line.tracking === 0)).toBe(true);
    await page.close();
  });

  it('ends every full line where the measure and its hanging mark say', async () => {
    const page = await open(hard);
    await page.evaluate(SET);
    const off =
      (await page.evaluate(`[...document.querySelectorAll('[data-block]:not([dir]) > .line:not(.line-end):not(.line-ragged)')].map((line) => {
      const range = document.createRange();
      line.querySelectorAll('.note').forEach((note) => note.remove());
      // The added hyphen is no content: make it some, to measure it.
      if (line.classList.contains('line-hyphen')) line.append('\u2010');
      line.classList.remove('line-hyphen');
      range.selectNodeContents(line);
      return Math.abs(range.getBoundingClientRect().right - line.getBoundingClientRect().right);
    })`)) as number[];
    // In CSS pixels: a tenth of a millimetre.
    expect(Math.max(...off)).toBeLessThan(0.38);
    await page.close();
  });

  it('keeps each id once and repeats the elements that reach into further lines', async () => {
    const page = await open(hard);
    await page.evaluate(SET);
    expect(await page.evaluate(`document.querySelectorAll('#link').length`)).toBe(1);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('a[href="https://example.org/a"]')].map((one) => ` +
          `one.textContent).join('').replace(/\\s+/g, ' ')`,
      ),
    ).toBe('What they left is weather, a house full of instruments and numbers, and a theory');
    await page.close();
  });

  it('sets notes where the styles ask for it, at the measure they give', async () => {
    const page = await open(
      `<style>.note { --lines: note; --lines-measure: 40mm; text-align: justify }</style>${hard}`,
    );
    const before = await page.evaluate(WORDS);
    const report = (await page.evaluate(SET)) as LineReport;
    expect(
      report.paragraphs
        .filter((one) => one.block?.startsWith('n'))
        .map((one) => [one.block, one.state, one.measure, one.lines.length > 1]),
    ).toEqual([
      ['n1.1', 'set', 40, true],
      ['n2.1', 'set', 40, true],
    ]);
    expect(await page.evaluate(WORDS)).toEqual(before);
    await page.close();
  });

  it('breaks no word of text whose style keeps words whole, and takes its soft hyphens out', async () => {
    const sentence = (
      'The Commis\u00adsion\u00aders were not the Com\u00admis\u00adsion\u00aders of a ' +
      'no\u00adta\u00adble har\u00adbour. '
    ).repeat(6);
    const styles = { divided: '', whole: 'hyphens: none', left: 'hyphens: none; --lines: none' };
    const page = await open(
      Object.entries(styles)
        .map(([id, style]) => `<p id="${id}" style="width: 40mm; ${style}">${sentence}</p>`)
        .join(''),
    );
    await page.evaluate(SET);
    expect(
      await page.evaluate(`Object.fromEntries(['divided', 'whole', 'left'].map((id) => {
      const paragraph = document.getElementById(id);
      return [id, { lines: paragraph.querySelector('.line') !== null, hyphens: paragraph.querySelector('.line-hyphen') !== null, soft: paragraph.textContent.includes('\u00ad') }];
    }))`),
    ).toEqual({
      divided: { lines: true, hyphens: true, soft: false },
      whole: { lines: true, hyphens: false, soft: false },
      left: { lines: false, hyphens: false, soft: false },
    });
    await page.close();
  });

  it('leaves to the browser what it is told to, and what no line can hold', async () => {
    const page = await open(
      '<p data-block="a.1" style="--lines: none">Left alone.</p><p ' +
        `data-block="a.2">${'endless'.repeat(30)}</p><pre>code</pre>`,
    );
    const report = (await page.evaluate(SET)) as LineReport;
    expect(report.paragraphs).toEqual([
      {
        block: 'a.2',
        state: 'left',
        reason: 'a word or image is wider than the line',
        measure: 81,
        indent: 4.939,
        lines: [],
        counts: [],
      },
    ]);
    expect(await page.evaluate(`document.querySelectorAll('.line').length`)).toBe(0);
    await page.close();
  });

  it('breaks lines alike for every page number of as many figures, and has room for the widest', async () => {
    const told =
      'It was told before, see page <a class="page-ref" href="#x" data-target="x">NUMBER</a>, and ' +
      'told again where nobody had asked, as on page <a class="page-ref" href="#y" ' +
      'data-target="y">NUMBER</a> above. ';
    const set = async (
      number: string,
    ): Promise<{ page: Page; report: LineReport; lines: readonly string[] }> => {
      const page = await open(`<p data-block="a.1">${told.repeat(4).replaceAll('NUMBER', number)}</p>`);
      const report = (await page.evaluate(SET)) as LineReport;
      return {
        page,
        report,
        lines: (await page.evaluate(
          `[...document.querySelectorAll('.line')].map((line) => ` +
            `line.textContent.replaceAll('${number}', '…'))`,
        )) as string[],
      };
    };
    const narrow = await set('111');
    const wide = await set('444');
    expect(narrow.lines.length).toBeGreaterThan(6);
    expect(wide.lines).toEqual(narrow.lines);
    expect(wide.report).toEqual(narrow.report); // which quotes no number: it is a guess yet
    expect(narrow.report.paragraphs[0]?.lines[0]?.text).toContain('see page …,');
    for (const number of ['000', '444', '888', '999']) {
      await narrow.page.evaluate(
        `for (const one of document.querySelectorAll('[data-target]')) one.textContent = '${number}'`,
      );
      const beyond = (await narrow.page.evaluate(`[...document.querySelectorAll('.line')].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return range.getBoundingClientRect().right - line.getBoundingClientRect().right;
      })`)) as number[];
      expect(Math.max(...beyond)).toBeLessThan(0.38);
    }
    await Promise.all([narrow.page.close(), wide.page.close()]);
  });

  it('runs a paragraph a line longer where it is asked to', async () => {
    const page = await open(hard);
    const best = (await page.evaluate(SET)) as LineReport;
    const loose = await open(hard);
    const longer = (await loose.evaluate(
      `Foldmark.setLines(document.body, { looseness: { 'one.2': 1 } })`,
    )) as LineReport;
    expect(longer.paragraphs[1]?.lines.length).toBe((best.paragraphs[1]?.lines.length ?? 0) + 1);
    await Promise.all([page.close(), loose.close()]);
  });
});

describe('set lines under Paged.js', () => {
  it('come out of the PDF to the last letter, and no paragraph leaves one line alone', async () => {
    const copies = Array.from({ length: 12 }, (_, copy) =>
      hard.replaceAll(/(id|href)="(#?)(\w[\w-]*)"/g, `$1="$2$3-${copy}"`),
    ).join('');
    const page = await open(copies);
    await page.evaluate(SET);
    const source = (await page.evaluate(`document.body.textContent`)) as string;
    await page.addScriptTag({ path: `${root}node_modules/pagedjs-cli/dist/browser.js` });
    await page.evaluate('PagedPolyfill.preview()');
    const parted = (await page.evaluate(PARTED)) as string[];
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(await lettersOf(pdf)).toEqual(bagOf(source));
    expect(parted).toEqual([]);
    await page.close();
  }, 120_000);
});

/** Paragraphs with a single line, or less than two, on one side of a page turn. */
const PARTED = `[...document.querySelectorAll('.pagedjs_page')].flatMap((page) => [...page.querySelectorAll('[data-block]')].flatMap((block) => {
  const lines = [...block.querySelectorAll(':scope > .line')];
  const all = Number(lines[0]?.dataset.lines ?? 0);
  return lines.length < all && (lines.length < 2 || all < 4) ? [block.dataset.block + ': ' + lines.length + ' of ' + all] : [];
}))`;

async function lettersOf(pdf: Uint8Array): Promise<Record<string, number>> {
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  let text = '';
  for (let page = 1; page <= read.numPages; page += 1) {
    const content = await (await read.getPage(page)).getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await read.loadingTask.destroy();
  return bagOf(text);
}

/**
 * How often each letter stands in a text: layout moves notes and adds hyphens, and a small capital serves
 * both cases.
 */
function bagOf(text: string): Record<string, number> {
  const bag: Record<string, number> = {};
  for (const letter of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00AD\u2010]/g, ''))
    bag[letter] = (bag[letter] ?? 0) + 1;
  return bag;
}
