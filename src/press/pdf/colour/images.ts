// Pictures in other colours; their transparency stays.
import { createHash } from 'node:crypto';
import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString, type PDFContext, type PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { decodePhotograph } from '../../photographs/codec.js';
import { TO_GRAY, type Conversion } from './conversion.js';
import { packPhotograph } from './photograph.js';
import { isRgb, spaceName } from './spaces.js';
import { deflated, streamOf, unpack } from './streams.js';

const name = PDFName.of.bind(PDFName);

/** The image converted; undefined when its colours are none of a screen's (gray pictures, masks). */
export function repaintImage(context: PDFContext, image: PDFRawStream, conversion: Conversion): PDFRawStream | undefined {
  if (conversion.space === 'DeviceRGB' && isPlainRgb(conversion)) return undefined;
  const space = spaceName(context, image.dict.get(name('ColorSpace')));
  if (space === 'Indexed') return repaintPalette(context, image, conversion);
  if (!isRgb(space)) return undefined;
  const made = recalled(image, conversion, () => converted(image, conversion));
  if (made === undefined) return undefined;
  const dict = image.dict.clone(context);
  dict.set(name('ColorSpace'), name(made.space));
  dict.set(name('BitsPerComponent'), PDFNumber.of(8));
  for (const key of ['ColorTransform', 'Decode']) dict.delete(name(key));
  const packed = streamOf(dict, made.bytes);
  if (made.isPhotograph) dict.set(name('DecodeParms'), context.obj({ Predictor: 11, Colors: SAMPLES[made.space], Columns: widthOf(image) }));
  return packed;
}

const SAMPLES: Readonly<Record<Conversion['space'], number>> = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 };

/** Pixels in their new colours, deflated; those of photographs as differences. */
interface Converted {
  readonly space: Conversion['space'];
  readonly isPhotograph: boolean;
  readonly bytes: Uint8Array;
}

function converted(image: PDFRawStream, conversion: Conversion): Converted | undefined {
  const pixels = pixelsOf(image);
  if (pixels === undefined) return undefined;
  // A picture that is all gray needs one ink only.
  const inGray = conversion.space === 'DeviceCMYK' && isGray(pixels);
  const space = inGray ? 'DeviceGray' : conversion.space;
  const bytes = (inGray ? TO_GRAY : conversion).pixels(pixels);
  const isPhotograph = filterOf(image.dict) === 'DCTDecode';
  return { space, isPhotograph, bytes: isPhotograph ? packPhotograph({ bytes, width: widthOf(image), samples: SAMPLES[space] }) : deflated(bytes) };
}

function widthOf({ dict }: PDFRawStream): number {
  const width = dict.lookup(name('Width'));
  return width instanceof PDFNumber ? width.asNumber() : 1;
}

/** What the same picture became before: decoding, converting and packing one takes as long as laying out its page. */
function recalled({ dict, contents }: PDFRawStream, { known, space }: Conversion, make: () => Converted | undefined): Converted | undefined {
  if (known === undefined) return make();
  const packing = ['Filter', 'DecodeParms', 'BitsPerComponent', 'Width'].map((key) => String(dict.lookup(name(key))));
  const key = `colours-${createHash('sha256').update(`picture, packed by ${PACKER} ${known.name} ${packing.join(' ')} `).update(contents).digest('hex')}`;
  const found = known.memory.read(key);
  if (found !== undefined) return unpackKnown(found, space);
  const made = make();
  if (made !== undefined) known.memory.write(key, Buffer.concat([Uint8Array.of((made.space === 'DeviceGray' ? GRAY : 0) + (made.isPhotograph ? PHOTOGRAPH : 0)), made.bytes]));
  return made;
}

function unpackKnown(found: Uint8Array, space: Conversion['space']): Converted {
  const [traits = 0] = found;
  return { space: (traits & GRAY) > 0 ? 'DeviceGray' : space, isPhotograph: (traits & PHOTOGRAPH) > 0, bytes: new Uint8Array(found.buffer, found.byteOffset + 1, found.length - 1) };
}

/** To be raised with every change in how pixels are packed. */
const PACKER = 3;

/** In the first byte of a remembered picture: it needs no colour; it is written in differences. */
const GRAY = 1;
const PHOTOGRAPH = 2;

/** Three bytes a pixel, whatever the image was packed with. */
function pixelsOf({ dict, contents }: PDFRawStream): Uint8Array | undefined {
  if (filterOf(dict) === 'DCTDecode') return decodePhotograph(contents).rgb;
  const bits = dict.lookup(name('BitsPerComponent'));
  return bits instanceof PDFNumber && bits.asNumber() === 8 ? unpack(PDFRawStream.of(dict, contents)) : undefined;
}

function filterOf(dict: PDFDict): string {
  const filter = dict.lookup(name('Filter'));
  const one = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return one instanceof PDFName ? one.decodeText() : '';
}

/** `[/Indexed base highest colours]` with its colours converted. */
function repaintPalette(context: PDFContext, image: PDFRawStream, conversion: Conversion): PDFRawStream | undefined {
  const space = context.lookup(image.dict.get(name('ColorSpace')));
  if (!(space instanceof PDFArray) || !isRgb(spaceName(context, space.get(1)))) return undefined;
  const colours = paletteBytes(space.lookup(3));
  if (colours === undefined) return undefined;
  const whole = colours.subarray(0, colours.length - (colours.length % 3));
  const table = context.register(context.flateStream(conversion.pixels(whole)));
  const dict = image.dict.clone(context);
  dict.set(name('ColorSpace'), context.obj([name('Indexed'), name(conversion.space), space.lookup(2) ?? PDFNumber.of(255), table]));
  return PDFRawStream.of(dict, image.contents);
}

function paletteBytes(table: PDFObject | undefined): Uint8Array | undefined {
  if (table instanceof PDFRawStream) return unpack(table);
  return table instanceof PDFString || table instanceof PDFHexString ? table.asBytes() : undefined;
}

function isGray(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 3) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
}

/** Whether colours stay as they are. */
function isPlainRgb({ pixels }: Conversion): boolean {
  const probe = Uint8Array.of(1, 2, 3);
  return pixels(probe) === probe;
}
