import { expect, test } from 'vitest';
import { checkGlyphs } from '../../../src/check/glyphs/missing-glyphs.js';
import { element, text, type ElementNode } from '../../../src/model/flow.js';
import type { Composition } from '../../../src/model/edition.js';

const at = { path: '01.md', line: 7 };
const sign = (replaces: string): ElementNode => ({ ...element('span', {}, [text('\uFFFD')]), replaces });
const check = (children: readonly ElementNode[], place: Partial<ElementNode> = { block: 'one.1', at }) =>
  checkGlyphs({
    metadata: { language: 'en' },
    parts: [{ id: 'one', flow: [{ ...element('p', {}, children), ...place }] }],
  } as unknown as Composition);

test('what print shows a sign for is named with its line and count, and the package that has it', () => {
  expect(check([sign('日'), sign('本'), sign('日')])).toEqual([
    {
      code: 'GLYPH-001',
      severity: 'warning',
      message: 'No font has 日 (U+65E5), 本 (U+672C): 3 characters are printed as \uFFFD.',
      at,
      hint:
        'Run "npm install @expo-google-fonts/noto-serif-jp" in the book\'s folder: Foldmark then finds ' +
        'the font by itself.',
    },
  ]);
});

test('a sign of no script is named with the setting for fonts', () => {
  const [found] = check([sign('\u{1FBCB}')]);
  expect(found?.message).toContain('(U+1FBCB): it is printed as');
  expect(found?.hint).toContain('fonts: { fallback: fonts/Name-Regular.ttf }');
});

test('what a template writes is named without a line, and a text in which all is drawn not at all', () => {
  expect(check([sign('ก')], {}).map(({ at: place }) => place)).toEqual([undefined]);
  expect(check([])).toEqual([]);
});
