// Images of a PDF that have more pixels than their places need.
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFDict } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { NO_CACHE, type Cache } from '../../../src/cache/cache.js';
import { decodePhotograph, encodeRaster } from '../../../src/images/jpeg/jpeg-codec.js';
import { jpegFacts } from '../../../src/images/jpeg/jpeg-header.js';
import type { SampledImage } from '../../../src/images/resample.js';
import { resamplingFor } from '../../../src/pdf/finish/image-resolution.js';
import type { PrinterProfile } from '../../../src/model/profile.js';
import { TO_GRAY } from '../../../src/pdf/colour/colour-conversion.js';
import { unpackStream } from '../../../src/pdf/objects/streams.js';
import { imageSizes } from '../../../src/pdf/resample/image-sizes.js';
import { resampleImages, type Resampling } from '../../../src/pdf/resample/resample-images.js';
import { lines, photograph, rings } from '../images/test-images.js';

const PRINT = { to: { photograph: 300, lineArt: 1200 }, jpeg: 'packed', memory: NO_CACHE } as const;

interface Placed {
  readonly doc: PDFDocument;
  add(
    image: SampledImage,
    more?: { readonly jpeg?: true; readonly opacity?: Uint8Array; readonly dict?: object },
  ): PDFRef;
  /** A page of 600 by 600 points. */
  page(content: string, resources: object): void;
  dict(ref: PDFRef): PDFDict;
  stream(ref: PDFRef): PDFRawStream;
}

async function document(): Promise<Placed> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  const { context } = doc;
  const stream = (ref: PDFRef): PDFRawStream => context.lookup(ref, PDFRawStream);
  return {
    doc,
    add: ({ width, height, samples, bytes }, { jpeg, opacity, dict = {} } = {}) => {
      const mask =
        opacity &&
        context.register(
          context.stream(deflateSync(opacity), {
            Type: 'XObject',
            Subtype: 'Image',
            Width: width,
            Height: height,
            ColorSpace: 'DeviceGray',
            BitsPerComponent: 8,
            Filter: 'FlateDecode',
          }),
        );
      const packed = jpeg
        ? encodeRaster({ width, height, samples, bytes })
        : new Uint8Array(deflateSync(bytes));
      return context.register(
        context.stream(packed, {
          Type: 'XObject',
          Subtype: 'Image',
          Width: width,
          Height: height,
          ColorSpace: samples === 3 ? 'DeviceRGB' : 'DeviceGray',
          BitsPerComponent: 8,
          Filter: jpeg ? 'DCTDecode' : 'FlateDecode',
          ...(mask ? { SMask: mask } : {}),
          ...dict,
        }),
      );
    },
    page: (content, resources) => {
      const page = doc.addPage([600, 600]);
      page.node.set(PDFName.of('Contents'), context.register(context.stream(content)));
      page.node.set(PDFName.of('Resources'), context.obj(resources as Parameters<typeof context.obj>[0]));
    },
    dict: (ref) => stream(ref).dict,
    stream,
  };
}

const number = (dict: PDFDict, key: string): number => Number(String(dict.get(PDFName.of(key))));
const size = (dict: PDFDict): readonly number[] => [number(dict, 'Width'), number(dict, 'Height')];
const resampled = async ({ doc }: Placed, more: Partial<Resampling> = {}) =>
  resampleImages(doc, { ...PRINT, sizes: imageSizes(doc), ...more });

describe('imageSizes', () => {
  it(
    'is the resolution of the largest place, wherever images are drawn: on pages, in forms, patterns ' +
      'and masks',
    async () => {
      const placed = await document();
      const { context } = placed.doc;
      const [twice, inForm, inPattern, inMask, nowhere] = Array.from({ length: 5 }, () =>
        placed.add(photograph(60, 30, 1)),
      );
      const form = context.register(
        context.stream('36 0 0 18 0 0 cm /A Do', {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 600, 600],
          Matrix: [2, 0, 0, 2, 0, 0],
          Resources: { XObject: { A: inForm } },
        }),
      );
      const pattern = context.register(
        context.stream('18 0 0 9 0 0 cm /A Do', {
          PatternType: 1,
          PaintType: 1,
          TilingType: 1,
          BBox: [0, 0, 18, 9],
          XStep: 18,
          YStep: 9,
          Matrix: [4, 0, 0, 4, 0, 0],
          Resources: { XObject: { A: inPattern } },
        }),
      );
      const mask = context.register(
        context.stream('0 36 -18 0 0 0 cm /A Do', {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 600, 600],
          Resources: { XObject: { A: inMask } },
        }),
      );
      placed.page(
        'q 72 0 0 36 0 0 cm /A Do Q q 144 0 0 72 100 100 cm /A Do Q q .5 0 0 .5 0 0 cm /F Do Q q 9 0 0 ' +
          '9 0 0 cm /Pattern cs /P scn 0 0 9 9 re f Q q 2 0 0 2 0 0 cm /G gs Q',
        {
          XObject: { A: twice, F: form },
          Pattern: { P: pattern },
          ExtGState: { G: { SMask: { S: 'Luminosity', G: mask } } },
        },
      );
      const sizes = imageSizes(placed.doc);
      expect([twice, inForm, inPattern, inMask, nowhere].map((ref) => sizes.get(ref?.tag ?? ''))).toEqual([
        30,
        120,
        60,
        60,
        undefined,
      ]);
    },
  );
});

