// The zine for every printer, judged by other people's tools: each line of what a print file must be. One
// build makes all files.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type Report } from '../../src/index.js';
import { needs } from '../needs.js';
import { boxesBy, finestStrokes, inkByPage, mostInk, say, wordsBy } from './tools.js';

const PRINTERS = ['home', 'copy-shop', 'kdp', 'ingramspark', 'lulu', 'mixam'] as const;
const PLATES = ['riso-black', 'riso-orange', 'riso-proof'] as const;
const FILES = [...PRINTERS, ...PLATES];
const MM = 72 / 25.4;
const INCH = 72;
/**
 * Points by which a mark may hang into the margin, and by which readers of a PDF differ about the width of
 * letters.
 */
const HANGING = 1.5;

/** What each printer asks for in a book of 44 pages: millimetres, and counts. */
const RULES: Readonly<
  Record<
    (typeof FILES)[number],
    {
      readonly inside: number;
      readonly outside: number;
      readonly least?: number;
      readonly most?: number;
      readonly multiple?: number;
    }
  >
> = {
  home: { inside: 5, outside: 5 },
  'copy-shop': { inside: 5, outside: 5, multiple: 4 },
  kdp: { inside: 9.525, outside: 9.525, least: 24, most: 828, multiple: 2 },
  ingramspark: { inside: 12.7, outside: 12.7, least: 18, most: 1200, multiple: 2 },
  lulu: { inside: 12.7, outside: 12.7, least: 32, most: 800, multiple: 2 },
  mixam: { inside: 5, outside: 5, least: 8, multiple: 4 },
  'riso-black': { inside: 5, outside: 5, multiple: 4 },
  'riso-orange': { inside: 5, outside: 5, multiple: 4 },
  'riso-proof': { inside: 5, outside: 5, multiple: 4 },
};

const folder = mkdtempSync(join(tmpdir(), 'foldmark-test-'));
const fileOf = (printer: string): string => join(folder, `io-print-${printer}.pdf`);
let report: Report;

