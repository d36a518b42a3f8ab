import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { checkComposed } from '../../../src/check/conservation/composed-words.js';
import { drawCharacters } from '../../../src/edition/draw-characters.js';
import { fontRules } from '../../../src/edition/page-styles.js';
import { clustersIn, splitClusters } from '../../../src/edition/resources/clusters.js';
import { packagesFor } from '../../../src/fonts/fallback-fonts.js';
import { joinStyles } from '../../../src/epub/package-styles.js';
import { plainFont } from '../../../src/fonts/plain-font.js';
import type { Book } from '../../../src/model/book.js';
import type { Composition, FontFace, Part } from '../../../src/model/edition.js';
import { element, text, textOf } from '../../../src/model/flow.js';
import type { ThemeSettings } from '../../../src/model/theme.js';
import type { World } from '../../../src/model/world.js';
import { worldOf } from './worlds.js';

const require = createRequire(import.meta.url);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(path)));
const EXPO = '@expo-google-fonts';
const face = (family: string, style: 'normal' | 'italic', path: string): FontFace => ({
  family,
  style,
  weight: 400,
  href: `fonts/${path.split('/').at(-1) ?? ''}`,
  name: family,
  postscriptName: family,
  licence: 'OFL-1.1',
  subset: true,
});
const ALEGREYA = `${EXPO}/alegreya/400Regular/Alegreya_400Regular.ttf`;
const GARAMOND = `${EXPO}/eb-garamond/400Regular/EBGaramond_400Regular.ttf`;
const ITALIC = `${EXPO}/eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf`;
const MONO = `${EXPO}/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf`;
const fonts = [
  face('Text', 'normal', GARAMOND),
  face('Text', 'italic', ITALIC),
  face('Mono', 'normal', MONO),
];
const faces = {
  fonts,
  resources: [GARAMOND, ITALIC, MONO].map((path) => ({
    href: `fonts/${path.split('/').at(-1) ?? ''}`,
    mediaType: 'font/ttf',
    bytes: read(path),
  })),
  named: fonts,
};

const INSTALLED = ['noto-serif', 'noto-sans-symbols', 'noto-sans-symbols-2', 'noto-emoji', 'stix-two-math'];

function world(packages: readonly string[] = []): World {
  const all = [...INSTALLED, 'jetbrains-mono', ...packages].map((name) => `${EXPO}/${name}`);
  return {
    ...worldOf({}),
    plainFont,
    font: (name, file) => (all.includes(name) ? { bytes: read(`${name}/${file}`) } : { problem: 'missing' }),
    fontFiles: (name) =>
      !all.includes(name) ? undefined : name.endsWith('amiri') ? ['400Regular/Amiri_400Regular.ttf'] : [],
  };
}

const part = (words: string): Part =>
  ({
    id: 'one',
    kind: 'chapter',
    role: 'body',
    title: 'One',
    runningHead: '',
    start: 'next',
    folios: 'arabic',
    flow: [{ ...element('p', {}, [text(words)]), block: 'one.1' }],
  }) as Part;

function draw(
  words: string,
  over: { missing?: 'sign' | 'nothing' | 'itself'; packages?: readonly string[] } = {},
) {
  return drawCharacters(
    { parts: [part(words)], furniture: undefined, styles: [], words: [] },
    {
      config: {} as never,
      metadata: { title: 'Tide', language: 'en' } as never,
      world: world(over.packages),
      theme: { name: 'Own', folder: 'styles/own', from: 'book', fonts: [] } as unknown as ThemeSettings,
      faces,
      missing: over.missing ?? 'sign',
    },
  );
}

const who = (words: string, family = 'Text', style = 'normal'): readonly string[] =>
  draw(words)
    .fonts.filter((one) => one.family === family && one.style === style)
    .map(({ href, characters }) => `${href.replace(/^fonts\/|_400Regular|\.ttf$/g, '')} ${characters ?? ''}`);

