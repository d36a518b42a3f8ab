// Margins that the printers decide on, by the page count that the book ends with.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitMargins, type LaidOut } from '../../src/pipeline/printer-margins.js';
import { build } from '../../src/index.js';
import { outcome } from '../../src/model/finding.js';
import { widestMargins, type PrinterProfile } from '../../src/model/profile.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';

const MM = 72 / 25.4;

type Asked = Pick<PrinterProfile, 'margins'>;
const printer = (...inside: readonly (readonly [upTo: number, least: number])[]): PrinterProfile =>
  ({
    margins: { inside: inside.map(([upTo, least]) => ({ upTo, least })), outside: 5 },
  }) satisfies Asked as unknown as PrinterProfile;

/** A book of so many pages with an inside margin of `inside`, on a page of 150 mm with 10 mm outside. */
function laidOut(inside: number, pages: number): LaidOut {
  const composition = {
    edition: {
      medium: 'print',
      page: { trim: { width: 150, height: 200 }, margins: { top: 10, bottom: 10, inside, outside: 10 } },
    },
  };
  return { composition, master: { pages: { pages: Array.from({ length: pages }) } } } as unknown as LaidOut;
}

/** Lays out anew between the margins that are asked for; what came of it, in words. */
async function fitted(
  first: LaidOut,
  printers: readonly PrinterProfile[],
  pagesWith: (inside: number) => number,
) {
  const layouts: number[] = [];
  const { value, diagnostics } = await fitMargins(outcome(first), {
    printers,
    compose: ({ inside }) => laidOut(inside, 0).composition,
    layOut: (composition) => {
      const inside = composition.edition.medium === 'print' ? composition.edition.page.margins.inside : 0;
      layouts.push(inside);
      return Promise.resolve(outcome(laidOut(inside, pagesWith(inside)).master));
    },
  });
  return {
    layouts,
    pages: value.master.pages.pages.length,
    said: diagnostics.map(({ code, message }) => `${code} ${message}`),
  };
}

describe('margins by the page count', () => {
  it('stay when they are wide enough for it', async () => {
    expect(await fitted(laidOut(20, 140), [printer([150, 10], [300, 20])], () => 0)).toEqual({
      layouts: [],
      pages: 140,
      said: [],
    });
  });

  it('are widened once, for the pages that this adds, too', async () => {
    expect(await fitted(laidOut(10, 200), [printer([150, 10], [300, 20])], () => 220)).toEqual({
      layouts: [20],
      pages: 220,
      said: [],
    });
    expect(await fitted(laidOut(10, 290), [printer([150, 10], [300, 20], [500, 30])], () => 330)).toEqual({
      layouts: [30],
      pages: 330,
      said: [],
    });
  });

  it('are said when two layouts did not settle them', async () => {
    expect(await fitted(laidOut(10, 200), [printer([150, 10], [300, 20], [500, 30])], () => 310)).toEqual({
      layouts: [20],
      pages: 310,
      said: ['PRINT-051 With an inside margin of 20 mm the book has 310 pages, which need 30 mm.'],
    });
  });

  it('are the widest that one of several printers asks for', () => {
    expect(widestMargins([printer([100, 10], [200, 12]), printer([400, 15])], 150)).toEqual({
      inside: 15,
      outside: 5,
    });
    expect(widestMargins([printer([100, 10], [200, 12])], 999)).toEqual({ inside: 12, outside: 5 });
  });
});

it('a build sets the book between the margins of its printer, and preflight agrees', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foldmark-margins-'));
  try {
    mkdirSync(join(folder, 'styles/profiles'), { recursive: true });
    const kdp = readFileSync('styles/profiles/kdp.yml', 'utf8')
      .replace(
        /margins:[\s\S]*outside: 0.375in/,
        'margins: { inside: [{ up-to: 4, least: 10mm }, { up-to: 800, least: 33mm }], outside: 9mm }',
      )
      .replace('least: 24, most: 828, multiple: 2', 'most: 828');
    writeFileSync(join(folder, 'styles/profiles/thick.yml'), kdp);
    writeFileSync(
      join(folder, '01.md'),
      `# One\n\n${'Words that go on for a page or two, and on. '.repeat(90)}\n`,
    );
    writeFileSync(
      join(folder, 'book.yml'),
      'title: Io\nname: io\nlanguage: en-GB\ntheme: novel\npublished: 2026-11-23\nprint: { profile: ' +
        'thick, margins: by-profile }\n',
    );
    const { outcome: end, diagnostics } = await build({ folder, out: join(folder, 'dist'), only: ['print'] });
    expect([
      end,
      diagnostics.filter(({ code, severity }) => severity === 'error' || code === 'PRINT-051'),
    ]).toEqual(['built', []]);
    const pages = await readPdfText(readFileSync(join(folder, 'dist/io-print-thick.pdf')));
    const lines = pages.flatMap(({ texts }, index) =>
      texts
        .filter(({ text }) => text.includes('Words that'))
        .map(({ x }) => ({ index, x: Math.round((x - (index % 2 === 0 ? 0 : 3.175 * MM)) / MM) })),
    );
    expect(pages.length).toBeGreaterThan(4);
    expect(lines.filter(({ index, x }) => index % 2 === 0 && x < 32)).toEqual([]);
    expect(lines.some(({ index }) => index % 2 === 0)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
