// Arabic, whose letters join, run to the left and are drawn in parts: every word stands in each file, and on
// its own side.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { readPdfText, type PaintedText } from '../../src/pdf/read/pdf-text.js';

const place = mkdtempSync(join(tmpdir(), 'arabic-'));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

it('a book in Arabic is built, every word once in print, on screens and in the EPUB', async () => {
  expect(await built('arabic')).toEqual(['bahr-print.pdf', 'bahr-screen.pdf', 'bahr.epub']);
});

it('its headings, items, notes and cells begin at the right', async () => {
  const texts = await painted('arabic/bahr-screen.pdf', 4);
  const right = edgeOf(texts, 'كان البحر', 'right');
  for (const words of ['الفصل الأول', 'في المساء', 'الاسم'])
    expect(edgeOf(texts, words, 'right'), words).toBeCloseTo(right, -1);
  // a line: the bullet stands in it
  expect(right - edgeOf(texts, 'الماء العذب', 'right')).toBeCloseTo(14, -0.5);
  expect(edgeOf(texts, 'هكذا حكى', 'right')).toBeGreaterThan(right - 14);
});

it('its code runs to the right, with its signs where they were typed', async () => {
  const texts = await painted('arabic/bahr-screen.pdf', 4);
  for (const words of ['run(fast);', '(print)(fish);', 'if (fish > 12) { swim(); }'])
    expect(
      texts.filter(({ text }) => text.trim() === words),
      words,
    ).toHaveLength(1);
  expect(edgeOf(texts, '(print)', 'left')).toBeCloseTo(edgeOf(texts, 'if (fish', 'left'), 1);
  expect(edgeOf(texts, '(print)', 'right')).toBeLessThan(edgeOf(texts, 'كان البحر', 'right') - 100);
});

it('in its EPUB nothing but code is held at the left', () => {
  const files = unzipSync(readFileSync(join(place, 'arabic/bahr.epub')));
  const sheets = Object.entries(files)
    .filter(([name]) => name.endsWith('.css'))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('\n');
  const text = Object.entries(files)
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('\n');
  expect(text.match(/<(pre|code)[^>]*>/g)).toEqual([
    '<code dir="ltr">',
    '<pre dir="ltr">',
    '<code class="language-js">',
  ]);
  expect(
    [...sheets.matchAll(/([^{}]+)\{[^{}]*text-align:\s*left/g)].map(([, selector = '']) => selector.trim()),
  ).toEqual(['pre', '.align-left']);
});

it(
  'Arabic paragraphs, lists and notes in an English book begin at the right, and an Arabic word in an ' +
    'English line is read',
  async () => {
    expect(await built('arabic-within')).toEqual(['harbour-print.pdf', 'harbour-screen.pdf', 'harbour.epub']);
    const texts = await painted('arabic-within/harbour-screen.pdf', 2);
    const [left, right] = [edgeOf(texts, 'The boatmen', 'left'), edgeOf(texts, 'The boatmen', 'right')];
    expect(edgeOf(texts, 'في المساء', 'right')).toBeCloseTo(right, -0.5);
    expect(edgeOf(texts, 'هكذا حكى', 'right')).toBeGreaterThan(right - 14);
    expect(edgeOf(texts, 'A note in English', 'left')).toBeLessThan(left + 14);
    expect(edgeOf(texts, 'Sayings', 'left')).toBeCloseTo(left, -0.5);
  },
);

async function built(name: string): Promise<readonly string[]> {
  const { report } = await build({
    folder: fileURLToPath(new URL(name, import.meta.url)),
    out: join(place, name),
  });
  expect(report.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return report.artifacts.map(({ file }) => file);
}

/** What stands behind the title page and the contents, which say the same again. */
async function painted(file: string, from: number): Promise<readonly PaintedText[]> {
  const pages = await readPdfText(new Uint8Array(readFileSync(join(place, file))));
  return pages.slice(from).flatMap(({ texts }) => texts);
}

/** Points from the page's left edge to where the first piece with these words ends or begins. */
function edgeOf(texts: readonly PaintedText[], words: string, side: 'left' | 'right'): number {
  const piece = texts.find(({ text }) => text.includes(words));
  if (piece === undefined) throw new Error(`"${words}" is not painted.`);
  return side === 'left' ? piece.x : piece.x + piece.width;
}