describe('a character that a face lacks', () => {
  test('adds nothing to a book whose faces have all that they show', () => {
    expect(draw('A plain text, “quoted” – with a soft\u00ADhyphen and a\u00A0space.').fonts).toEqual([]);
  });

  test('is taken from the same family, another of the book, or what Foldmark brings', () => {
    expect(who('m² → Ж', 'Text', 'italic')).toContain('EBGaramond ²');
    expect(who('⌘')).toEqual(['STIXTwoMath ⌘']);
    expect(who('├──')).toEqual(['JetBrainsMono ─├']);
    expect(who('☃ 😀 ♞')).toEqual(['STIXTwoMath ☃♞', 'NotoEmoji 😀']);
    expect(who('Ѡ')).toEqual(['NotoSerif Ѡ']);
  });

  test('is drawn with its marks by one font, and a keycap by one that keeps the figure', () => {
    expect(who('👍🏽')).toEqual(['NotoEmoji 🏽👍']);
    expect(who('1\uFE0F\u20E3').join('')).not.toContain('Emoji');
  });

  test('comes from an installed package of its script, with no setting', () => {
    const { fonts: drawn } = draw('بحر', { packages: ['amiri'] });
    expect(drawn.map(({ href, characters }) => [href, characters])).toContainEqual([
      'fonts/Amiri_400Regular.ttf',
      'بحر',
    ]);
  });
});

describe('a character that no font has', () => {
  test('is a sign in print, which the comparison with the manuscript counts as the character', () => {
    const { parts } = draw('Words 日本 here.');
    expect(textOf(parts[0]?.flow ?? [])).toBe('Words \uFFFD\u200B\uFFFD\u200B here.');
    const book = { chapters: [{ id: 'one', flow: part('Words 日本 here.').flow, notes: [] }] };
    const compare = (composed: readonly Part[]) =>
      checkComposed({
        book: book as unknown as Book,
        composition: { parts: composed, edition: { medium: 'print' } } as unknown as Composition,
      }).map(({ code }) => code);
    expect(compare(parts)).toEqual([]);
    expect(compare([part('Words \uFFFD\uFFFD here.')])).toEqual(['LOSS-003']);
    expect(compare(draw('Words 日曜 here.').parts)).toEqual(['LOSS-003']);
  });

  test('is left out of a drawn cover, and left to the reading system in an EPUB', () => {
    expect(textOf(draw('潮 Tide', { missing: 'nothing' }).parts[0]?.flow ?? [])).toBe(' Tide');
    expect(textOf(draw('潮 Tide', { missing: 'itself' }).parts[0]?.flow ?? [])).toBe('潮 Tide');
  });
});

test('fallbacks come before the faces that they help, for their own characters alone', () => {
  const rules = fontRules([
    face('Text', 'normal', ALEGREYA),
    { ...face('Text', 'normal', MONO), characters: '←↑→😀' },
  ]).split('\n');
  expect(rules[0]).toContain('JetBrainsMono_400Regular.ttf"); unicode-range: U+2190-2192, U+1F600; }');
  expect(rules[1]).not.toContain('unicode-range');
});

test('an EPUB names them behind the families of the book', () => {
  const { fonts: drawn } = draw('Ѡ 😀', { missing: 'itself' });
  expect(drawn.map(({ family, characters }) => [family, characters])).toEqual([
    ['Other1', 'Ѡ'],
    ['Other2', '😀'],
  ]);
  const { css } = joinStyles({
    styles: [{ name: 'a.css', css: 'p { font: 400 9pt/1 Label, "Text", serif } q { font-family: Georgia }' }],
    names: new Map(),
    fonts: [],
    fallbacks: ['Other1', 'Other2'],
  });
  expect(css).toContain('Label,"Text",Other1,Other2,serif');
  expect(css).toContain('font-family:Georgia}');
});

test('clusters are characters with all that belongs to them', () => {
  expect(splitClusters('e\u0301👨‍👩‍👧🇫🇷x')).toEqual(['e\u0301', '👨‍👩‍👧', '🇫🇷', 'x']);
  expect([...clustersIn(['नि'])]).toEqual(['न', 'ि', 'नि']);
});

test('the language chooses among the fonts of Chinese signs', () => {
  const first = (sign: string, language: string) => packagesFor(sign, language)[0]?.replace(/.*noto-/, '');
  expect(['ja', 'zh-TW', 'zh', 'ko', 'en'].map((language) => first('海', language))).toEqual([
    'serif-jp',
    'serif-tc',
    'serif-sc',
    'serif-kr',
    'serif-jp',
  ]);
  expect(first('बा', 'en')).toBe('serif-devanagari');
});
