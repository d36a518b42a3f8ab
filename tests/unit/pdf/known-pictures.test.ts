import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Conversion } from '../../../src/pdf/colour/colour-conversion.js';
import { convertImage, convertPdfImage } from '../../../src/pdf/colour/convert-images.js';
import { inOneInk, openConversion } from '../../../src/pdf/colour/open-conversion.js';
import { unpackStream } from '../../../src/pdf/objects/streams.js';
import { convertPixels } from '../../../src/pdf/colour/convert-pixels.js';

async function pictureOf(pixels: readonly number[]) {
  const { context } = await PDFDocument.create({ updateMetadata: false });
  const image = context.flateStream(Uint8Array.from(pixels), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 2,
    Height: 1,
    ColorSpace: 'DeviceRGB',
    BitsPerComponent: 8,
  });
  return { context, image };
}

function counting() {
  const shelf = new Map<string, Uint8Array>();
  let made = 0;
  const of = (name: string): Conversion => ({
    space: 'DeviceCMYK',
    colour: () => [0, 0, 0, 1],
    pixels: (rgb) => {
      made += 1;
      return new Uint8Array((rgb.length / 3) * 4).fill(name.length);
    },
    known: {
      name,
      memory: {
        read: (key) => shelf.get(key),
        write: (key, bytes) => {
          shelf.set(key, bytes);
        },
      },
    },
  });
  return { of, made: () => made };
}

describe('a picture that was converted before', () => {
  it('is not converted again, and is the same', async () => {
    const conversions = counting();
    const { context, image } = await pictureOf([1, 2, 3, 4, 5, 6]);
    const first = await convertPdfImage(context, image, conversions.of('one'));
    const second = await convertPdfImage(context, image, conversions.of('one'));
    expect(conversions.made()).toBe(1);
    expect(second?.contents).toEqual(first?.contents);
    expect(String(second?.dict)).toBe(String(first?.dict));
  });

  it('is converted for another condition, and when a pixel is another', async () => {
    const conversions = counting();
    const { context, image } = await pictureOf([1, 2, 3, 4, 5, 6]);
    await convertPdfImage(context, image, conversions.of('one'));
    const other = await convertPdfImage(context, image, conversions.of('other'));
    expect(other && unpackStream(other)[0]).toBe(5);
    const changed = await pictureOf([1, 2, 3, 4, 5, 7]);
    await convertPdfImage(changed.context, changed.image, conversions.of('one'));
    expect(conversions.made()).toBe(3);
  });

  it('stays gray when it was all gray', async () => {
    const conversions = counting();
    const { context, image } = await pictureOf([9, 9, 9, 4, 4, 4]);
    const both = [
      await convertPdfImage(context, image, conversions.of('one')),
      await convertPdfImage(context, image, conversions.of('one')),
    ];
    for (const one of both) {
      expect(one).toBeInstanceOf(PDFRawStream);
      expect(String(one?.dict.get(PDFName.of('ColorSpace')))).toBe('/DeviceGray');
    }
    expect(both[1]?.contents).toEqual(both[0]?.contents);
  });
});

describe('a picture that a thread converts', () => {
  it('is what it is when it is converted here, and is asked for once', async () => {
    const pixels = [0, 120, 255, 40, 41, 40];
    const order = inOneInk(
      [
        { name: 'blue', display: '#0078bf' },
        { name: 'red', display: '#ff665e' },
      ],
      1,
    );
    const { context, image } = await pictureOf(pixels);
    const conversion = await openConversion(order);
    const thread = await convertImage(context, image, conversion);
    const here = convertPixels({ packing: 'plain', contents: Uint8Array.from(pixels), width: 2 }, conversion);
    expect(thread && { ...thread, bytes: [...thread.bytes] }).toEqual({ ...here, bytes: [...here.bytes] });
    expect(convertImage(context, image, conversion)).toBe(convertImage(context, image, conversion));
  });

  it('fails as itself when it is damaged', async () => {
    const { context } = await pictureOf([]);
    const image = PDFRawStream.of(
      context.obj({ Subtype: 'Image', Filter: 'DCTDecode', Width: 2, ColorSpace: 'DeviceRGB' }),
      Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
    );
    await expect(
      convertImage(context, image, await openConversion(inOneInk([{ name: 'blue', display: '#0078bf' }], 0))),
    ).rejects.toThrow('it has no JPEG frame');
  });
});
