// Pictures made fit for reading systems.
import { decode, encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { decodeJpeg, encodeJpeg } from '../../../src/images/formats/jpeg-raster.js';
import { decodePng, encodePng, pngFacts } from '../../../src/images/formats/png.js';
import { fitted, flattenRaster, shrink, upright, type Raster } from '../../../src/images/formats/raster.js';
import { fitCover, fitImage } from '../../../src/epub/fit-images.js';
import { jpegFacts } from '../../../src/images/jpeg/jpeg-header.js';
import { paint } from '../../epub/fixtures/composition.js';

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

describe('a raster', () => {
  test('is laid on white', () => {
    expect([...flattenRaster(3, 1, [0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 51]).rgb]).toEqual([
      255, 255, 255, 0, 0, 0, 255, 204, 204,
    ]);
  });

  test('shrinks to the mean of what each pixel covers', () => {
    expect([...shrink(raster(2, 2, [0, 100, 100, 200]), { width: 1, height: 1 }).rgb]).toEqual([
      100, 100, 100,
    ]);
    expect([...shrink(raster(3, 1, [0, 90, 180]), { width: 2, height: 1 }).rgb]).toEqual([
      30, 30, 30, 150, 150, 150,
    ]);
  });

  test('keeps its shape when it has too many pixels', () => {
    expect(fitted({ width: 6000, height: 3000 }, 5_600_000)).toEqual({ width: 3346, height: 1673 });
    expect(fitted({ width: 10, height: 10 }, 5_600_000)).toEqual({ width: 10, height: 10 });
  });

  test('is turned upright from each of the eight ways a camera may be held', () => {
    const seen = raster(2, 3, [1, 2, 3, 4, 5, 6]);
    const stored: Readonly<Record<number, Raster>> = {
      1: seen,
      2: raster(2, 3, [2, 1, 4, 3, 6, 5]),
      3: raster(2, 3, [6, 5, 4, 3, 2, 1]),
      4: raster(2, 3, [5, 6, 3, 4, 1, 2]),
      5: raster(3, 2, [1, 3, 5, 2, 4, 6]),
      6: raster(3, 2, [2, 4, 6, 1, 3, 5]),
      7: raster(3, 2, [6, 4, 2, 5, 3, 1]),
      8: raster(3, 2, [5, 3, 1, 6, 4, 2]),
    };
    for (const [orientation, one] of Object.entries(stored))
      expect([orientation, upright(one, Number(orientation))]).toEqual([orientation, seen]);
  });
});

describe('a PNG', () => {
  test.each([
    ['gray', { channels: 1, depth: 8, data: Uint8Array.of(0, 200) }, [0, 0, 0, 200, 200, 200]],
    [
      'gray with alpha',
      { channels: 2, depth: 8, data: Uint8Array.of(0, 0, 100, 255) },
      [255, 255, 255, 100, 100, 100],
    ],
    [
      'colour of 16 bits',
      { channels: 3, depth: 16, data: Uint16Array.of(65535, 0, 0, 0, 0, 65535) },
      [...RED, ...BLUE],
    ],
    [
      'colour with alpha',
      { channels: 4, depth: 8, data: Uint8Array.of(...RED, 255, ...BLUE, 0) },
      [...RED, 255, 255, 255],
    ],
    [
      'a palette',
      {
        channels: 1,
        depth: 8,
        data: Uint8Array.of(1, 0),
        palette: [RED, BLUE] as [number, number, number][],
      },
      [...BLUE, ...RED],
    ],
  ] as const)('of %s is read as RGB on white', (_, image, rgb) => {
    const { data, depth, channels, ...rest } = image;
    const bytes = encode({
      width: 2,
      height: 1,
      data,
      depth,
      channels,
      ...('palette' in rest ? { palette: [...rest.palette] } : {}),
    });
    expect([...decodePng(bytes).rgb]).toEqual(rgb);
  });

  test('says its size, and whether anything shines through', () => {
    expect(pngFacts(paint(7, 5, 4))).toEqual({
      width: 7,
      height: 5,
      transparent: true,
      animated: false,
      samples: 'rgb',
    });
    expect(pngFacts(paint(7, 5, 3))?.transparent).toBe(false);
    expect(pngFacts(new Uint8Array(50))).toBeUndefined();
  });

  test('written is read back', () => {
    const one = raster(2, 2, [1, 2, 3, 4]);
    expect(decodePng(encodePng(one))).toEqual(one);
  });
});

describe('a JPEG', () => {
  test('says its size and which way the camera was held', () => {
    const jpeg = encodeJpeg(
      raster(
        8,
        16,
        Array.from({ length: 128 }, () => 9),
      ),
    );
    expect(jpegFacts(jpeg)).toEqual({ width: 8, height: 16, components: 3, orientation: 1 });
    expect(jpegFacts(held(jpeg, 6))?.orientation).toBe(6);
    expect(jpegFacts(Uint8Array.of(0xff, 0xd8, 0, 0))).toBeUndefined();
  });

  test('held sideways is turned upright in its pixels', async () => {
    const { value } = await fitImage({
      href: 'a.jpg',
      mediaType: 'image/jpeg',
      bytes: held(
        encodeJpeg(
          raster(
            8,
            16,
            Array.from({ length: 128 }, () => 9),
          ),
        ),
        6,
      ),
    });
    expect(jpegFacts(value.bytes)).toEqual({ width: 16, height: 8, components: 3, orientation: 1 });
  });
});

describe('a picture', () => {
  test('that fits stays byte for byte', async () => {
    const bytes = paint(4, 4, 3);
    expect((await fitImage({ href: 'a.png', mediaType: 'image/png', bytes })).value.bytes).toBe(bytes);
  });

  test('too large is made smaller', async () => {
    const bytes = encodePng({ width: 3000, height: 2000, rgb: new Uint8Array(3000 * 2000 * 3).fill(120) });
    const { width, height } = decode(
      (await fitImage({ href: 'a.png', mediaType: 'image/png', bytes })).value.bytes,
    );
    expect([width, height]).toEqual([2898, 1932]);
  }, 30_000);

  test('that does not decode is named and carried as it is', async () => {
    const bytes = paint(4, 4, 4).slice(0, 60);
    const { value, diagnostics } = await fitImage({ href: 'a.png', mediaType: 'image/png', bytes });
    expect([value.bytes, diagnostics.map(({ code }) => code)]).toEqual([bytes, ['EPUB-102']]);
  });

  test('for the cover becomes a JPEG', async () => {
    const { value } = await fitCover({ href: 'cover.png', mediaType: 'image/png', bytes: paint(8, 8, 4) });
    expect([value.mediaType, decodeJpeg(value.bytes).width]).toEqual(['image/jpeg', 8]);
  });
});

/** A gray picture, one number a pixel. */
function raster(width: number, height: number, grays: readonly number[]): Raster {
  return { width, height, rgb: Uint8Array.from(grays.flatMap((gray) => [gray, gray, gray])) };
}

/** A JPEG with an Exif segment that says how the camera was held. */
function held(jpeg: Uint8Array, orientation: number): Uint8Array {
  const exif = [
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Uint8Array.from([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)]);
}

describe('a WebP', () => {
  test('is carried as it is, and said to be no picture for every reading system', async () => {
    const bytes = new TextEncoder().encode('RIFF....WEBPVP8 ');
    const { value, diagnostics } = await fitImage({
      href: 'images/moon.webp',
      mediaType: 'image/webp',
      bytes,
    });
    expect(value.bytes).toBe(bytes);
    expect(diagnostics).toMatchObject([
      { code: 'EPUB-103', severity: 'warning', at: { path: 'images/moon.webp' } },
    ]);
  });
});
