import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Conversion } from '../../../src/press/pdf/colour/conversion.js';
import { repaintImage } from '../../../src/press/pdf/colour/images.js';
import { unpack } from '../../../src/press/pdf/colour/streams.js';

async function pictureOf(pixels: readonly number[]) {
  const { context } = await PDFDocument.create({ updateMetadata: false });
  const image = context.flateStream(Uint8Array.from(pixels), { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, ColorSpace: 'DeviceRGB', BitsPerComponent: 8 });
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
    known: { name, memory: { read: (key) => shelf.get(key), write: (key, bytes) => { shelf.set(key, bytes); } } },
  });
  return { of, made: () => made };
}

describe('a picture that was converted before', () => {
  it('is not converted again, and is the same', async () => {
    const conversions = counting();
    const { context, image } = await pictureOf([1, 2, 3, 4, 5, 6]);
    const [first, second] = [1, 2].map(() => repaintImage(context, image, conversions.of('one')));
    expect(conversions.made()).toBe(1);
    expect(second?.contents).toEqual(first?.contents);
    expect(String(second?.dict)).toBe(String(first?.dict));
  });

  it('is converted for another condition, and when a pixel is another', async () => {
    const conversions = counting();
    const { context, image } = await pictureOf([1, 2, 3, 4, 5, 6]);
    repaintImage(context, image, conversions.of('one'));
    const other = repaintImage(context, image, conversions.of('other'));
    expect(other && unpack(other)[0]).toBe(5);
    const changed = await pictureOf([1, 2, 3, 4, 5, 7]);
    repaintImage(changed.context, changed.image, conversions.of('one'));
    expect(conversions.made()).toBe(3);
  });

  it('stays gray when it was all gray', async () => {
    const conversions = counting();
    const { context, image } = await pictureOf([9, 9, 9, 4, 4, 4]);
    const both = [1, 2].map(() => repaintImage(context, image, conversions.of('one')));
    for (const one of both) {
      expect(one).toBeInstanceOf(PDFRawStream);
      expect(String(one?.dict.get(PDFName.of('ColorSpace')))).toBe('/DeviceGray');
    }
    expect(both[1]?.contents).toEqual(both[0]?.contents);
  });
});
