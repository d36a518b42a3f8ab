import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { checkGlyphs } from '../../../src/check/glyphs/missing-glyphs.js';
import type { Composition } from '../../../src/model/edition.js';

const bytes = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/alegreya/400Regular/Alegreya_400Regular.ttf'),
);
const composition = {
  edition: { medium: 'print' },
  parts: [],
  fonts: [{ href: 'fonts/a.ttf' }],
  resources: [{ href: 'fonts/a.ttf', mediaType: 'font/ttf', bytes }],
} as unknown as Composition;
const at = { path: '01.md', line: 7 };
const check = (text: string) =>
  checkGlyphs({
    composition,
    blocks: [{ pieces: [text], place: 'main', part: 'one', block: 'one.1' }],
    places: new Map([['one.1', at]]),
  });

test('accents, typographic marks, spaces and soft hyphens are drawn', () => {
  expect(check('Ça, “ﬁn” – e\u0301tait\u202F: soft\u00ADhyphen, non\u2011breaking\u00A0…\n\t')).toEqual([]);
});

test('what no font has is named once each, with its line', () => {
  expect(check('日本 and 日 and 😀')).toEqual([
    {
      code: 'GLYPH-001',
      severity: 'error',
      message: 'No font of this book has 日 (U+65E5), 本 (U+672C), 😀 (U+1F600).',
      at,
      hint:
        'Write it otherwise, or name a font that has it: "fonts: { text: fonts/Name-Regular.ttf }" in ' +
        'book.yml.',
    },
  ]);
});

test('an EPUB may leave it to the fonts of the reading system', () => {
  const [found] = checkGlyphs({
    composition: { ...composition, edition: { medium: 'ebook' } } as Composition,
    blocks: [{ pieces: ['日'], place: 'main', part: 'one' }],
    places: new Map(),
  });
  expect(found?.hint).toContain('epub: { fonts: none }');
});

test('a book that leaves fonts to the reading system is not judged', () => {
  expect(
    checkGlyphs({
      composition: { ...composition, fonts: [] },
      blocks: [{ pieces: ['日'], place: 'main', part: 'one' }],
      places: new Map(),
    }),
  ).toEqual([]);
});
