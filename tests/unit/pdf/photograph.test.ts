// Photographs are packed as differences from the pixel on the left, and come back sample by sample.
import { PDFContext, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { packPhotograph } from '../../../src/pdf/objects/pack-photograph.js';
import { unpackStream } from '../../../src/pdf/objects/streams.js';
import { imageInk } from '../../../src/pdf/read/image-ink.js';

/** Every step from 0 to 255 and back stands beside every other: differences below 0 and above 255 too. */
const WIDTH = 37;
const PIXELS = Uint8Array.from({ length: WIDTH * 4 * 29 }, (_, at) => (at * at * 31 + (at >> 3) * 97) % 256);

test('what is packed as a photograph is unpacked as it was', () => {
  const contents = packPhotograph({ bytes: PIXELS, width: WIDTH, samples: 4 });
  const dict = PDFContext.create().obj({
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 11, Colors: 4, Columns: WIDTH },
    Length: PDFNumber.of(contents.length),
  });
  expect(dict.lookup(PDFName.of('DecodeParms'))).toBeDefined();
  expect(
    Buffer.compare(Buffer.from(unpackStream(PDFRawStream.of(dict, contents))), Buffer.from(PIXELS)),
  ).toBe(0);
});

test('its most ink is what its samples add up to, also upside down', () => {
  const sums = Array.from({ length: PIXELS.length / 4 }, (_, pixel) =>
    PIXELS.subarray(pixel * 4, pixel * 4 + 4).reduce((sum, one) => sum + one, 0),
  );
  const context = PDFContext.create();
  const photograph = {
    Filter: 'FlateDecode',
    ColorSpace: 'DeviceCMYK',
    BitsPerComponent: 8,
    DecodeParms: { Predictor: 11, Colors: 4, Columns: WIDTH },
  };
  const contents = packPhotograph({ bytes: PIXELS, width: WIDTH, samples: 4 });
  expect(imageInk(context, PDFRawStream.of(context.obj(photograph), contents))).toBeCloseTo(
    Math.max(...sums) / 2.55,
    9,
  );
  const inverted = context.obj({ ...photograph, Decode: [1, 0, 1, 0, 1, 0, 1, 0] });
  expect(imageInk(context, PDFRawStream.of(inverted, contents))).toBeCloseTo(
    (1020 - Math.min(...sums)) / 2.55,
    9,
  );
});
