// A publisher's own fonts, from files and from a package beside the book, in print, on screens and in the
// EPUB.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFontTables } from '../../src/fonts/font-tables.js';
import { readFont } from '../../src/fonts/read-font.js';
import { build, type Report } from '../../src/index.js';
import { readFacts } from '../../src/pdf/read/pdf-facts.js';

const FONTS = new URL('../fonts/', import.meta.url).pathname;
const CHAPTER =
  '# The Lamp\n\nThe lamp was lit at *dusk*, and `lamp.light()` was **called** in the office; nobody ' +
  'could find a reason.\n\n![A lamp](lamp.svg "Lamp and light.")\n';
const LAMP =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><rect x="4" ' +
  'y="4" width="32" height="12" fill="#333"/></svg>';

let place: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'foldmark-own-fonts-'));
});
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

function bookOf(
  name: string,
  files: Readonly<Record<string, string>>,
  fonts: Readonly<Record<string, string>>,
): string {
  const folder = join(place, name);
  for (const [path, words] of Object.entries({ '01-lamp.md': CHAPTER, 'lamp.svg': LAMP, ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), words);
  }
  for (const [path, font] of Object.entries(fonts)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    cpSync(join(FONTS, font), join(folder, path));
  }
  return folder;
}

const settings = (fonts: string): string =>
  `title: The Lamp Room\nauthor: Ada Vale\nlanguage: en-GB\npublished: 2026-11-23\n${fonts}\n`;

async function built(folder: string): Promise<Report> {
  const report = await build({ folder, out: join(folder, 'dist') });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return report;
}

async function pdfFonts(folder: string, edition: string): Promise<readonly string[]> {
  const { fonts } = await readFacts(readFileSync(join(folder, `dist/lamp-${edition}.pdf`)));
  expect(fonts.every(({ embedded }) => embedded)).toBe(true);
  return [...new Set(fonts.map(({ name }) => name))].sort();
}

function epubFonts(
  folder: string,
): readonly { readonly path: string; readonly characters: number; readonly kind: string }[] {
  const files = unzipSync(readFileSync(join(folder, 'dist/lamp.epub')));
  return Object.entries(files)
    .filter(([path]) => path.includes('/fonts/'))
    .map(([path, bytes]) => {
      const facts = readFont(bytes);
      return {
        path: path.replace('OEBPS/fonts/', ''),
        characters: readFontTables(bytes)?.characters.size ?? 0,
        kind: 'problem' in facts ? facts.problem : facts.mediaType,
      };
    });
}

describe('a book with font files', () => {
  let folder: string;
  let report: Report;

  beforeAll(async () => {
    folder = bookOf(
      'files',
      {
        'book.yml': settings(
          'name: lamp\ntheme: zine\nfonts: { text: fonts/Fieldbook-Regular.ttf, label: ' +
            'fonts/Label.otf, mono: fonts/Code.woff2 }',
        ),
      },
      {
        'fonts/Fieldbook-Regular.ttf': 'Fieldbook-Regular.ttf',
        'fonts/Fieldbook-Italic.ttf': 'Fieldbook-Italic.ttf',
        'fonts/Label.otf': 'Postscript-Regular.otf',
        'fonts/Code.woff2': 'Packed-Regular.woff2',
      },
    );
    report = await built(folder);
  });

  it('has TTF, OTF and WOFF2 in both PDFs under the names that the fonts bear', async () => {
    const names = [
      'FieldbookSerif-Italic',
      'FieldbookSerif-Regular',
      'PackedSerif-Regular',
      'PostscriptSerif-Regular',
    ];
    expect(await pdfFonts(folder, 'print')).toEqual(names);
    expect(await pdfFonts(folder, 'screen')).toEqual(names);
  });

  it('has them in the EPUB, cut to its characters, with the outlines that they came with', () => {
    const fonts = epubFonts(folder);
    expect(fonts.map(({ path, kind }) => `${path} ${kind}`).sort()).toEqual([
      'Code.ttf font/ttf',
      'Fieldbook-Italic.ttf font/ttf',
      'Fieldbook-Regular.ttf font/ttf',
      'Label.otf font/otf',
    ]);
    for (const { characters } of fonts) {
      expect(characters).toBeGreaterThan(30);
      expect(characters).toBeLessThan(90); // all have 120 and more
    }
  });

  it('says once of each what it lacks', () => {
    expect(report.diagnostics.filter(({ code }) => code === 'TPL-013').map(({ message }) => message)).toEqual(
      [
        'The font "fonts/Fieldbook-Regular.ttf" has no bold: such words are set in the nearest face ' +
          'that it has.',
        'The font "fonts/Label.otf" has no italic and no bold: such words are set in the nearest face ' +
          'that it has.',
      ],
    );
    expect(report.diagnostics.filter(({ code }) => code === 'TYPE-001')).toEqual([]);
  });
});

describe('a book whose theme names a package of its own node_modules, and no face for code', () => {
  it('is set in it, code too', async () => {
    const theme =
      'name: Own\npage: { trim: A5, margins: { top: 20mm, bottom: 22mm, inside: 16mm, outside: 16mm } ' +
      '}\nfonts: { text: field-fonts }\n';
    const folder = bookOf(
      'package',
      {
        'book.yml': settings('name: lamp\ntheme: own'),
        'styles/own/theme.yml': theme,
        'node_modules/field-fonts/package.json': '{ "name": "field-fonts" }',
      },
      {
        'node_modules/field-fonts/dist/a.ttf': 'Fieldbook-Italic.ttf',
        'node_modules/field-fonts/dist/b.ttf': 'Fieldbook-Regular.ttf',
      },
    );
    await built(folder);
    expect(await pdfFonts(folder, 'print')).toEqual(['FieldbookSerif-Italic', 'FieldbookSerif-Regular']);
    expect(
      epubFonts(folder)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['a.ttf', 'b.ttf']);
  });
});
