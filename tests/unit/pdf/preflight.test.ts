// Preflight of hand-made files: each with one thing a printer would not take, and nothing else said.
import { readFileSync } from 'node:fs';
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkPrint } from '../../../src/check/preflight/preflight.js';
import type { PrinterProfile } from '../../../src/model/profile.js';
import { readFacts } from '../../../src/pdf/read/pdf-facts.js';
import { readPdfText } from '../../../src/pdf/read/pdf-text.js';

const PROFILE: PrinterProfile = {
  name: 'test',
  title: 'The printer',
  bleed: { width: 3, edges: 'all' },
  marks: false,
  colour: 'cmyk',
  standard: 'none',
  inkLimit: 300,
  inks: [],
  margins: {
    inside: [
      { upTo: 100, least: 10 },
      { upTo: 200, least: 15 },
    ],
    outside: 5,
  },
  pages: { least: 2, most: 8, multiple: 2, blankRun: 1 },
  images: { least: 150, good: 300 },
  finestLine: 0.25,
  smallestType: 6,
};
const MM = 72 / 25.4;
/** A page that has nothing wrong: something on it, in black ink. */
const GOOD = '0 0 0 1 k 100 100 50 50 re f';

interface Sheet {
  readonly content?: string;
  readonly change?: (doc: PDFDocument, page: ReturnType<PDFDocument['addPage']>) => void | Promise<void>;
}

async function codesFor(
  sheets: readonly Sheet[],
  profile: Partial<PrinterProfile> = {},
): Promise<readonly string[]> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  for (const { content = GOOD, change } of sheets) {
    const page = doc.addPage([106 * MM, 156 * MM]);
    page.setTrimBox(3 * MM, 3 * MM, 100 * MM, 150 * MM);
    page.node.set(PDFName.of('Contents'), doc.context.register(doc.context.flateStream(content)));
    await change?.(doc, page);
  }
  const bytes = await doc.save();
  const found = checkPrint({
    file: 'x.pdf',
    facts: await readFacts(bytes),
    texts: await readPdfText(bytes),
    profile: { ...PROFILE, ...profile },
    labels: [],
    direction: 'ltr',
  });
  for (const one of found)
    expect(one).toMatchObject({ hint: expect.stringMatching(/./), seen: { artifact: 'x.pdf' } });
  return found.map(({ code }) => code);
}

const two = (sheet: Sheet): readonly Sheet[] => [sheet, {}];

test('a sound file is let pass', async () => {
  expect(await codesFor([{}, {}])).toEqual([]);
});

