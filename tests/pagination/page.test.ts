// Pages as they were planned, and books whose lines are left to the browser. Needs Chromium, as the other
// press tests.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { checkPages } from '../../src/check/page/check-pages.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { handMade, note, paragraph, part, section, words } from './fixtures/composition.js';
import type { Flow } from '../../src/model/flow.js';
import { needs } from '../needs.js';
import { readPdf } from './fixtures/read-pdf.js';

let browser: OpenBrowser;

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
}, 30_000);
afterAll(async () => {
  await browser.close();
});

const LENGTHS = [90, 40, 130, 25, 70, 110, 55, 95, 35, 120];

const BODY: Flow = LENGTHS.map((length, index) =>
  paragraph(`one.${index + 1}`, words(`soft\u00ADhyphen${index}x`, 1, length)),
);

async function laid(css: string, body: Flow) {
  const only = part('one', { kind: 'chapter', flow: section('one', 'chapter', body) });
  const { furniture: _, ...plain } = handMade({ parts: [only], outline: [] });
  const composition = { ...plain, styles: [...plain.styles, { name: 'test.css', css }] };
  const { value: master } = await printMaster({ composition, browser });
  return { master, composition };
}

async function printAll(css: string, body: Flow = BODY) {
  const { master, composition } = await laid(css, body);
  const { bytes } = await finishPdf({ master, composition, purpose: 'screen' });
  const { texts } = await readPdf(bytes);
  return { master, text: texts.join('\n'), bytes };
}

const whole = LENGTHS.flatMap((length, index) => words(`softhyphen${index}x`, 1, length).split(' '));

/** The words of a copied text, whose lines may end in soft hyphens. */
function wordsIn(copied: string): readonly string[] {
  return copied
    .replace(/\u00AD?\s+/g, (gap) => (gap.startsWith('\u00AD') ? '' : ' '))
    .replace(/\u00AD/g, '')
    .trim()
    .split(/\s+/);
}

async function copiedByPdfium(bytes: Uint8Array): Promise<string> {
  const pdfium = await PDFiumLibrary.init();
  const doc = await pdfium.loadDocument(bytes);
  const text = [...doc.pages()].map((page) => page.getText()).join('\n');
  doc.destroy();
  pdfium.destroy();
  return text.replaceAll('\uFFFE', ''); // its sign for a hyphen at the end of a line
}

describe('pages in whole lines', () => {
  it('part no paragraph after its first line or before its last', async () => {
    const { master } = await printAll('p { text-align: justify }');
    const sheets = master.pages.pages.map((fact, index) => ({ fact, column: master.columns[index] }));
    expect(sheets.length).toBeGreaterThan(1);
    expect(
      checkPages({ sheets, places: new Map(), artifact: 'x.pdf' }).filter(({ code }) => code === 'PAGE-002'),
    ).toEqual([]);
  }, 60_000);

  it('give a reader whole words back, broken by soft hyphens only', async () => {
    const { master, text } = await printAll('p { text-align: justify; width: 62mm }');
    expect(master.lines.paragraphs.some(({ lines }) => lines.some(({ end }) => end === 'hyphen'))).toBe(true);
    // pdf.js leaves soft hyphens out of a text, as whoever pastes it wants them.
    expect(text.replace(/[\s\u00AD]/g, '')).toBe(whole.join(''));
  }, 60_000);

  it('hold the same words when the browser breaks the lines', async () => {
    const { master, text } = await printAll('* { --lines: none !important; }');
    expect(master.lines.paragraphs).toEqual([]);
    expect(text.replace(/[\s\u00AD\u2010]/g, '')).toBe(whole.join(''));
  }, 60_000);

  it('begin where the author breaks them', async () => {
    const firsts = async (body: Flow) =>
      (await laid('p { text-align: justify }', body)).master.columns.map(
        (column) => `${column?.blocks[0]?.block} ${column?.blocks[0]?.from}`,
      );
    const unasked = await firsts(BODY);
    const within = LENGTHS.findIndex((_, index) => index > 2 && !unasked.includes(`one.${index + 1} 1`));
    const broken = BODY.map((block, index) =>
      block.type === 'element' && index === within
        ? { ...block, attributes: { ...block.attributes, class: 'break' } }
        : block,
    );
    expect(await firsts(broken)).toContain(`one.${within + 1} 1`);
  }, 60_000);

  it('keep the call of a note with its word, wherever a line ends', async () => {
    // Calls after every fifth word: with words this long, several would be the first on their line.
    const calls = Array.from(
      { length: 24 },
      (_, index) => [words('called', index * 5 + 1, 5), index + 1] as const,
    );
    const body = [
      paragraph(
        'one.1',
        ...calls.flatMap(([run, number]) => [run, ...note(`n${number}`, number, 'A note.'), ' ']),
      ),
    ];
    const { master } = await laid('p { text-align: justify } .note { float: footnote }', body);
    const lines = master.lines.paragraphs.flatMap((one) => one.lines.map(({ text }) => text));
    expect(
      calls
        .filter(
          ([run, number]) => !lines.some((line) => `${line} `.includes(`${run.split(' ').at(-1)}${number} `)),
        )
        .map(([, number]) => number),
    ).toEqual([]);
    expect(lines.filter((line) => /^\d/.test(line.trim()))).toEqual([]);
  }, 60_000);

  describe.each([
    ['full of closed lines', 'p { text-align: justify }'],
    ['full of hyphens', 'p { text-align: justify; width: 62mm }'],
    ['left to the browser', '* { --lines: none !important }'],
    ['left to the browser without hyphens', '* { --lines: none !important; hyphens: none !important }'],
  ])('%s, are clean text for whoever copies them', (_, css) => {
    let bytes: Uint8Array;
    beforeAll(async () => {
      ({ bytes } = await printAll(css));
    }, 60_000);

    it('with PDFium', async () => {
      const copied = await copiedByPdfium(bytes);
      expect(copied).not.toMatch(/\u00AD\S/);
      expect(wordsIn(copied)).toEqual(whole);
    });

    it('with poppler', needs('pdftotext'), () => {
      const copied = execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' });
      expect(copied).not.toMatch(/\u00AD\S/);
      expect(wordsIn(copied)).toEqual(whole);
    });
  });
});

