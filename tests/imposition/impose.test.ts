// Finished sheets, read back from the PDF, folded and read: as the plan is proven, so is the file made of it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/commands.js';
import {
  LAYOUT_NAMES,
  USUAL_IMPOSITION,
  type ImposeSettings,
  type LayoutName,
} from '../../src/model/imposition.js';
import { LAYOUTS } from '../../src/imposition/layouts.js';
import { imposePdf } from '../../src/pdf/finish/impose-pdf.js';
import { needs } from '../needs.js';
import { bind } from '../unit/imposition/bind.js';
import { bookOf, sheetsIn } from './books.js';

async function imposed(
  bytes: Uint8Array,
  layout: LayoutName,
  settings: Partial<ImposeSettings> = {},
  tail = 0,
) {
  return imposePdf({ bytes, name: 'book.pdf', layout, tail, settings: { ...USUAL_IMPOSITION, ...settings } });
}

async function read(
  bytes: Uint8Array,
  layout: Exclude<LayoutName, 'minizine'>,
  settings: Partial<ImposeSettings> = {},
) {
  const { value } = await imposed(bytes, layout, settings);
  if (!value) throw new Error('Nothing was imposed.');
  const { plan } = value;
  const sheets = await sheetsIn(value.bytes, {
    sides: LAYOUTS[layout].sides,
    duplex: plan.duplex ?? 'short-edge',
  });
  const signatures = Array.from(
    { length: plan.signatures },
    (_, index) => plan.sheets.filter(({ signature }) => signature === index).length,
  );
  return bind({ layout, binding: settings.binding ?? 'left', sheets, signatures }).filter(
    ({ page }) => page !== undefined,
  );
}

const inOrder = (count: number) => Array.from({ length: count }, (_, page) => ({ page, upright: true }));

describe('sheets read back from the PDF', () => {
  for (const layout of LAYOUT_NAMES.filter((name) => name !== 'minizine')) {
    it(`give the book again as ${layout}, whichever edge the printer turns over and wherever it is bound`, async () => {
      const book = await bookOf({ pages: 21 });
      for (const duplex of ['long-edge', 'short-edge'] as const) {
        for (const binding of ['left', 'right'] as const)
          expect(await read(book, layout, { duplex, binding, margin: 5 })).toEqual(inOrder(21));
      }
    });
  }

  it('hold pages upright that the file shows turned', async () => {
    for (const turned of [90, 180, 270] as const)
      expect(await read(await bookOf({ pages: 8, turned, bleed: 3 }), 'booklet')).toEqual(inOrder(8));
  });

  it('show each page of a mini zine once', async () => {
    const { value } = await imposed(await bookOf({ pages: 8 }), 'minizine');
    const [sheet] = await sheetsIn(value?.bytes ?? new Uint8Array(), { sides: 1, duplex: 'long-edge' });
    const rows = [...(sheet?.front ?? [])].sort((one, other) => other.y - one.y || one.x - other.x);
    expect(rows.map(({ page, turn }) => [page + 1, turn])).toEqual([
      [5, 180],
      [4, 180],
      [3, 180],
      [2, 180],
      [6, 0],
      [7, 0],
      [8, 0],
      [1, 0],
    ]);
  });

  it('take every page into the file once', async () => {
    const { value } = await imposed(await bookOf({ pages: 21 }), 'booklet');
    const doc = await PDFDocument.load(value?.bytes ?? new Uint8Array(), { updateMetadata: false });
    const forms = doc.context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) =>
          'dict' in object &&
          (object.dict as { get(key: PDFName): unknown }).get(PDFName.of('Subtype')) === PDFName.of('Form'),
      );
    expect(forms).toHaveLength(21);
  });

  it('are the same bytes for the same file', async () => {
    const book = await bookOf({ pages: 9 });
    const [one, other] = await Promise.all([imposed(book, 'signatures'), imposed(book, 'signatures')]);
    expect(one.value?.bytes).toEqual(other.value?.bytes);
  });
});