describe('resampleImages', { timeout: 60_000 }, () => {
  it('packs a photograph as a JPEG again, with the colours that it had', async () => {
    const placed = await document();
    const original = photograph(450, 300, 3);
    const ref = placed.add(original, { jpeg: true, dict: { ColorTransform: 0 } });
    placed.page('36 0 0 24 0 0 cm /A Do', { XObject: { A: ref } }); // 900 ppi
    const before = placed.stream(ref).contents.length;
    const told = await resampled(placed);
    const { dict, contents } = placed.stream(ref);
    expect([
      size(dict),
      dict.get(PDFName.of('Filter')),
      dict.get(PDFName.of('ColorSpace')),
      dict.has(PDFName.of('ColorTransform')),
    ]).toEqual([[150, 100], PDFName.of('DCTDecode'), PDFName.of('DeviceRGB'), false]);
    expect(jpegFacts(contents)).toMatchObject({ width: 150, height: 100, components: 3 });
    expect(told).toEqual([{ kind: 'photograph', images: 1, ppi: 300, savedBytes: before - contents.length }]);
    const { rgb } = decodePhotograph(contents);
    const mean = (bytes: Uint8Array, sample: number): number =>
      bytes.filter((_, at) => at % 3 === sample).reduce((sum, one) => sum + one, 0) / (bytes.length / 3);
    for (const sample of [0, 1, 2])
      expect(Math.abs(mean(rgb, sample) - mean(original.bytes, sample))).toBeLessThan(2);
  });

  it('keeps a gray JPEG gray, also for colours that are converted', async () => {
    const placed = await document();
    const ref = placed.add(photograph(450, 300, 1), { jpeg: true });
    placed.page('36 0 0 24 0 0 cm /A Do', { XObject: { A: ref } });
    await resampled(placed, { jpeg: 'open' });
    expect(jpegFacts(placed.stream(ref).contents)).toMatchObject({ width: 150, height: 100, components: 1 });
  });

  it('packs without loss what was, and a JPEG whose colours are converted next', async () => {
    const placed = await document();
    const [flate, jpeg] = [
      placed.add(photograph(450, 300, 3)),
      placed.add(photograph(450, 300, 3), { jpeg: true }),
    ];
    placed.page('q 36 0 0 24 0 0 cm /A Do Q 36 0 0 24 0 0 cm /B Do', { XObject: { A: flate, B: jpeg } });
    const [told] = await resampled(placed, { jpeg: 'open' });
    for (const ref of [flate, jpeg]) {
      expect([size(placed.dict(ref)), placed.dict(ref).get(PDFName.of('Filter'))]).toEqual([
        [150, 100],
        PDFName.of('FlateDecode'),
      ]);
      expect(unpackStream(placed.stream(ref)).length).toBe(150 * 100 * 3);
    }
    expect(told).toMatchObject({ images: 2 });
    expect(told?.savedBytes).toBeGreaterThan(450 * 300);
  });

  it(
    'leaves what has less than half as much again as its place needs, and drawings up to their own ' +
      'resolution',
    async () => {
      const placed = await document();
      const [near, drawn, fine] = [
        placed.add(photograph(220, 150, 3)),
        placed.add(lines(850, 425)),
        placed.add({
          ...photograph(950, 475, 1),
          bytes: photograph(950, 475, 1).bytes.map((level, at) => (at % 950 < 900 ? 255 : level)),
        }),
      ];
      placed.page('q 36 0 0 24 0 0 cm /A Do Q q 36 0 0 18 0 0 cm /B Do Q 36 0 0 18 0 0 cm /C Do', {
        XObject: { A: near, B: drawn, C: fine },
      });
      expect(await resampled(placed)).toEqual([
        { kind: 'lineArt', images: 1, ppi: 1200, savedBytes: expect.any(Number) as number },
      ]);
      expect([near, drawn, fine].map((ref) => size(placed.dict(ref)))).toEqual([
        [220, 150],
        [850, 425],
        [600, 300],
      ]);
    },
  );

  it('leaves a drawing that would grow, since its edges become gray', async () => {
    const placed = await document();
    const ref = placed.add(rings(1100, 550));
    placed.page('36 0 0 18 0 0 cm /A Do', { XObject: { A: ref } });
    expect(await resampled(placed)).toEqual([]);
    expect(size(placed.dict(ref))).toEqual([1100, 550]);
  });

  it('gives a transparent image a mask of its size, and no rim of colours that nobody sees', async () => {
    const placed = await document();
    const isSeen = (at: number): boolean => at % 450 < 225;
    const colour = Uint8Array.from({ length: 450 * 300 * 3 }, (_, at) =>
      isSeen(Math.floor(at / 3)) ? 200 + ((at * 7919) % 13) : 0,
    );
    const opacity = Uint8Array.from({ length: 450 * 300 }, (_, at) => (isSeen(at) ? 255 : 0));
    const ref = placed.add({ width: 450, height: 300, samples: 3, bytes: colour }, { opacity });
    placed.page('36 0 0 24 0 0 cm /A Do', { XObject: { A: ref } });
    // An area of near colours would count as a drawing.
    expect(await resampled(placed, { to: { photograph: 300, lineArt: 300 } })).toMatchObject([{ images: 1 }]);
    const mask = placed.dict(ref).lookup(PDFName.of('SMask'), PDFRawStream);
    expect([size(placed.dict(ref)), size(mask.dict)]).toEqual([
      [150, 100],
      [150, 100],
    ]);
    const [pixels, seen] = [unpackStream(placed.stream(ref)), new Uint8Array(inflateSync(mask.contents))];
    const shown = [...seen.keys()].filter((at) => (seen[at] ?? 0) > 20);
    expect(shown.length).toBeGreaterThan(74 * 100);
    expect(Math.min(...shown.map((at) => pixels[at * 3] ?? 0))).toBeGreaterThan(185);
  });

  it('leaves images of other makes alone: with keys, tables, masks of another size', async () => {
    const placed = await document();
    const image = photograph(450, 300, 3);
    const refs = [
      placed.add(image, { dict: { Mask: [0, 0, 0, 0, 0, 0] } }),
      placed.add(image, { dict: { Decode: [1, 0, 1, 0, 1, 0] } }),
      placed.add(image, { dict: { ColorSpace: ['Separation', 'Gold', 'DeviceGray', 1] } }),
      placed.add({ ...image, height: 250 }, { opacity: new Uint8Array(450 * 300) }),
    ];
    const mask = placed.dict(refs[3] ?? PDFRef.of(1)).lookup(PDFName.of('SMask'), PDFRawStream);
    mask.dict.set(PDFName.of('Height'), placed.doc.context.obj(300));
    refs.forEach((ref) => {
      placed.page('36 0 0 24 0 0 cm /A Do', { XObject: { A: ref } });
    });
    expect(await resampled(placed)).toEqual([]);
  });

  it('does not do again what it did before, and makes the same of it', async () => {
    const shelf = new Map<string, Uint8Array>();
    const memory: Cache = {
      read: (key) => shelf.get(key),
      write: (key, bytes) => {
        shelf.set(key, bytes);
      },
    };
    const once = async () => {
      const placed = await document();
      const [plain, clear, drawn] = [
        placed.add(photograph(450, 300, 3), { jpeg: true }),
        placed.add(photograph(450, 300, 3), { opacity: photograph(450, 300, 1).bytes }),
        placed.add(lines(250, 125)),
      ];
      placed.page('q 36 0 0 24 0 0 cm /A Do Q q 36 0 0 24 0 0 cm /B Do Q 36 0 0 18 0 0 cm /C Do', {
        XObject: { A: plain, B: clear, C: drawn },
      });
      return { told: await resampled(placed, { memory }), bytes: await placed.doc.save() };
    };
    const first = await once();
    const kept = new Map(shelf);
    const second = await once();
    expect([...kept.keys()].map((key) => key.split('-')[0])).toEqual(['resampled', 'resampled', 'resampled']);
    expect([...shelf.keys()]).toEqual([...kept.keys()]);
    expect(second).toEqual(first);
  });
});

describe('resamplingFor', () => {
  const asked = (images: PrinterProfile['images']) =>
    resamplingFor({ profile: { images }, conversion: TO_GRAY }).to;

  it('is what the printer asks for, not fewer than usual, and not more than it takes', () => {
    expect(asked({ least: 150, good: 300 })).toEqual({ photograph: 300, lineArt: 1200 });
    expect(asked({ least: 100, good: 200 })).toEqual({ photograph: 300, lineArt: 1200 });
    expect(asked({ least: 150, good: 350 })).toEqual({ photograph: 350, lineArt: 1200 });
    expect(asked({ least: 150, good: 300, most: 600 })).toEqual({ photograph: 300, lineArt: 600 });
  });
});
