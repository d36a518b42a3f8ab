// Colours for print: what is rewritten in a content stream, and what becomes of each colour.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toCmyk } from '../../../src/pdf/colour/cmyk.js';
import { TO_GRAY, TO_RGB } from '../../../src/pdf/colour/colour-conversion.js';
import { coverageOf, overprint, toPlate, toProof } from '../../../src/pdf/colour/spot-inks.js';
import { operatorsOf } from '../../../src/pdf/objects/content-operators.js';
import { convertContent } from '../../../src/pdf/colour/convert-content.js';
import { rgbOf } from '../../../src/pdf/colour/rgb-colour.js';

const icc = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../styles/profiles/icc/${name}.icc`, import.meta.url)));
const INKS = [
  { name: 'black', display: '#000000' },
  { name: 'orange', display: '#ff5c39' },
];
const sum = (inks: readonly number[]): number => inks.reduce((all, one) => all + one, 0) * 100;

describe('a content stream', () => {
  test('is read operator by operator, strings and inline images whole', () => {
    const names = [
      ...operatorsOf(
        '/F1 9 Tf (a \\) 1 0 0 rg (b)) Tj % 0 g\n<</A 1>>/P BDC BI /W 1 ID \x00rg\x01 EI [(x) 3 <00>] TJ',
      ),
    ].map(({ name }) => name);
    expect(names).toEqual(['Tf', 'Tj', 'BDC', 'BI', 'ID', 'TJ']);
  });

  test('keeps every byte that sets no colour', () => {
    const before = 'q\n1 0 0 1 3 4 cm (0 0 1 rg) Tj\n0 0 1 rg\n5 5 m f Q';
    expect(convertContent(before, TO_GRAY)).toBe('q\n1 0 0 1 3 4 cm (0 0 1 rg) Tj\n0.2979 g\n5 5 m f Q');
  });

  test('loses the marks of the reading structure, and no text', () => {
    expect(convertContent('/Span<</ActualText (fi) >> BDC (\x01) Tj EMC', TO_RGB)).toBe(' (\x01) Tj ');
  });

  test("paints grays with black alone, also in the screen's colours", () => {
    expect(convertContent('0 0 0 rg 1 .3608 .2235 RG', TO_RGB)).toBe('0 g 1 0.3608 0.2235 RG');
  });
});

describe('four inks', () => {
  test('make grays of black alone, exactly', async () => {
    const { colour } = await toCmyk({ icc: icc('FOGRA39L-300'), inkLimit: 300 });
    expect(colour([0, 0, 0])).toEqual([0, 0, 0, 1]);
    expect(colour([0.5, 0.5, 0.5])).toEqual([0, 0, 0, 0.5]);
  });

  test('make colours through the ICC profile', async () => {
    const { colour } = await toCmyk({ icc: icc('FOGRA39L-300'), inkLimit: 300 });
    expect(colour(rgbOf('#ff5c39')).map((ink) => Math.round(ink * 100))).toEqual([0, 76, 81, 0]);
  });

  test.each([
    ['FOGRA39L-300', 300],
    ['TR006-240', 240],
    ['FOGRA39L-300', 150],
  ] as const)('through %s never take more than %i percent', async (profile, inkLimit) => {
    const { colour, pixels } = await toCmyk({ icc: icc(profile), inkLimit });
    const steps = [0, 51, 102, 153, 204, 255];
    const all = steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => [red, green, blue] as const)),
    );
    for (const [red, green, blue] of all)
      expect(sum(colour([red / 255, green / 255, blue / 255]))).toBeLessThanOrEqual(inkLimit);
    const painted = pixels(Uint8Array.from(all.flat()));
    for (let at = 0; at < painted.length; at += 4)
      expect(sum([...painted.subarray(at, at + 4)]) / 255).toBeLessThanOrEqual(inkLimit);
  });
});

describe('spot inks', () => {
  const cover = coverageOf(INKS);

  test('stand alone where a colour is their own', () => {
    expect(cover(rgbOf('#ff5c39'))).toEqual([0, 1]);
    expect(cover([0, 0, 0])).toEqual([1, 0]);
    expect(cover([1, 1, 1])).toEqual([0, 0]);
  });

  test('come near to a tint of one of them', () => {
    const [black = 1, orange = 0] = cover(rgbOf('#ff9d88'));
    expect(black).toBeLessThan(0.02);
    expect(orange).toBeCloseTo(0.6, 1);
  });

  test('look like the colour they were made from when they lie on one another', () => {
    const wanted = rgbOf('#80301d');
    const shown = overprint(
      INKS.map(({ display }) => rgbOf(display)),
      cover(wanted),
    );
    shown.forEach((value, channel) => {
      expect(Math.abs(value - (wanted[channel] ?? 0))).toBeLessThan(0.05);
    });
  });

  test('make a gray plate each, black where the ink is full', () => {
    expect(convertContent('1 .36078 .22353 rg', toPlate(INKS, 1))).toBe('0 g');
    expect(convertContent('1 .36078 .22353 rg', toPlate(INKS, 0))).toBe('1 g');
    expect([...toPlate(INKS, 1).pixels(Uint8Array.of(255, 255, 255, 0, 0, 0))]).toEqual([255, 255]);
  });

  test('are shown together in a proof', () => {
    expect(
      toProof(INKS)
        .colour(rgbOf('#ff5c39'))
        .map((value) => Math.round(value * 255)),
    ).toEqual([255, 92, 57]);
  });
});
