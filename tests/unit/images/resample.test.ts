import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isLineArt } from '../../../src/images/line-art.js';
import { resample, type SampledImage } from '../../../src/images/resample.js';
import { lines, photograph } from './test-images.js';

const plain = (width: number, height: number, colour: readonly number[]): SampledImage => ({
  width,
  height,
  samples: colour.length,
  bytes: Uint8Array.from(
    { length: width * height * colour.length },
    (_, at) => colour[at % colour.length] ?? 0,
  ),
});

describe('resample', () => {
  test('leaves a plain area as it is, at its edges too', () => {
    for (const [width, height] of [
      [1, 1],
      [7, 3],
      [33, 21],
      [99, 64],
    ] as const) {
      const { bytes } = resample(plain(100, 64, [17, 0, 255]), { width, height });
      expect([...bytes]).toEqual([...plain(width, height, [17, 0, 255]).bytes]);
    }
  });

  test('keeps a slope a slope, and the mean of all pixels', () => {
    const slope: SampledImage = {
      width: 256,
      height: 8,
      samples: 1,
      bytes: Uint8Array.from({ length: 256 * 8 }, (_, at) => at % 256),
    };
    const { bytes } = resample(slope, { width: 64, height: 2 });
    const middle = [...bytes.subarray(4, 60)];
    expect(middle.every((level, at) => Math.abs(level - ((at + 4) * 4 + 1.5)) <= 1)).toBe(true);
    const mean = (values: Uint8Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(Math.abs(mean(bytes) - mean(slope.bytes))).toBeLessThan(1);
  });

  test('takes detail away that the new pixels cannot show, instead of letting it through as stripes', () => {
    const stripes: SampledImage = {
      width: 400,
      height: 4,
      samples: 1,
      bytes: Uint8Array.from({ length: 1600 }, (_, at) => (at % 2) * 255),
    };
    expect(
      [...resample(stripes, { width: 90, height: 1 }).bytes]
        .slice(3, -3)
        .every((level) => Math.abs(level - 127) <= 2),
    ).toBe(true);
  });

  test('keeps an edge where it is, and as sharp as the pixels are', () => {
    const edge: SampledImage = {
      width: 300,
      height: 3,
      samples: 1,
      bytes: Uint8Array.from({ length: 900 }, (_, at) => (at % 300 < 150 ? 0 : 255)),
    };
    const row = [...resample(edge, { width: 100, height: 1 }).bytes];
    expect([row[49], row[50]].map((level) => (level ?? 0) > 127)).toEqual([false, true]);
    expect([(row[48] ?? 0) < 30, (row[51] ?? 0) > 225]).toEqual([true, true]);
  });

  test('makes the same bytes on every machine', () => {
    const { bytes } = resample(photograph(500, 300, 3), { width: 201, height: 121 });
    expect(createHash('sha256').update(bytes).digest('hex')).toMatchInlineSnapshot(
      `"f48badc1170382789c3909705018f1b705b4c699f8b0c35f07a5216cbeddd3f2"`,
    );
  });
});

test('a drawing in a few colours is line art, a photograph in colour or gray is not', () => {
  expect([lines(400, 300), plain(10, 10, [1, 2, 3])].map(isLineArt)).toEqual([true, true]);
  expect([photograph(400, 300, 3), photograph(400, 300, 1)].map(isLineArt)).toEqual([false, false]);
});
