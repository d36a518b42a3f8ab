// Pictures in other colours; their transparency stays.
import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFContext,
  type PDFDict,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { convertInThread } from './pixel-worker.js';
import { name } from '../objects/pdf-name.js';
import type { Conversion } from './colour-conversion.js';
import { convertPixels, SAMPLES, type Converted, type PackedPixels } from './convert-pixels.js';
import { isRgb, spaceName } from '../objects/colour-spaces.js';
import { isInDifferences, streamOf, unpackStream } from '../objects/streams.js';

/**
 * The image converted; undefined when its colours are none of a screen's (gray pictures, masks). Tables of
 * colours are converted at once.
 */
export async function convertPdfImage(
  context: PDFContext,
  image: PDFRawStream,
  conversion: Conversion,
): Promise<PDFRawStream | undefined> {
  if (conversion.space === 'DeviceRGB' && isPlainRgb(conversion)) return undefined;
  if (spaceName(context, image.dict.get(name('ColorSpace'))) === 'Indexed')
    return repaintPalette(context, image, conversion);
  const made = await convertImage(context, image, conversion);
  // it is in the file now, and as large as there
  conversions.get(image.contents)?.delete(conversion.order?.name ?? '');
  if (made === undefined) return undefined;
  const dict = image.dict.clone(context);
  dict.set(name('ColorSpace'), name(made.space));
  dict.set(name('BitsPerComponent'), PDFNumber.of(8));
  for (const key of ['ColorTransform', 'Decode']) dict.delete(name(key));
  const packed = streamOf(dict, made.bytes);
  if (made.isPhotograph)
    dict.set(
      name('DecodeParms'),
      context.obj({ Predictor: 11, Colors: SAMPLES[made.space], Columns: widthOf(image) }),
    );
  return packed;
}

/**
 * The pixels converted; undefined where there are none of a screen's colours. Once for the same array of
 * contents and the same conversion, until it is taken: whoever asks early has it done beside what else is
 * done.
 */
export function convertImage(
  context: PDFContext,
  image: PDFRawStream,
  conversion: Conversion,
): Promise<Converted | undefined> {
  if (
    !isRgb(spaceName(context, image.dict.get(name('ColorSpace')))) ||
    (conversion.space === 'DeviceRGB' && isPlainRgb(conversion))
  )
    return Promise.resolve(undefined);
  const { order } = conversion;
  if (order === undefined)
    return recalled(image, conversion, async (picture) =>
      Promise.resolve(convertPixels(picture, conversion)),
    );
  const asked = conversions.get(image.contents) ?? new Map<string, Promise<Converted | undefined>>();
  conversions.set(image.contents, asked);
  const making =
    asked.get(order.name) ?? recalled(image, conversion, (picture) => convertInThread(picture, order));
  asked.set(order.name, making);
  making.catch(() => undefined); // whoever asks for it hears of it
  return making;
}

const conversions = new WeakMap<Uint8Array, Map<string, Promise<Converted | undefined>>>();

function widthOf({ dict }: PDFRawStream): number {
  const width = dict.lookup(name('Width'));
  return width instanceof PDFNumber ? width.asNumber() : 1;
}

/**
 * What the same picture became before: decoding, converting and packing one takes as long as laying out its
 * page.
 */
async function recalled(
  image: PDFRawStream,
  { known, space }: Conversion,
  make: (picture: PackedPixels) => Promise<Converted>,
): Promise<Converted | undefined> {
  const key = known && keyOf(image, known.name);
  const found = key === undefined ? undefined : known?.memory.read(key);
  if (found !== undefined) return unpackKnown(found, space);
  const picture = pixelsOf(image);
  if (picture === undefined) return undefined;
  const made = await make(picture);
  if (key !== undefined)
    known?.memory.write(
      key,
      Buffer.concat([
        Uint8Array.of((made.space === 'DeviceGray' ? GRAY : 0) + (made.isPhotograph ? PHOTOGRAPH : 0)),
        made.bytes,
      ]),
    );
  return made;
}

function keyOf({ dict, contents }: PDFRawStream, conversion: string): string {
  const packing = ['Filter', 'DecodeParms', 'BitsPerComponent', 'Width'].map((key) =>
    String(dict.lookup(name(key))),
  );
  return `colours-${createHash('sha256')
    .update(`picture, packed by ${PACKER} ${conversion} ${packing.join(' ')} `)
    .update(contents)
    .digest('hex')}`;
}

function unpackKnown(found: Uint8Array, space: Conversion['space']): Converted {
  const [traits = 0] = found;
  return {
    space: (traits & GRAY) > 0 ? 'DeviceGray' : space,
    isPhotograph: (traits & PHOTOGRAPH) > 0,
    bytes: new Uint8Array(found.buffer, found.byteOffset + 1, found.length - 1),
  };
}

/** To be raised with every change in how pixels are packed. */
const PACKER = 3;

/** In the first byte of a remembered picture: it needs no colour; it is written in differences. */
const GRAY = 1;
const PHOTOGRAPH = 2;

/** Three bytes a pixel; undefined where it has not eight bits a sample. */
function pixelsOf(image: PDFRawStream): PackedPixels | undefined {
  const { dict, contents } = image;
  const width = widthOf(image);
  if (filterOf(dict) === 'DCTDecode') return { packing: 'jpeg', contents, width };
  const bits = dict.lookup(name('BitsPerComponent'));
  if (!(bits instanceof PDFNumber && bits.asNumber() === 8)) return undefined;
  if (filterOf(dict) === 'FlateDecode' && !dict.has(name('DecodeParms')))
    return { packing: 'deflated', contents, width };
  if (isInDifferences(image)) return { packing: 'differences', contents, width };
  return { packing: 'plain', contents: unpackStream(image), width };
}

export function filterOf(dict: PDFDict): string {
  const filter = dict.lookup(name('Filter'));
  const one = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return one instanceof PDFName ? one.decodeText() : '';
}

/** `[/Indexed base highest colours]` with its colours converted. */
function repaintPalette(
  context: PDFContext,
  image: PDFRawStream,
  conversion: Conversion,
): PDFRawStream | undefined {
  const space = context.lookup(image.dict.get(name('ColorSpace')));
  if (!(space instanceof PDFArray) || !isRgb(spaceName(context, space.get(1)))) return undefined;
  const colours = paletteBytes(space.lookup(3));
  if (colours === undefined) return undefined;
  const whole = colours.subarray(0, colours.length - (colours.length % 3));
  const table = context.register(context.flateStream(conversion.pixels(whole)));
  const dict = image.dict.clone(context);
  dict.set(
    name('ColorSpace'),
    context.obj([name('Indexed'), name(conversion.space), space.lookup(2) ?? PDFNumber.of(255), table]),
  );
  return PDFRawStream.of(dict, image.contents);
}

function paletteBytes(table: PDFObject | undefined): Uint8Array | undefined {
  if (table instanceof PDFRawStream) return unpackStream(table);
  return table instanceof PDFString || table instanceof PDFHexString ? table.asBytes() : undefined;
}

/** Whether colours stay as they are. */
export function isPlainRgb({ pixels }: Pick<Conversion, 'pixels'>): boolean {
  const probe = Uint8Array.of(1, 2, 3);
  return pixels(probe) === probe;
}
