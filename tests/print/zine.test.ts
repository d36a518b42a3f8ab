// The zine for every printer, judged by other people's tools: each line of what a print file must be.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type Report } from '../../src/index.js';
import { has, inkByPage, mostInk, say } from './tools.js';

const PRINTERS = ['home', 'copy-shop', 'kdp', 'ingramspark', 'lulu', 'mixam'] as const;
const PLATES = ['riso-black', 'riso-orange', 'riso-proof'] as const;
const FILES = [...PRINTERS, ...PLATES];
const MM = 72 / 25.4;
const INCH = 72;

const folder = mkdtempSync(join(tmpdir(), 'foldmark-test-'));
const fileOf = (printer: string): string => join(folder, `io-print-${printer}.pdf`);
let report: Report;

beforeAll(async () => {
  report = await build({ folder: 'manuscript', out: folder, only: ['print'], profiles: [...PRINTERS, 'riso'] });
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test('one build makes a file for every printer and a plate for every ink', () => {
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.artifacts.map(({ file }) => file)).toEqual(FILES.map((name) => `io-print-${name}.pdf`));
});

describe.each(FILES)('the file for %s', (printer) => {
  test.skipIf(!has('qpdf'))('is sound and not encrypted', () => {
    expect(say('qpdf', '--check', fileOf(printer))).toMatch(/not encrypted[\s\S]*No syntax or stream encoding errors/);
  });

  test('has one trim size, trim in bleed in media, and the printer\'s bleed edge by edge', async () => {
    const pages = (await PDFDocument.load(readFileSync(fileOf(printer)))).getPages();
    const { width, edges } = BLEEDS[printer];
    pages.forEach((page, index) => {
      const [trim, bleed, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
      const found = { left: trim.x - bleed.x, right: bleed.x + bleed.width - trim.x - trim.width, bottom: trim.y - bleed.y, top: bleed.y + bleed.height - trim.y - trim.height };
      const bound = index % 2 === 0 ? 'left' : 'right';
      expect(Math.abs(trim.width - 148 * MM) + Math.abs(trim.height - 210 * MM)).toBeLessThan(0.01);
      for (const [edge, length] of Object.entries(found)) expect(Math.abs(length - (edges === 'outer' && edge === bound ? 0 : width))).toBeLessThan(0.01);
      expect(media.x <= bleed.x + 0.01 && media.y <= bleed.y + 0.01 && media.width >= bleed.width - 0.01).toBe(true);
      expect(media.width > bleed.width + 1, 'room for marks').toBe(printer === 'copy-shop' || printer.startsWith('riso'));
    });
    expect(pages.length % 4).toBe(0);
  });

  test.skipIf(!has('pdffonts'))('carries every font, with its characters, and only the theme\'s', () => {
    const rows = say('pdffonts', fileOf(printer)).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/\+(Alegreya|JetBrainsMono).*yes yes yes\s+\d+\s+\d+$/);
  });

  test('holds nothing for a screen, and says what it is', async () => {
    const doc = await PDFDocument.load(readFileSync(fileOf(printer)), { updateMetadata: false });
    for (const key of ['Outlines', 'OpenAction', 'AA', 'AcroForm', 'StructTreeRoot', 'Names']) expect(doc.catalog.has(PDFName.of(key))).toBe(false);
    for (const page of doc.getPages()) expect(page.node.has(PDFName.of('Annots'))).toBe(false);
    expect(doc.getTitle()).toBe('IO: A Lonely Earth, A Personal Battle');
    expect(doc.getCreationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(doc.context.trailerInfo.ID).toBeDefined();
    expect(doc.catalog.has(PDFName.of('Metadata'))).toBe(true);
    expect(doc.catalog.has(PDFName.of('OutputIntents'))).toBe(['copy-shop', 'kdp', 'ingramspark', 'mixam'].includes(printer));
  });
});

describe('colours', () => {
  test.skipIf(!has('gs')).each(['copy-shop', 'kdp', 'riso-orange'])('of %s are black ink on every page', (printer) => {
    const pages = inkByPage(fileOf(printer));
    expect(pages.length).toBeGreaterThan(0);
    for (const [cyan, magenta, yellow] of pages) expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
  });

  test.skipIf(!has('gs'))('of a page of text are black alone in a file of four inks', () => {
    const plain = inkByPage(fileOf('mixam')).filter(([cyan, magenta, yellow, black = 0]) => cyan === 0 && magenta === 0 && yellow === 0 && black > 0);
    expect(plain.length).toBeGreaterThan(0);
  });

  test.skipIf(!has('pdfimages')).each(['copy-shop', 'ingramspark', 'mixam', 'kdp'])('of pictures for %s are gray or four inks', (printer) => {
    const rows = say('pdfimages', '-list', fileOf(printer)).trim().split('\n').slice(2);
    expect(rows.map((row) => row.trim().split(/\s+/)[5]).filter((space) => space !== 'gray' && space !== 'cmyk')).toEqual([]);
  });

  test.skipIf(!has('gs')).each([['ingramspark', 240], ['mixam', 300]] as const)('for %s never take more than %i percent of ink', (printer, limit) => {
    expect(mostInk(fileOf(printer))).toBeLessThanOrEqual(limit + 0.5);
  });
});

describe('the standard', () => {
  const version = (printer: string): string => readFileSync(fileOf(printer)).subarray(0, 8).toString('latin1');

  test('is PDF/X-1a for IngramSpark: PDF 1.3, no transparency, no profile inside', async () => {
    const bytes = readFileSync(fileOf('ingramspark'));
    const text = (await PDFDocument.load(bytes)).context.enumerateIndirectObjects().map(([, object]) => String(object)).join('\n');
    expect(version('ingramspark')).toBe('%PDF-1.3');
    expect(text).toContain('PDF/X-1a:2001');
    expect(text).not.toMatch(/\/(ca|CA|BM|SMask|ICCBased|DestOutputProfile|S \/Transparency)\b/);
  });

  test('is PDF/X-4 for others, with the profile of the printing inside', async () => {
    const text = (await PDFDocument.load(readFileSync(fileOf('mixam')))).context.enumerateIndirectObjects().map(([, object]) => String(object)).join('\n');
    expect(version('mixam')).toBe('%PDF-1.6');
    expect(text).toMatch(/GTS_PDFXVersion \(PDF\/X-4\)/);
    expect(text).toContain('/DestOutputProfile');
  });
});

test('all words stand in every file, those of another ink\'s plate too', () => {
  expect(report.diagnostics.filter(({ code }) => code.startsWith('LOSS'))).toEqual([]);
});

test('another build gives the same bytes', async () => {
  const again = await build({ folder: 'manuscript', out: join(folder, 'again'), only: ['print'], profiles: ['ingramspark'] });
  for (const { file, sha256 } of again.artifacts) expect([file, sha256]).toEqual([file, report.artifacts.find((one) => one.file === file)?.sha256]);
});

const BLEEDS: Readonly<Record<(typeof FILES)[number], { readonly width: number; readonly edges: 'all' | 'outer' }>> = {
  'home': { width: 0, edges: 'all' },
  'copy-shop': { width: 3 * MM, edges: 'all' },
  'kdp': { width: INCH / 8, edges: 'outer' },
  'ingramspark': { width: INCH / 8, edges: 'outer' },
  'lulu': { width: INCH / 8, edges: 'all' },
  'mixam': { width: 3 * MM, edges: 'all' },
  'riso-black': { width: 3 * MM, edges: 'all' },
  'riso-orange': { width: 3 * MM, edges: 'all' },
  'riso-proof': { width: 3 * MM, edges: 'all' },
};
