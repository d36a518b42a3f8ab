import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFaces } from '../../../src/edition/resources/theme-fonts.js';
import type { FontChoices, ThemeFont, ThemeSettings } from '../../../src/model/theme.js';
import type { World } from '../../../src/model/world.js';
import { plainFont } from '../../../src/fonts/plain-font.js';
import { worldOf } from './worlds.js';

const font = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fonts/${name}`, import.meta.url)));
const at = { path: 'book.yml', line: 3 };
const row = (family: string, file: string, over: Partial<ThemeFont> = {}): ThemeFont => ({
  family,
  style: 'normal',
  weight: 400,
  package: 'house',
  file,
  at: { path: 'styles/own/theme.yml', line: 4 },
  ...over,
});

const THEME: ThemeSettings = {
  name: 'Own',
  folder: 'styles/own',
  from: 'book',
  chapterStart: 'next',
  starts: {},
  variables: {},
  page: { trim: { width: 148, height: 210 }, margins: { top: 20, bottom: 20, inside: 20, outside: 20 } },
  fonts: [
    row('Text', 'House.ttf', { name: 'House' }),
    row('Label', 'House.ttf', { name: 'House' }),
    row('Mono', 'Code.ttf', { name: 'Code' }),
  ],
};

const HOUSE = { 'House.ttf': font('Fieldbook-Regular.ttf'), 'Code.ttf': font('Fieldbook-Italic.ttf') };

function world(
  book: Readonly<Record<string, Uint8Array>>,
  packages: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>> = {},
): World {
  const all: typeof packages = { house: HOUSE, ...packages };
  return {
    ...worldOf(book),
    plainFont,
    font: (name, file) => {
      const bytes = all[name]?.[file];
      return bytes ? { bytes } : { problem: 'missing' };
    },
    fontFiles: (name) => all[name] && Object.keys(all[name]),
  };
}

const BOOK = {
  'fonts/Fieldbook-Regular.ttf': font('Fieldbook-Regular.ttf'),
  'fonts/Fieldbook-Italic.ttf': font('Fieldbook-Italic.ttf'),
  'fonts/Other.otf': font('Postscript-Regular.otf'),
};

function faces(
  chosen: FontChoices,
  {
    theme = THEME,
    from = world(BOOK),
    outlines = 'any' as const,
  }: { theme?: ThemeSettings; from?: World; outlines?: 'any' | 'truetype' } = {},
) {
  const { value, diagnostics } = readFaces({ world: from, theme, chosen, outlines });
  return {
    told: diagnostics.map(({ code, message }) => `${code} ${message}`),
    shown: value.fonts.map(({ family, style, weight, href }) => `${family} ${weight} ${style} ${href}`),
    fonts: value.fonts,
    resources: value.resources,
  };
}

describe('a font file of the book', () => {
  test("brings its family along, and the label that was the text's own face", () => {
    const { shown, told, fonts } = faces({ text: { at, only: 'fonts/Fieldbook-Regular.ttf' } });
    const four = (family: string) => [
      `${family} 400 normal fonts/Fieldbook-Regular.ttf`,
      `${family} 400 italic fonts/Fieldbook-Italic.ttf`,
      `${family} 700 normal fonts/Fieldbook-Regular.ttf`,
      `${family} 700 italic fonts/Fieldbook-Italic.ttf`,
    ];
    expect(shown).toEqual(['Mono 400 normal fonts/Code.ttf', ...four('Text'), ...four('Label')]);
    expect(told).toEqual([
      'TPL-013 The font "fonts/Fieldbook-Regular.ttf" has no bold: such words are set in the nearest ' +
        'face that it has.',
    ]);
    expect(fonts.find(({ family }) => family === 'Text')).toMatchObject({
      name: 'Fieldbook Serif',
      postscriptName: 'FieldbookSerif-Regular',
      licence: 'OFL-1.1',
      subset: true,
    });
  });

  test('leaves a label of another face as it is', () => {
    const theme = { ...THEME, fonts: [row('Text', 'House.ttf'), row('Label', 'Code.ttf')] };
    expect(
      faces({ text: { at, only: 'fonts/Fieldbook-Regular.ttf' } }, { theme }).shown.filter((one) =>
        one.startsWith('Label'),
      ),
    ).toEqual(['Label 400 normal fonts/Code.ttf']);
  });

  test('of PostScript outlines is TrueType where a PDF is made of it', () => {
    const chosen = { mono: { at, only: 'fonts/Other.otf' } };
    expect(faces(chosen).shown).toContain('Mono 400 normal fonts/Other.otf');
    const print = faces(chosen, { outlines: 'truetype' });
    expect(print.shown).toContain('Mono 400 normal fonts/Other.ttf');
    expect(print.resources.find(({ href }) => href === 'fonts/Other.ttf')?.mediaType).toBe('font/ttf');
  });

  test('that varies is fixed at two weights', { timeout: 60_000 }, () => {
    const from = world({ 'fonts/Varying[wght].ttf': font('Varying[wght].ttf') });
    const { shown, told } = faces({ text: { at, only: 'fonts/Varying[wght].ttf' } }, { from });
    expect(shown).toContain('Text 400 normal fonts/Varying-wght-wght400.ttf');
    expect(shown).toContain('Text 700 normal fonts/Varying-wght-wght700.ttf');
    expect(told).toEqual([
      'TPL-013 The font "fonts/Varying[wght].ttf" has no italic: such words are set in the nearest ' +
        'face that it has.',
    ]);
  });

  test('named face by face is looked for nowhere else', () => {
    const { told, shown } = faces({
      text: { at, places: {}, files: { regular: 'fonts/Fieldbook-Regular.ttf' } },
    });
    expect(shown).toContain('Text 400 italic fonts/Fieldbook-Regular.ttf');
    expect(told).toEqual([
      'TPL-013 The font "fonts/Fieldbook-Regular.ttf" has no italic and no bold: such words are set ' +
        'in the nearest face that it has.',
    ]);
  });

  test("that cannot be used is told once, and the theme's face stands", () => {
    const { told, shown } = faces({ text: { at, only: 'fonts/Fieldbok-Regular.ttf' } });
    expect(told).toEqual(['TPL-009 There is no font "fonts/Fieldbok-Regular.ttf" in the book\'s folder.']);
    expect(shown).toContain('Text 400 normal fonts/House.ttf');
  });
});

describe('a font package', () => {
  const shelf = {
    'x/Bold.otf': font('Postscript-Regular.otf'),
    'a/Fieldbook-Italic.ttf': font('Fieldbook-Italic.ttf'),
    'b/Fieldbook-Regular.ttf': font('Fieldbook-Regular.ttf'),
  };

  test('gives the family that most of its files are of', () => {
    const { shown } = faces({ text: { at, package: 'field' } }, { from: world({}, { field: shelf }) });
    expect(shown).toContain('Text 400 normal fonts/Fieldbook-Regular.ttf');
    expect(shown).toContain('Text 400 italic fonts/Fieldbook-Italic.ttf');
  });

  test('that is not there, or has no fonts, is told', () => {
    expect(faces({ text: { at, package: 'none' } }).told).toEqual([
      'TPL-009 The font package none is not installed.',
    ]);
    expect(
      faces(
        { text: { at, package: 'empty' } },
        { from: world({}, { empty: { 'package.json': new Uint8Array() } }) },
      ).told,
    ).toEqual(['TPL-009 The font package empty holds no font that can be used.']);
  });
});

describe('a theme', () => {
  test("without a label and a face for code sets both in the text's", () => {
    expect(faces({}, { theme: { ...THEME, fonts: [row('Text', 'House.ttf')] } }).shown).toEqual([
      'Text 400 normal fonts/House.ttf',
      'Label 400 normal fonts/House.ttf',
      'Mono 400 normal fonts/House.ttf',
    ]);
  });

  test('may name its faces by their roles, from its own folder', () => {
    const theme: ThemeSettings = {
      ...THEME,
      fonts: [],
      chosen: { text: { at, only: 'Fieldbook-Regular.ttf' } },
    };
    const from = world({ 'styles/own/Fieldbook-Regular.ttf': font('Fieldbook-Regular.ttf') });
    expect(faces({}, { theme, from }).shown.filter((one) => one.startsWith('Text'))).toContain(
      'Text 400 normal fonts/Fieldbook-Regular.ttf',
    );
  });

  test('keeps its name for a font, and one file is one resource', () => {
    const { fonts, resources } = faces({});
    expect(fonts.map(({ name }) => name)).toEqual(['House', 'House', 'Code']);
    expect(resources.map(({ href }) => href)).toEqual(['fonts/House.ttf', 'fonts/Code.ttf']);
  });
});
