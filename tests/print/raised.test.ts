// What stands raised, lowered or in figures beside a note: read back from the finished PDF and the EPUB, in
// faces with superiors and without.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/index.js';
import { readPdfText, type PaintedText } from '../../src/pdf/read/pdf-text.js';

const scratch = mkdtempSync(join(tmpdir(), 'foldmark-raised-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Made {
  readonly codes: readonly string[];
  readonly pages: readonly { readonly texts: readonly PaintedText[] }[];
  readonly pdf: Uint8Array;
  readonly epub: Readonly<Record<string, string>>;
}

async function make(theme: string, chapter?: string): Promise<Made> {
  const folder = mkdtempSync(join(scratch, `${theme}-`));
  cpSync('tests/print/raised', folder, { recursive: true });
  const settings = join(folder, 'book.yml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}theme: ${theme}\n`);
  if (chapter !== undefined) writeFileSync(join(folder, '01.md'), chapter);
  const { outcome, diagnostics } = await build({
    folder,
    out: join(folder, 'dist'),
    only: ['print', 'epub'],
  });
  expect(outcome).toBe('built');
  const pdf = readFileSync(join(folder, 'dist/raised-print.pdf'));
  const unzipped = unzipSync(readFileSync(join(folder, 'dist/raised.epub')), {
    filter: ({ name }) => /xhtml$|css$/.test(name),
  });
  return {
    codes: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    pages: await readPdfText(pdf),
    pdf,
    epub: Object.fromEntries(
      Object.entries(unzipped).map(([name, bytes]) => [name.replace('OEBPS/', ''), strFromU8(bytes)]),
    ),
  };
}

/** Of each sign in the book's one-spaced face, how many different glyphs draw it. */
async function glyphsOf(pdf: Uint8Array, signs: string): Promise<Readonly<Record<string, number>>> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const codes = new Map([...signs].map((sign) => [sign, new Set<number>()]));
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { fnArray, argsArray } = await page.getOperatorList();
    let mono = false;
    fnArray.forEach((operator, index) => {
      const args = argsArray[index] as readonly unknown[];
      if (operator === OPS.setFont)
        mono = (page.commonObjs.get(args[0] as string) as { name: string }).name.includes('JetBrains');
      if (operator !== OPS.showText || !mono) return;
      for (const glyph of args[0] as readonly { unicode?: string; originalCharCode?: number }[]) {
        if (glyph.unicode !== undefined && glyph.originalCharCode !== undefined)
          codes.get(glyph.unicode)?.add(glyph.originalCharCode);
      }
    });
  }
  return Object.fromEntries([...codes].map(([sign, found]) => [sign, found.size]));
}

const PAPER = { novel: 11.2, plain: 10.2 } as const;

