// JPEGs in and out, and pages as pixels.
import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { decodePhotograph, encodePhotograph, TooManyPixels } from '../../../src/images/jpeg/jpeg-codec.js';
import { drawFirstPage } from '../../../src/images/page-images/pdfium-pixels.js';

/** Red on the left, blue on the right. */
const RGBA = Uint8Array.from(
  { length: 64 * 32 * 4 },
  (_, at) => [(at >> 2) % 64 < 32 ? 255 : 0, 0, (at >> 2) % 64 < 32 ? 0 : 255, 255][at % 4] ?? 0,
);
const PACKED = encodePhotograph({ width: 64, height: 32, rgba: RGBA });

describe('a photograph', () => {
  it('comes back as it was packed, within what JPEG rounds, at sharp edges too', () => {
    const { width, height, rgb: pixels } = decodePhotograph(PACKED);
    expect([width, height, pixels.length]).toEqual([64, 32, 64 * 32 * 3]);
    const off = pixels.map((level, at) => Math.abs(level - (RGBA[Math.floor(at / 3) * 4 + (at % 3)] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(12);
  });

  it('is packed to the same bytes each time', () => {
    expect(encodePhotograph({ width: 64, height: 32, rgba: RGBA })).toEqual(PACKED);
  });

  it('of another program is read as that program wrote it', () => {
    const { rgb: pixels } = decodePhotograph(
      new Uint8Array(jpeg.encode({ width: 64, height: 32, data: RGBA }, 95).data),
    );
    expect([...pixels.subarray(0, 3)].map((level) => Math.round(level / 64))).toEqual([4, 0, 0]);
  });

  it('with bytes left over behind its scan, as cameras write them, is read', () => {
    const end = PACKED.length - 2;
    expect(
      decodePhotograph(Uint8Array.of(...PACKED.subarray(0, end), 1, 2, 3, ...PACKED.subarray(end), 0, 0)),
    ).toEqual(decodePhotograph(PACKED));
  });

  it.each([
    ['its end is missing', PACKED.subarray(0, PACKED.length - 40), /^it is cut short$/],
    ['its scan is missing', PACKED.subarray(0, 200), /^it/],
    ['it is none', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /^it has no JPEG frame$/],
    [
      'a marker stands in its scan',
      PACKED.map((byte, at) =>
        at > PACKED.length - 60 && at < PACKED.length - 50 ? (at % 2 === 0 ? 0xff : 0xd9) : byte,
      ),
      /./,
    ],
  ])('is refused when %s, and the next one is read', (_, bytes, reason) => {
    expect(() => decodePhotograph(bytes)).toThrow(reason);
    expect(decodePhotograph(PACKED).width).toBe(64);
  });

  it('with more pixels than any camera makes is not unpacked', () => {
    const bomb = PACKED.slice();
    const frame = bomb.findIndex((byte, at) => byte === 0xff && bomb[at + 1] === 0xc0);
    new DataView(bomb.buffer).setUint16(frame + 5, 20_000);
    new DataView(bomb.buffer).setUint16(frame + 7, 20_000);
    expect(() => decodePhotograph(bomb)).toThrow(TooManyPixels);
  });
});

describe('a page as pixels', () => {
  it('has the width that was asked for and its own proportion, on white', async () => {
    const { width, height, rgba } = await drawFirstPage(await page(), 150);
    expect([width, height, rgba.length]).toEqual([150, 200, 150 * 200 * 4]);
    const at = (x: number, y: number): readonly number[] => [
      ...rgba.subarray((y * 150 + x) * 4, (y * 150 + x) * 4 + 4),
    ];
    expect([at(0, 0), at(75, 190), at(75, 10)]).toEqual([
      [255, 255, 255, 255],
      [255, 255, 255, 255],
      [255, 0, 0, 255],
    ]);
  });

  it('is the same another time', async () => {
    const bytes = await page();
    expect(await drawFirstPage(bytes, 150)).toEqual(await drawFirstPage(bytes, 150));
  });

  it('of no PDF is said not to be readable', async () => {
    await expect(drawFirstPage(new Uint8Array(20), 10)).rejects.toThrow('PDFium cannot read');
  });
});

async function page(): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.addPage([300, 400]).drawRectangle({ x: 100, y: 300, width: 100, height: 100, color: rgb(1, 0, 0) });
  return doc.save();
}