beforeAll(async () => {
  report = await build({
    folder: 'manuscript',
    out: folder,
    only: ['print', 'screen', 'cover', 'booklet'],
    profiles: [...PRINTERS, 'riso'],
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('one build makes a file for every printer and a plate for every ink', () => {
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.artifacts.filter(({ edition }) => edition === 'print').map(({ file }) => file)).toEqual(
    FILES.map((name) => `io-print-${name}.pdf`),
  );
});

describe.each(FILES)('the file for %s', (printer) => {
  test('is sound and not encrypted', needs('qpdf'), () => {
    expect(say('qpdf', '--check', fileOf(printer))).toMatch(
      /not encrypted[\s\S]*No syntax or stream encoding errors/,
    );
  });

  test("has one trim size, trim in bleed in media, and the printer's bleed edge by edge", async () => {
    const pages = (await PDFDocument.load(readFileSync(fileOf(printer)))).getPages();
    const { width, edges } = BLEEDS[printer];
    pages.forEach((page, index) => {
      const [trim, bleed, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
      const found = {
        left: trim.x - bleed.x,
        right: bleed.x + bleed.width - trim.x - trim.width,
        bottom: trim.y - bleed.y,
        top: bleed.y + bleed.height - trim.y - trim.height,
      };
      const bound = index % 2 === 0 ? 'left' : 'right';
      expect(Math.abs(trim.width - 148 * MM) + Math.abs(trim.height - 210 * MM)).toBeLessThan(0.01);
      for (const [edge, length] of Object.entries(found))
        expect(Math.abs(length - (edges === 'outer' && edge === bound ? 0 : width))).toBeLessThan(0.01);
      expect(
        media.x <= bleed.x + 0.01 && media.y <= bleed.y + 0.01 && media.width >= bleed.width - 0.01,
      ).toBe(true);
      expect(media.width > bleed.width + 1, 'room for marks').toBe(
        printer === 'copy-shop' || printer.startsWith('riso'),
      );
    });
    expect(pages.length % 4).toBe(0);
  });

  test("carries every font, with its characters, and only the theme's", needs('pdffonts'), () => {
    const rows = say('pdffonts', fileOf(printer)).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/\+(Alegreya|JetBrainsMono).*yes yes yes\s+\d+\s+\d+$/);
  });

  test('holds nothing for a screen, and says what it is', async () => {
    const doc = await PDFDocument.load(readFileSync(fileOf(printer)), { updateMetadata: false });
    for (const key of ['Outlines', 'OpenAction', 'AA', 'AcroForm', 'StructTreeRoot', 'Names'])
      expect(doc.catalog.has(PDFName.of(key))).toBe(false);
    for (const page of doc.getPages()) expect(page.node.has(PDFName.of('Annots'))).toBe(false);
    expect(doc.getTitle()).toBe('IO: A Lonely Earth, A Personal Battle');
    expect(doc.getCreationDate()?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(doc.context.trailerInfo.ID).toBeDefined();
    expect(doc.catalog.has(PDFName.of('Metadata'))).toBe(true);
    expect(doc.catalog.has(PDFName.of('OutputIntents'))).toBe(
      ['copy-shop', 'kdp', 'ingramspark', 'mixam'].includes(printer),
    );
  });
});

describe.each(FILES)('as others read it, the file for %s', (printer) => {
  const { least = 1, most = Infinity, multiple = 1, inside, outside } = RULES[printer];

  test('has the boxes that its pages were given, all pages alike', needs('pdfinfo'), () => {
    const pages = boxesBy(fileOf(printer));
    expect([pages.length >= least, pages.length <= most, pages.length % multiple]).toEqual([true, true, 0]);
    for (const {
      TrimBox: [left = 0, bottom = 0, right = 0, top = 0] = [],
      BleedBox: bleed = [],
      MediaBox: media = [],
    } of pages) {
      // poppler says two digits
      expect(Math.abs(right - left - 148 * MM) + Math.abs(top - bottom - 210 * MM)).toBeLessThan(0.021);
      expect([
        left >= (bleed[0] ?? 0),
        bottom >= (bleed[1] ?? 0),
        (bleed[0] ?? 0) >= (media[0] ?? 0),
        (bleed[3] ?? 0) <= (media[3] ?? 0),
      ]).toEqual([true, true, true, true]);
      if (!printer.startsWith('riso') && printer !== 'copy-shop')
        expect(media, 'no room for marks').toEqual(bleed);
    }
  });

  test(
    'holds no word outside of the page, nor nearer to its edges than the printer takes',
    needs('pdftotext', 'pdfinfo'),
    () => {
      const boxes = boxesBy(fileOf(printer));
      wordsBy(fileOf(printer)).forEach((words, index) => {
        const {
          TrimBox: [left = 0, bottom = 0, right = 0, top = 0] = [],
          MediaBox: [x = 0, , , y = 0] = [],
        } = boxes[index] ?? {};
        const [atLeft, atRight] = index % 2 === 0 ? [inside, outside] : [outside, inside];
        const near = words.filter(
          (word) =>
            word.left + x < left + atLeft * MM - HANGING ||
            word.right + x > right - atRight * MM + HANGING ||
            y - word.top > top ||
            y - word.bottom < bottom,
        );
        expect([index, near.map(({ text }) => text)]).toEqual([index, []]);
      });
    },
  );

  test('prints no picture with less than 150 pixels per inch', needs('pdfimages'), () => {
    const rows = say('pdfimages', '-list', fileOf(printer))
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.trim().split(/\s+/))
      .filter(([, , type]) => type === 'image');
    expect(rows.filter((row) => Number(row[12]) < 150)).toEqual([]);
  });

  test('draws no line that is finer than a quarter of a point', needs('mutool'), () => {
    expect(Math.min(...finestStrokes(fileOf(printer)))).toBeGreaterThanOrEqual(0.25);
  });

  test('says what a print file has to say, and nothing for a screen', needs('mutool'), () => {
    const [root, info, trailer] = ['trailer/Root', 'trailer/Info', 'trailer'].map((path) =>
      say('mutool', 'show', fileOf(printer), path),
    );
    expect(root).not.toMatch(/\/(Outlines|OpenAction|AA|AcroForm|StructTreeRoot|Names|Dests)\b/);
    expect(root).toMatch(/\/Metadata \d+ 0 R/);
    for (const key of ['Title', 'CreationDate', 'ModDate', 'Trapped']) expect(info).toContain(`/${key} `);
    expect(trailer).toMatch(/\/ID \[/);
    expect(/\/OutputIntents/.test(root ?? '')).toBe(
      ['copy-shop', 'kdp', 'ingramspark', 'mixam'].includes(printer),
    );
  });
});

test(
  'lines that are too fine for a printer are found on the pages where others find them',
  needs('mutool'),
  () => {
    const found = report.diagnostics.filter(
      ({ code, artifact }) => code === 'PRINT-043' && artifact === 'io-print-kdp.pdf',
    );
    const finest = finestStrokes(fileOf('kdp'));
    expect(finest.some((width) => width < 0.749)).toBe(found.length > 0);
  },
);

test('marks stand a millimetre and more outside of the bleed', needs('pdftoppm'), () => {
  const { data, width, height } = grayPage(fileOf('copy-shop'), 2, 144);
  const { TrimBox: [left = 0, bottom = 0, right = 0, top = 0] = [], MediaBox: [x = 0, , , y = 0] = [] } =
    boxesBy(fileOf('copy-shop'))[1] ?? {};
  const within = (beyond: number, column: number, row: number): boolean =>
    column >= (left - x - beyond) * 2 &&
    column <= (right - x + beyond) * 2 &&
    row >= (y - top - beyond) * 2 &&
    row <= (y - bottom + beyond) * 2;
  let [between, beyond] = [0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((data[row * width + column] ?? 255) > 200 || within(3.2 * MM, column, row)) continue;
      if (within(3.8 * MM, column, row))
        between += 1; // a pixel less than marks keep away, which smoothing takes
      else beyond += 1;
    }
  }
  expect([between, beyond > 100]).toEqual([0, true]);
});

/** A page of a file without colours, by poppler: PGM of eight bits. */
function grayPage(
  file: string,
  page: number,
  dpi: number,
): { readonly data: Uint8Array; readonly width: number; readonly height: number } {
  const bytes = execFileSync(
    'pdftoppm',
    ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), file],
    { maxBuffer: 1 << 27 },
  );
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  return { data: bytes.subarray(head.length), width: Number(width), height: Number(height) };
}

describe('beside the print files', () => {
  const at = (name: string): string => join(folder, name);

  test(
    'the cover is two pages and the spine wide, and a thin spine carries no words',
    needs('pdfinfo', 'pdftotext'),
    () => {
      for (const printer of PRINTERS) {
        const cover = at(`io-cover-${printer}.pdf`);
        const [{ TrimBox: [left = 0, , right = 0] = [], MediaBox: [x = 0] = [] } = {}] = boxesBy(cover);
        const spine = (right - left) / MM - 2 * 148;
        expect(Math.abs(spine - 2.48)).toBeLessThan(0.02);
        const middle = (left + right) / 2 - x;
        expect(
          wordsBy(cover)[0]?.filter(
            (word) => word.left < middle + (spine / 2) * MM && word.right > middle - (spine / 2) * MM,
          ),
        ).toEqual([]);
      }
    },
  );

  test('the booklet shows every page once', async () => {
    const { context } = await PDFDocument.load(readFileSync(at('io-booklet.pdf')), { updateMetadata: false });
    const forms = context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) =>
          object instanceof PDFRawStream &&
          object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form') &&
          object.dict.has(PDFName.of('BBox')),
      );
    const drawn = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page')
          ? [
              object
                .lookup(PDFName.of('Resources'), PDFDict)
                .lookup(PDFName.of('XObject'), PDFDict)
                .values()
                .map(String),
            ]
          : [],
      )
      .flat();
    expect([drawn.length, new Set(drawn).size]).toEqual([44, 44]);
    expect(forms.length).toBeGreaterThanOrEqual(44);
  });

  test('the screen file is tagged, and knows its language and title', async () => {
    const doc = await PDFDocument.load(readFileSync(at('io-screen.pdf')), { updateMetadata: false });
    expect(doc.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))).toBe(PDFBool.True);
    expect([doc.getLanguage(), doc.getTitle()]).toEqual(['en-GB', 'IO: A Lonely Earth, A Personal Battle']);
  });

  test(
    'as others read it, the screen file is tagged, and knows its language and title',
    needs('pdfinfo', 'mutool'),
    () => {
      const info = say('pdfinfo', at('io-screen.pdf'));
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Title:\s+IO: A Lonely Earth, A Personal Battle/);
      expect(say('mutool', 'show', at('io-screen.pdf'), 'trailer/Root/Lang').trim()).toBe('(en-GB)');
    },
  );

  test('the screen file has hyphens of its own at the ends of lines only', needs('pdftotext'), () => {
    expect(say('pdftotext', at('io-screen.pdf'), '-')).not.toMatch(/\u00AD(?!\s)/);
  });
});

