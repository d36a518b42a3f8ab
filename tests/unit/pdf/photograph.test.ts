// Photographs are packed as differences from the pixel on the left, and come back sample by sample.
import { PDFContext, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { packPhotograph } from '../../../src/press/pdf/colour/photograph.js';
import { unpack } from '../../../src/press/pdf/colour/streams.js';

/** Every step from 0 to 255 and back stands beside every other: differences below 0 and above 255 too. */
const WIDTH = 37;
const PIXELS = Uint8Array.from({ length: WIDTH * 4 * 29 }, (_, at) => (at * at * 31 + (at >> 3) * 97) % 256);

test('what is packed as a photograph is unpacked as it was', () => {
  const contents = packPhotograph({ bytes: PIXELS, width: WIDTH, samples: 4 });
  const dict = PDFContext.create().obj({ Filter: 'FlateDecode', DecodeParms: { Predictor: 11, Colors: 4, Columns: WIDTH }, Length: PDFNumber.of(contents.length) });
  expect(dict.lookup(PDFName.of('DecodeParms'))).toBeDefined();
  expect(Buffer.compare(Buffer.from(unpack(PDFRawStream.of(dict, contents))), Buffer.from(PIXELS))).toBe(0);
});