describe('tables and code longer than a page', () => {
  const row = (index: number): string =>
    `| row${index} | ${index % 4 === 0 ? words(`cell${index}x`, 1, 16) : `cell${index}`} |`;
  const code = Array.from({ length: 60 }, (_, index) =>
    index % 7 === 3 ? '' : `${' '.repeat((index % 3) * 2)}code${index} begins and ends`,
  );
  const text = (name: string): string => words(name, 1, 90);
  // The second table is the first thing on its page, and goes on.
  const manuscript = [
    '# Long',
    text('before'),
    ['| Name | Words |', '|---|---|', ...Array.from({ length: 70 }, (_, index) => row(index))].join('\n'),
    text('between'),
    ['| Name | Words |', '|---|---|', ...Array.from({ length: 60 }, (_, index) => row(100 + index))].join(
      '\n',
    ),
    '{.break}',
    ['```', ...code, '```'].join('\n'),
    text('after'),
    text('last'),
  ].join('\n\n');

  it('are parted where the pages were planned, heads repeated, and lose nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'long-blocks-'));
    try {
      writeFileSync(join(folder, 'long.md'), manuscript);
      writeFileSync(
        join(folder, 'book.yml'),
        'name: long\ntitle: Long\nauthor: Nobody\nlanguage: en\npublished: 2026-01-01\ntheme: ' +
          'essay\nfront: []\nback: []\nchapters: [long.md]\n',
      );
      const { report } = await build({ folder, out: join(folder, 'dist'), only: ['screen'] });
      expect(report.outcome).toBe('built');
      expect(
        report.diagnostics.filter(
          ({ code, severity }) => severity === 'error' || /^(PAGE|LOSS|PRESS-003)/.test(code),
        ),
      ).toEqual([]);
      const { texts } = await readPdf(new Uint8Array(readFileSync(join(folder, 'dist', 'long-screen.pdf'))));
      const rows = texts.map((page) => page.match(/row\d+/g)?.length ?? 0).filter((count) => count > 0);
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.every((count) => count > 1)).toBe(true);
      expect(
        texts
          .filter((page) => /row\d/.test(page))
          .every((page) => page.includes('Name') && page.includes('Words')),
      ).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

describe('a whole book whose lines are left to the browser', () => {
  it('is built, loses nothing, and says nothing of its lines', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'browser-lines-'));
    try {
      cpSync(fileURLToPath(new URL('../books/essay', import.meta.url)), join(folder, 'book'), {
        recursive: true,
      });
      const settings = join(folder, 'book', 'book.yml');
      const asked = readFileSync(settings, 'utf8').replace(
        'hyphenate: true }',
        'hyphenate: true, lines: browser }',
      );
      expect(asked).toContain('lines: browser');
      writeFileSync(settings, asked);
      const { report } = await build({
        folder: join(folder, 'book'),
        out: join(folder, 'dist'),
        only: ['print', 'screen'],
      });
      expect(report.outcome).toBe('built');
      expect(report.artifacts.map(({ edition }) => edition)).toEqual(['print', 'screen']);
      expect(
        report.diagnostics.filter(
          ({ code, severity }) =>
            severity === 'error' || code.startsWith('LINE-') || code.startsWith('LOSS-'),
        ),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 180_000);
});