describe('colours', () => {
  test.each(['copy-shop', 'kdp', 'riso-black', 'riso-orange'])(
    'of %s are black ink on every page',
    needs('gs'),
    (printer) => {
      const pages = inkByPage(fileOf(printer));
      expect(pages.length).toBeGreaterThan(0);
      for (const [cyan, magenta, yellow] of pages) expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
    },
  );

  test.each(['mixam', 'ingramspark'])(
    'of a page of text are black alone in the four inks of %s',
    needs('gs'),
    (printer) => {
      const plain = inkByPage(fileOf(printer)).filter(
        ([cyan, magenta = 0, yellow = 0, black = 0]) => cyan === 0 && Math.max(magenta, yellow) < black / 4,
      );
      expect(plain.length, 'of a moon in orange and type in black').toBeGreaterThan(10);
    },
  );

  test.each(['copy-shop', 'ingramspark', 'mixam', 'kdp'])(
    'of pictures for %s are gray or four inks',
    needs('pdfimages'),
    (printer) => {
      const rows = say('pdfimages', '-list', fileOf(printer)).trim().split('\n').slice(2);
      expect(
        rows.map((row) => row.trim().split(/\s+/)[5]).filter((space) => space !== 'gray' && space !== 'cmyk'),
      ).toEqual([]);
    },
  );

  test.each([
    ['ingramspark', 240],
    ['mixam', 300],
  ] as const)('for %s never take more than %i percent of ink', needs('gs'), (printer, limit) => {
    expect(mostInk(fileOf(printer))).toBeLessThanOrEqual(limit + 0.5);
  });
});