describe.each(Object.entries(PAPER))('in the theme %s', (theme, size) => {
  let made: Made;
  let texts: readonly PaintedText[];
  beforeAll(async () => {
    made = await make(theme);
    texts = made.pages.flatMap((page) => page.texts).filter(({ text }) => text.trim() !== '');
  });
  const lineOf = (start: string): PaintedText => {
    const found = texts.find(({ text }) => text.includes(start));
    expect(found, start).toBeDefined();
    return found as PaintedText;
  };
  const pieces = (text: string): readonly PaintedText[] => texts.filter((one) => one.text === text);

  it('nothing is found', () => {
    expect(made.codes).toEqual([]);
  });

  it('a power with a minus is raised and small, both of its signs', () => {
    const [power] = pieces('−6');
    const base = lineOf('B10');
    expect(power?.size).toBeCloseTo(0.7 * size, 1);
    expect((power?.y ?? 0) - base.y).toBeGreaterThan(0.3 * size);
    expect((power?.y ?? 0) - base.y).toBeLessThan(0.4 * size);
  });

  it('figures are the superiors and inferiors of a face that has them, at its own size', () => {
    if (theme !== 'novel') return;
    expect(lineOf('A10³').size).toBeCloseTo(size, 1);
    expect(lineOf('agree.¹,²').size).toBeCloseTo(size, 1);
  });

  it('figures are raised and lowered in a face without them', () => {
    if (theme !== 'plain') return;
    const [power, called] = pieces('3');
    const [two] = pieces('2');
    expect((power?.y ?? 0) - lineOf('A10').y).toBeGreaterThan(0.3 * size);
    expect((called?.y ?? 0) - lineOf('counted.').y).toBeGreaterThan(0.3 * size);
    expect((two?.y ?? 0) - lineOf('O in the harbour').y).toBeLessThan(-0.1 * size);
    for (const piece of [power, called, two]) expect(piece?.size).toBeCloseTo(0.7 * size, 1);
  });

  it('calls side by side are parted by a comma', () => {
    const call = theme === 'novel' ? '¹,²' : '1,2';
    expect(texts.some(({ text }) => text.includes(call))).toBe(true);
    expect(Object.values(made.epub).join('')).toMatch(
      />1<\/a><em><span class="note-comma generated">,<\/span><a class="note-call"[^>]*>2<\/a><\/em>/,
    );
  });

  it('lines stand as far apart as without anything raised', () => {
    const body = texts
      .filter((one) => Math.abs(one.size - size) < 0.1 && one.width > 30 * 5)
      .map(({ y }) => y);
    const lines = [...new Set(body.map((y) => Math.round(y)))].sort((a, b) => b - a);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const [index, y] of lines.slice(1).entries())
      // Chromium paints on whole pixels
      expect(Math.abs((lines[index] ?? 0) - y - 14)).toBeLessThanOrEqual(1);
  });

  it('code shows each sign as it is typed', async () => {
    expect(await glyphsOf(made.pdf, '!=-<>&')).toEqual({ '!': 1, '=': 1, '-': 1, '<': 1, '>': 1, '&': 1 });
  });

  it('the EPUB raises and shrinks without the help of a font, and has no ligatures in code', () => {
    const css = made.epub['style.css'] ?? '';
    expect(css).toMatch(/sup,sub,\.note-call,\.note-comma\{font-size:\.?0?\.7em;line-height:0;/);
    expect(css).toMatch(/sup,\.note-call,\.note-comma\{vertical-align:super\}/);
    expect(css).toMatch(/sub\{vertical-align:sub\}/);
    expect(css).not.toMatch(/"sups"|"subs"/);
    expect(css).toMatch(/code,kbd,samp,pre\{[^}]*font-variant-ligatures:none/);
  });
});

describe('a chapter of 104 notes', () => {
  const notes = Array.from({ length: 104 }, (_, n) => n + 1);
  const words = 'The harbour was quiet and the lamps stood in water';
  const chapter = `# A\n\n${notes.map((n) => `${words}.[^n${n}]\n\n[^n${n}]: Source of the page.\n`).join('\n')}`;

  it.each(['novel', 'essay'])(
    'has its numbers whole, each before its text, in the theme %s',
    async (theme) => {
      const { codes, pages } = await make(theme, chapter);
      expect(codes).toEqual([]); // PAGE-013 took the names that Paged.js gives for the notes' own
      const feet = pages.flatMap(({ texts }) => {
        const heights = [
          ...new Set(texts.filter(({ text }) => text.includes('Source of')).map(({ y }) => y)),
        ];
        return heights.map((height) => texts.filter(({ y, text }) => y === height && text.trim() !== ''));
      });
      for (const foot of feet) {
        for (const [index, { x }] of foot.slice(1).entries())
          // torn, the digits of a number were painted on each other
          expect(x).toBeGreaterThan((foot[index]?.x ?? 0) + (foot[index]?.width ?? 0));
      }
      expect(feet.map((foot) => foot.map(({ text }) => text).join(' '))).toEqual(
        notes.map((n) => `${n} Source of the page.`),
      );
    },
  );
});