describe('what is told about sheets', () => {
  const codes = async (bytes: Uint8Array, layout: LayoutName, settings: Partial<ImposeSettings> = {}) =>
    (await imposed(bytes, layout, settings)).diagnostics.map(({ code, message }) => `${code} ${message}`);

  it('a file that is no PDF', async () => {
    const [said] = await codes(new TextEncoder().encode('Io'), 'booklet');
    expect(said).toMatch(/^FOLD-001 book\.pdf cannot be imposed: it is not a PDF, or a damaged one/);
  });

  it('a margin that leaves no room', async () => {
    expect(await codes(await bookOf({ pages: 8 }), 'minizine', { margin: 60 })).toEqual([
      'FOLD-002 The margin leaves no room for the pages of a minizine.',
    ]);
  });

  it('pages that are made smaller, blanks that are added', async () => {
    expect(await codes(await bookOf({ pages: 7 }), 'minizine')).toEqual([
      'FOLD-004 As minizine, pages are printed at 50 % of their size.',
      'FOLD-005 7 pages do not fill the sheets of the layout minizine, so one blank page is added.',
    ]);
  });

  it('a booklet too thick to fold, and a book too long for one sheet', async () => {
    expect(await codes(await bookOf({ pages: 88 }), 'booklet')).toEqual([
      'FOLD-006 22 sheets are folded into one another, too many to fold and staple well.',
    ]);
    expect(await codes(await bookOf({ pages: 8, width: 105, height: 148 }), 'quarter')).toEqual([
      'FOLD-007 The layout quarter holds 4 pages. 8 pages make 2 booklets of their own.',
    ]);
  });

  it('pages of different sizes', async () => {
    const doc = await PDFDocument.load(await bookOf({ pages: 4 }));
    doc.getPage(2).setSize(200, 300);
    doc.getPage(2).setTrimBox(0, 0, 200, 300);
    expect(await codes(await doc.save(), 'booklet')).toEqual([
      'FOLD-003 Page 3 is 70.6 x 105.8 mm, and the largest page is 148 x 210 mm.',
    ]);
  });

  it('nothing about a book that fits', async () => {
    expect(await codes(await bookOf({ pages: 44 }), 'booklet')).toEqual([]);
  });
});

describe('foldmark impose', () => {
  it('writes sheets that are sound for other programs', needs('qpdf'), async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foldmark-impose-'));
    try {
      const sheets = join(folder, 'sheets.pdf');
      writeFileSync(join(folder, 'book.pdf'), await bookOf({ pages: 12, bleed: 3 }));
      expect(
        await runCommand([
          'impose',
          join(folder, 'book.pdf'),
          '--layout',
          'signatures',
          '--paper',
          'A3',
          '--sheets',
          '2',
          '--out',
          sheets,
        ]),
      ).toBe(0);
      expect(execFileSync('qpdf', ['--check', sheets], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('writes the sheets beside the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foldmark-impose-'));
    try {
      const file = join(folder, 'book.pdf');
      writeFileSync(file, await bookOf({ pages: 12, bleed: 3 }));
      expect(
        await runCommand([
          'impose',
          file,
          '--layout',
          'signatures',
          '--paper',
          'A3',
          '--sheets',
          '2',
          '--creep',
          '0.1mm',
          '--margin',
          '5mm',
          '--duplex',
          'long-edge',
          '--binding',
          'right',
          '--back-cover',
          '1',
        ]),
      ).toBe(0);
      const sheets = join(folder, 'book-signatures.pdf');
      expect((await PDFDocument.load(readFileSync(sheets))).getPageCount()).toBe(6);
      expect(await runCommand(['impose', file, '--out', file])).toBe(2);
      expect(await runCommand(['impose', join(folder, 'none.pdf')])).toBe(2);
      expect(await runCommand(['impose', file, '--paper', 'A99'])).toBe(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