describe('a printer is told of', () => {
  test.each<[string, string, readonly Sheet[], Partial<PrinterProfile>]>([
    ['too few pages', 'PRINT-010', [{}, {}], { pages: { least: 4 } }],
    ['too many pages', 'PRINT-010', [{}, {}], { pages: { most: 1 } }],
    ['a page count that does not fold', 'PRINT-010', [{}, {}, {}], {}],
    ['a run of blank pages', 'PRINT-011', [{ content: 'q Q' }, { content: 'q Q' }], {}],
    [
      'a page of another size',
      'PRINT-012',
      two({
        change: (_, page) => {
          page.setTrimBox(3 * MM, 3 * MM, 100 * MM, 149 * MM);
          page.setBleedBox(0, 0, 106 * MM, 155 * MM);
        },
      }),
      {},
    ],
    [
      'too little bleed',
      'PRINT-013',
      two({
        change: (_, page) => {
          page.setBleedBox(1 * MM, 1 * MM, 104 * MM, 154 * MM);
        },
      }),
      {},
    ],
    [
      'artwork that stops at the knife',
      'PRINT-014',
      two({ content: `0 0 0 1 k ${3 * MM} 100 60 60 re f` }),
      {},
    ],
    ['colours of a screen', 'PRINT-040', two({ content: '1 0 0 rg 100 100 50 50 re f' }), {}],
    ['too much ink', 'PRINT-041', two({ content: '1 1 1 .2 k 100 100 50 50 re f' }), {}],
    ['a line that is too fine', 'PRINT-043', two({ content: '0 0 0 1 K .1 w 100 100 m 150 150 l S' }), {}],
    ['a fine line that is a filled box', 'PRINT-043', two({ content: '0 0 0 1 k 100 100 50 .1 re f' }), {}],
    ['a file that is too large', 'PRINT-062', [{}, {}], { largestMegabytes: 0.0001 }],
  ])('%s', async (_, code, sheets, profile) => {
    expect([...new Set(await codesFor(sheets, profile))]).toEqual([code]);
  });

  /** One colour, as ImageMagick writes four inks: an Adobe marker, full ink as 0. */
  const painted = (
    image: Parameters<PDFDocument['context']['stream']>[0],
    entries: Record<string, unknown>,
  ) =>
    two({
      content: 'q 100 0 0 100 100 100 cm /Im Do Q',
      change: (doc, page) => {
        const stream = doc.context.stream(image, {
          Type: 'XObject',
          Subtype: 'Image',
          Width: 8,
          Height: 8,
          BitsPerComponent: 8,
          ColorSpace: 'DeviceCMYK',
          ...entries,
        } as never);
        page.node.set(
          PDFName.of('Resources'),
          doc.context.obj({ XObject: { Im: doc.context.register(stream) } }),
        );
      },
    });
  const jpeg = (which: string): Uint8Array => readFileSync(new URL(`fixtures/${which}.jpg`, import.meta.url));
  const inverted = { Filter: 'DCTDecode', Decode: [1, 0, 1, 0, 1, 0, 1, 0] };

  test.each<[string, readonly Sheet[], readonly string[]]>([
    ['a JPEG in 378 percent of ink', painted(jpeg('heavy'), inverted), ['PRINT-031', 'PRINT-041']],
    ['a JPEG in 80 percent of ink', painted(jpeg('light'), inverted), ['PRINT-031']],
    [
      'a table of colours, of which one is in 400 percent',
      painted(new Uint8Array(64), {
        ColorSpace: ['Indexed', 'DeviceCMYK', 1, PDFHexString.of('00000000FFFFFFFF')],
      }),
      ['PRINT-031', 'PRINT-041'],
    ],
    ['samples that are not packed', painted(new Uint8Array(256).fill(250), {}), ['PRINT-031', 'PRINT-041']],
  ])('the ink of %s', async (_, sheets, codes) => {
    expect((await codesFor(sheets)).sort()).toEqual(codes);
  });

  test('words of other programs that the knife divides', async () => {
    const words = async (x: number): Promise<readonly string[]> =>
      codesFor(
        two({
          content: `BT 0 g /F1 12 Tf ${x} 200 Td (Words) Tj ET`,
          change: async (doc, page) => {
            page.node.setFontDictionary(PDFName.of('F1'), (await doc.embedFont(StandardFonts.Helvetica)).ref);
          },
        }),
      );
    expect([await words(0), await words(100)]).toEqual([['PRINT-020', 'PRINT-050'], ['PRINT-020']]);
  });

  test('transparency, only where the standard forbids it', async () => {
    const sheet: Sheet = {
      content: `/G gs ${GOOD}`,
      change: (doc, page) => {
        page.node.set(
          PDFName.of('Resources'),
          doc.context.obj({ ExtGState: { G: { Type: 'ExtGState', ca: 0.5 } } }),
        );
      },
    };
    expect(await codesFor(two(sheet))).toEqual([]);
    expect(await codesFor(two(sheet), { standard: 'x-1a' })).toContain('PRINT-042');
  });

  test('a standard that is asked for and not met, and of a date that is missing', async () => {
    expect(await codesFor([{}, {}], { standard: 'x-4' })).toEqual(['PRINT-063', 'PRINT-061']);
  });

  test('links, and what opens with the file', async () => {
    const sheet: Sheet = {
      change: (doc, page) => {
        const note = doc.context.obj({
          Type: 'Annot',
          Subtype: 'Text',
          Rect: [0, 0, 9, 9],
          Contents: PDFString.of('x'),
        });
        page.node.set(PDFName.of('Annots'), doc.context.obj([note]));
        doc.catalog.set(PDFName.of('OpenAction'), doc.context.obj([]));
      },
    };
    expect(await codesFor(two(sheet))).toEqual(['PRINT-060', 'PRINT-060']);
  });

  test.each([
    [100, 0, 'PRINT-031'],
    [100, 150, 'PRINT-033'],
    [200, 150, 'PRINT-030'],
    [320, 150, undefined],
  ])('a picture of %i pixels per inch, where below %i are refused', async (ppi, refused, code) => {
    const sheet: Sheet = {
      content: 'q 72 0 0 72 100 100 cm /I Do Q',
      change: (doc, page) => {
        const image = doc.context.flateStream(new Uint8Array(ppi * ppi), {
          Type: 'XObject',
          Subtype: 'Image',
          Width: ppi,
          Height: ppi,
          ColorSpace: 'DeviceGray',
          BitsPerComponent: 8,
        });
        page.node.set(
          PDFName.of('Resources'),
          doc.context.obj({ XObject: { I: doc.context.register(image) } }),
        );
      },
    };
    const images = { ...PROFILE.images, refused };
    expect(await codesFor(two(sheet), { images })).toEqual(code === undefined ? [] : [code]);
  });

  test("a picture by the file and the line of the manuscript, when one of the book's stands there", async () => {
    const doc = await PDFDocument.create({ updateMetadata: false });
    const page = doc.addPage([106 * MM, 156 * MM]);
    page.setTrimBox(3 * MM, 3 * MM, 100 * MM, 150 * MM);
    page.node.set(
      PDFName.of('Contents'),
      doc.context.register(doc.context.flateStream('q 72 0 0 72 100 100 cm /I Do Q')),
    );
    const image = doc.context.flateStream(new Uint8Array(100 * 50), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 100,
      Height: 50,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    });
    page.node.set(PDFName.of('Resources'), doc.context.obj({ XObject: { I: doc.context.register(image) } }));
    const bytes = await doc.save();
    const at = { path: '01.md', line: 7, column: 1 };
    const told = async (width: number) =>
      checkPrint({
        file: 'x.pdf',
        facts: await readFacts(bytes),
        texts: [],
        profile: { ...PROFILE, pages: {} },
        labels: [],
        direction: 'ltr',
        pictures: [{ file: 'images/hill.png', at, page: 0, sizes: [{ width, height: 50 }] }],
      });
    expect(await told(100)).toEqual([
      expect.objectContaining({
        code: 'PRINT-031',
        at,
        message:
          'The image images/hill.png of 100 by 50 pixels, printed 25.4 mm wide, has 50 pixels per ' +
          'inch; below 150 single pixels are seen.',
      }),
    ]);
    expect(await told(90)).toEqual([
      expect.objectContaining({
        code: 'PRINT-031',
        message: expect.stringMatching(/^An image of 100 by 50/),
      }),
    ]);
  });

  test('a font that is not embedded, type that is too small, words near the binding and near the knife', async () => {
    const words = (x: number, y: number, size: number): Sheet => ({
      content: `0 0 0 1 k BT /F ${size} Tf ${x} ${y} Td (words) Tj ET`,
      change: async (doc, page) => {
        const font = await doc.embedFont(StandardFonts.Helvetica);
        page.node.set(PDFName.of('Resources'), doc.context.obj({ Font: { F: font.ref } }));
      },
    });
    expect(await codesFor(two(words(60, 200, 9)))).toEqual(['PRINT-020']);
    expect(await codesFor(two(words(60, 200, 5)))).toEqual(['PRINT-020', 'PRINT-023']);
    expect(await codesFor(two(words(11 * MM, 200, 9)))).toEqual(['PRINT-020', 'PRINT-050']);
    expect(
      await codesFor(two(words(14 * MM, 200, 9)), {
        margins: {
          inside: [
            { upTo: 1, least: 10 },
            { upTo: 8, least: 15 },
          ],
          outside: 5,
        },
      }),
    ).toEqual(['PRINT-020', 'PRINT-050']);
    expect(await codesFor(two(words(60, 6 * MM, 9)))).toEqual(['PRINT-020', 'PRINT-050']);
  });
});

test('what holds for many pages is said for three, then once', async () => {
  const red: Sheet = { content: '1 0 0 rg 100 100 50 50 re f' };
  expect(await codesFor([red, red, red, red, red, red])).toEqual([
    'PRINT-040',
    'PRINT-040',
    'PRINT-040',
    'PRINT-040',
  ]);
});
