// Pictures with a colour profile of their own come out as sRGB.
import { deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { decodeJpeg, encodeJpeg } from '../../../src/images/formats/jpeg-raster.js';
import { decodePng } from '../../../src/images/formats/png.js';
import { jpegProfile, pngProfile } from '../../../src/images/formats/icc-profiles.js';
import { fitCover, fitImage } from '../../../src/epub/fit-images.js';
import { grayProfile, inJpeg, inPng, rgbProfile } from './fixtures/profiles.js';

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const WHITE = [255, 255, 255];
/** Its red is sRGB's blue, and the other way round. */
const SWAPPED = rgbProfile(['blue', 'green', 'red']);
const SRGB = rgbProfile(['red', 'green', 'blue']);

describe('a PNG', () => {
  test('is converted from its profile, which goes', async () => {
    const { bytes } = await fitted('image/png', inPng(png(3, [...RED, ...BLUE, ...WHITE]), SWAPPED));
    expect([...decodePng(bytes).rgb]).toEqual([...BLUE, ...RED, ...WHITE]);
    expect(Buffer.from(bytes).includes('iCCP')).toBe(false);
  });

  test('comes out the same each time', async () => {
    const picture = inPng(png(3, [...RED, ...BLUE, 10, 20, 200]), SWAPPED);
    expect((await fitted('image/png', picture)).bytes).toEqual((await fitted('image/png', picture)).bytes);
  });

  test('is converted before it is laid on white', async () => {
    const { bytes } = await fitted(
      'image/png',
      inPng(png(4, [...RED, 255, ...BLUE, 0, ...RED, 51]), SWAPPED),
    );
    expect([...decodePng(bytes).rgb]).toEqual([...BLUE, ...WHITE, 204, 204, 255]);
  });

  test('with a palette is converted', async () => {
    const palette: [number, number, number][] = [
      [255, 0, 0],
      [0, 0, 255],
    ];
    const indexed = encode({
      width: 3,
      height: 1,
      channels: 1,
      depth: 8,
      data: Uint8Array.of(1, 0, 0),
      palette,
    });
    const { bytes } = await fitted('image/png', inPng(indexed, SWAPPED));
    expect([...decodePng(bytes).rgb]).toEqual([...RED, ...BLUE, ...BLUE]);
  });

  test('of grays is converted by a profile of grays', async () => {
    const { bytes } = await fitted('image/png', inPng(png(1, [0, 128, 255]), grayProfile(1)));
    const { rgb } = decodePng(bytes);
    expect([...rgb]).toEqual([0, 0, 0, 188, 188, 188, ...WHITE]); // half the light is 188 in sRGB
  });
});

describe('a JPEG', () => {
  const red = encodeJpeg({
    width: 8,
    height: 8,
    rgb: Uint8Array.from({ length: 192 }, (_, at) => RED[at % 3] ?? 0),
  });

  test.each([
    ['one segment', 1],
    ['several segments', 3],
  ])('is converted from its profile in %s, which goes', async (_, parts) => {
    const { bytes } = await fitted('image/jpeg', inJpeg(red, SWAPPED, parts));
    const [r = 0, g = 0, b = 0] = decodeJpeg(bytes).rgb;
    expect([r < 8, g < 8, b > 247]).toEqual([true, true, true]);
    expect(Buffer.from(bytes).includes('ICC_PROFILE')).toBe(false);
  });

  test('is converted as the cover too', async () => {
    const { value } = await fitCover({
      href: 'cover.jpg',
      mediaType: 'image/jpeg',
      bytes: inJpeg(red, SWAPPED, 1),
    });
    expect(decodeJpeg(value.bytes).rgb[2]).toBeGreaterThan(247);
  });

  test('whose segments are not all there has no profile', () => {
    const whole = inJpeg(red, SWAPPED, 3);
    const second = Buffer.from(whole).indexOf('ICC_PROFILE', Buffer.from(whole).indexOf('ICC_PROFILE') + 1);
    expect([...(jpegProfile(whole) ?? [])]).toEqual([...SWAPPED]);
    expect(jpegProfile(Buffer.concat([whole.subarray(0, second - 4), red.subarray(2)]))).toBeUndefined();
  });
});

describe('a picture stays byte for byte', () => {
  const pixels = png(3, [...RED, ...BLUE, 10, 20, 200]);
  const jpeg = encodeJpeg({ width: 8, height: 8, rgb: new Uint8Array(192).fill(90) });

  test.each([
    ['whose profile is sRGB', 'image/png', inPng(pixels, SRGB)],
    ['whose profile is sRGB, as a JPEG', 'image/jpeg', inJpeg(jpeg, SRGB, 2)],
    ['whose profile is cut off', 'image/png', inPng(pixels, SWAPPED.subarray(0, 200))],
    ['whose profile is cut off, as a JPEG', 'image/jpeg', inJpeg(jpeg, SWAPPED.subarray(0, 200), 1)],
    ['whose profile is noise', 'image/png', inPng(pixels, noise(SWAPPED))],
    [
      'whose profile does not unpack',
      'image/png',
      inPng(pixels, SWAPPED, (body) => deflateSync(body).subarray(0, 40)),
    ],
    ['of colours whose profile is of grays', 'image/png', inPng(pixels, grayProfile(1))],
    ['of grays whose profile is of colours', 'image/png', inPng(png(1, [0, 128, 255]), SWAPPED)],
  ])('%s', async (_, mediaType, bytes) => {
    expect((await fitted(mediaType, bytes)).bytes).toBe(bytes);
  });

  test('and one with a damaged profile is read', () => {
    const damaged = inPng(pixels, SWAPPED, (body) => deflateSync(body).subarray(0, 40));
    expect(pngProfile(damaged)).toBeUndefined();
    expect([...decodePng(damaged).rgb]).toEqual([...RED, ...BLUE, 10, 20, 200]);
  });
});

async function fitted(mediaType: string, bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array }> {
  const { value, diagnostics } = await fitImage({ href: 'a', mediaType, bytes });
  expect(diagnostics).toEqual([]);
  return value;
}

/** Three pixels in a row. */
function png(channels: 1 | 3 | 4, samples: readonly number[]): Uint8Array {
  return encode({ width: 3, height: 1, channels, depth: 8, data: Uint8Array.from(samples) });
}

/** The header of a profile, and nothing sensible behind it. */
function noise(profile: Uint8Array): Uint8Array {
  return profile.map((byte, at) => (at < 128 ? byte : (at * 37) & 255));
}