describe('the standard', () => {
  const version = (printer: string): string =>
    readFileSync(fileOf(printer)).subarray(0, 8).toString('latin1');

  test('is PDF/X-1a for IngramSpark: PDF 1.3, no transparency, no profile inside', async () => {
    const bytes = readFileSync(fileOf('ingramspark'));
    const text = (await PDFDocument.load(bytes)).context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(version('ingramspark')).toBe('%PDF-1.3');
    expect(text).toContain('PDF/X-1a:2001');
    expect(text).not.toMatch(/\/(ca|CA|BM|SMask|ICCBased|DestOutputProfile|S \/Transparency)\b/);
  });

  test('is PDF/X-4 for others, with the profile of the printing inside', async () => {
    const text = (await PDFDocument.load(readFileSync(fileOf('mixam')))).context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(version('mixam')).toBe('%PDF-1.6');
    expect(text).toMatch(/GTS_PDFXVersion \(PDF\/X-4\)/);
    expect(text).toContain('/DestOutputProfile');
  });
});

test("all words stand in every file, those of another ink's plate too", () => {
  expect(report.diagnostics.filter(({ code }) => code.startsWith('LOSS'))).toEqual([]);
});

test('another build gives the same bytes', async () => {
  const again = await build({
    folder: 'manuscript',
    out: join(folder, 'again'),
    only: ['print'],
    profiles: ['ingramspark', 'home', 'riso'],
  });
  expect(again.artifacts).toHaveLength(5);
  for (const { file, sha256 } of again.artifacts)
    expect([file, sha256]).toEqual([file, report.artifacts.find((one) => one.file === file)?.sha256]);
});

const BLEEDS: Readonly<
  Record<(typeof FILES)[number], { readonly width: number; readonly edges: 'all' | 'outer' }>
> = {
  home: { width: 0, edges: 'all' },
  'copy-shop': { width: 3 * MM, edges: 'all' },
  kdp: { width: INCH / 8, edges: 'outer' },
  ingramspark: { width: INCH / 8, edges: 'outer' },
  lulu: { width: INCH / 8, edges: 'all' },
  mixam: { width: 3 * MM, edges: 'all' },
  'riso-black': { width: 3 * MM, edges: 'all' },
  'riso-orange': { width: 3 * MM, edges: 'all' },
  'riso-proof': { width: 3 * MM, edges: 'all' },
};
