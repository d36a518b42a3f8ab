// The EPUB press and the judges of what it makes.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkEpub } from '../../src/check/epub/check-epub.js';
import { encodeJpeg } from '../../src/images/formats/jpeg-raster.js';
import { decodePng } from '../../src/images/formats/png.js';
import { buildEpub } from '../../src/epub/build-epub.js';
import { COMPOSITION, COVER, FONT, METADATA, PAGES } from './fixtures/composition.js';
import { JUDGES, NEWEST, summon } from './fixtures/judges.js';
import { EPOCH, pressFixture } from './fixtures/press.js';

const zone = process.env['TZ'];

let bytes: Uint8Array;
let files: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  bytes = await pressFixture();
  files = unzipSync(bytes);
}, 60_000);

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the EPUB press', () => {
  test('makes a book that our rules and epubcheck-ts find nothing in', async () => {
    expect(await checkEpub({ bytes, name: 'tide.epub' })).toEqual([]);
  }, 30_000);

  test.for(JUDGES)(
    'makes a book that $name finds nothing in',
    async (judge, { skip }) => {
      summon(judge, skip);
      expect(await judge.ask(bytes)).toEqual([]);
    },
    60_000,
  );

  test.for([
    ['without print pages', { pages: undefined }],
    [
      'without cover, fonts, contents page and most of its metadata',
      {
        cover: undefined,
        composition: {
          ...COMPOSITION,
          edition: { medium: 'ebook', fonts: 'none', tocDepth: 1 } as const,
          metadata: bare(),
          parts: withoutContents(),
        },
      },
    ],
  ] as const)(
    'makes a book %s that EPUBCheck 5.3.0 finds nothing in',
    async ([, changes], { skip }) => {
      summon(NEWEST, skip);
      expect(await NEWEST.ask(await pressFixture(changes))).toEqual([]);
    },
    60_000,
  );

  test('makes the same bytes twice, whatever the time zone', async () => {
    const hashes: string[] = [];
    for (const place of ['Pacific/Auckland', 'America/St_Johns', 'UTC']) {
      process.env['TZ'] = place;
      hashes.push(
        createHash('sha256')
          .update(await pressFixture())
          .digest('hex'),
      );
    }
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toBe(createHash('sha256').update(bytes).digest('hex'));
  }, 60_000);

  test('lists the printed pages that have a folio, blanks left out, in reading order', () => {
    const list = /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(text('OEBPS/4-contents.xhtml'))?.[0] ?? '';
    expect(
      [...list.matchAll(/<a href="([^"]+)">([^<]+)</g)].map(([, href, folio]) => `${folio} ${href}`),
    ).toEqual([
      'iii 3-title-page.xhtml#page-iii',
      'iv 4-contents.xhtml#page-iv',
      '1 5-tide.xhtml#page-1',
      '2 5-tide.xhtml#page-2',
      '3 5-tide.xhtml#page-3',
      '4 6-moon.xhtml#page-4',
      '5 6-moon.xhtml#page-5',
      '6 7-colophon.xhtml#page-6',
      '7 8-cast.xhtml#page-7',
      '8 8-cast.xhtml#page-8',
    ]);
  }, 30_000);

  test('runs nothing that stands in the text as a template', () => {
    expect(text('OEBPS/6-moon.xhtml')).toContain('<code>&lt;% raw %&gt;</code>');
  }, 30_000);

  test('names pictures so that every system takes them, and lays the transparent ones on white', () => {
    expect(text('OEBPS/5-tide.xhtml')).toContain('src="images/Karte-Sud.png"');
    expect(files['OEBPS/images/Karte-Sud.png']?.[25]).toBe(2);
  }, 30_000);

  test('cuts a font to the characters of the book and keeps its licence', () => {
    const font = files[`OEBPS/${FONT.href}`] ?? new Uint8Array();
    expect(font.length).toBeLessThan(FONT.bytes.length / 2);
    expect(
      Buffer.from(font).swap16().toString('utf16le') +
        Buffer.from(font.subarray(1, font.length - (font.length % 2 === 0 ? 1 : 0))).toString('latin1'),
    ).toMatch(/Open Font License|O\0p\0e\0n\0 \0F\0o\0n\0t/);
    expect(text('META-INF/fonts.txt')).toBe(
      'fonts/Alegreya_400Regular.ttf: Alegreya, OFL-1.1, cut to the characters of this book\n',
    );
  }, 30_000);

  test('carries a font whole when its licence forbids a changed version', async () => {
    const fonts = COMPOSITION.fonts.map((face) => ({ ...face, subset: false }));
    expect(
      unzipSync(await pressFixture({ composition: { ...COMPOSITION, fonts } }))[`OEBPS/${FONT.href}`],
    ).toEqual(new Uint8Array(FONT.bytes));
  }, 30_000);

  test('claims no conformance that the author has not claimed', async () => {
    expect(text('OEBPS/content.opf')).not.toMatch(/conformsTo|certifiedBy/);
    const accessibility = {
      conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA',
      certifiedBy: 'Ada Quill',
    };
    const claimed = unzipSync(
      await pressFixture({ composition: { ...COMPOSITION, metadata: { ...METADATA, accessibility } } }),
    );
    expect(new TextDecoder().decode(claimed['OEBPS/content.opf'])).toMatch(
      /dcterms:conformsTo">EPUB Accessibility[\s\S]*a11y:certifiedBy">Ada Quill/,
    );
  }, 30_000);

  test('says that a book has no cover, and that a picture is damaged', async () => {
    const resources = [
      { href: 'images/Karte Süd.png', mediaType: 'image/png', bytes: new Uint8Array(40) },
      FONT,
    ];
    const { diagnostics } = await buildEpub({
      composition: { ...COMPOSITION, resources },
      pages: PAGES,
      epoch: EPOCH,
    });
    expect(diagnostics.map(({ code, at }) => [code, at?.path])).toEqual([
      ['EPUB-102', 'images/Karte Süd.png'],
      ['EPUB-101', undefined],
    ]);
  }, 30_000);

  test('packs the same book with a cover that is still being drawn, and none whose cover is not drawn', async () => {
    const drawn = { bytes: encodeJpeg(decodePng(COVER.bytes)), mediaType: 'image/jpeg' } as const;
    const drawing = new Promise<typeof drawn>((resolve) => {
      setTimeout(resolve, 50, drawn);
    });
    expect(await pressFixture({ cover: { drawing } })).toEqual(await pressFixture({ cover: drawn }));
    const failing = Promise.reject(new Error('PDFium cannot read it'));
    await expect(pressFixture({ cover: { drawing: failing } })).rejects.toThrow('PDFium cannot read it');
  }, 30_000);

  test('refuses a composition for print', async () => {
    const page = {
      trim: { width: 148, height: 210 },
      bleed: 3,
      overhang: 6,
      margins: { top: 1, bottom: 1, inside: 1, outside: 1 },
    };
    const edition = { medium: 'print', page, marks: false, chapterStart: 'next', pagesMultiple: 1 } as const;
    await expect(buildEpub({ composition: { ...COMPOSITION, edition }, cover: COVER })).rejects.toThrow(
      'composition for print',
    );
  }, 30_000);
});

/** The numbers in the file names, which links rely on, stay as they are. */
function withoutContents(): typeof COMPOSITION.parts {
  return COMPOSITION.parts.map((part) =>
    part.kind === 'contents' ? { ...part, kind: 'dedication' as const } : part,
  );
}

function text(path: string): string {
  return new TextDecoder().decode(files[path]);
}

function bare(): typeof METADATA {
  const { title, contributors, language, direction, subjects, seed } = METADATA;
  return {
    title,
    contributors: contributors.slice(0, 1).map(({ name, role }) => ({ name, role })),
    language,
    direction,
    subjects: subjects.slice(0, 1),
    seed,
    isbn: {},
    cover: {},
    accessibility: {},
    custom: {},
  };
}
