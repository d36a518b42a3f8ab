// Leaves the images of a document no more pixels than their places need: what a camera stores beyond that no
// printer shows.
import { createHash } from 'node:crypto';
import {
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { Cache } from '../../cache/cache.js';
import type { ResampledImages } from '../../model/artifact.js';
import { filterOf } from '../colour/convert-images.js';
import { resampleInThread } from '../colour/pixel-worker.js';
import { isRgb, spaceName } from '../objects/colour-spaces.js';
import { name } from '../objects/pdf-name.js';
import { streamOf } from '../objects/streams.js';
import type { ImageSizes } from './image-sizes.js';
import {
  PLAY,
  type ImageToResample,
  type ResampledImage,
  type Resolution,
} from '../colour/resample-pixels.js';

export interface Resampling {
  /** Pixels per inch as the pages show them. */
  readonly sizes: ImageSizes;
  readonly to: Resolution;
  readonly jpeg: ImageToResample['jpeg'];
  readonly memory: Cache;
}

/**
 * Smaller images, in place; what was done, by kind. An image of another kind than a browser prints stays as
 * it is.
 */
export async function resampleImages(
  { context }: PDFDocument,
  resampling: Resampling,
): Promise<readonly ResampledImages[]> {
  const images = context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof PDFRawStream && resampling.sizes.has(ref.tag) ? [{ ref, object }] : [],
    );
  const made = await Promise.all(
    images.map(async ({ ref, object }) => {
      const smaller = await resampled(context, { ref, image: object }, resampling);
      if (smaller) context.assign(ref, streamOfResampled(context, object, smaller));
      return smaller;
    }),
  );
  return (['photograph', 'lineArt'] as const).flatMap((kind) => {
    const those = made.filter((one) => one?.kind === kind);
    const savedBytes = those.reduce(
      (sum, one) => sum + (one ? one.before - one.bytes.length - (one.opacity?.length ?? 0) : 0),
      0,
    );
    return those.length === 0 ? [] : [{ kind, images: those.length, ppi: resampling.to[kind], savedBytes }];
  });
}

/** What a file will hold of an image, before the file is made. */
export async function resampledAhead(
  context: PDFContext,
  { ref, image }: OneImage,
  resampling: Resampling,
): Promise<PDFRawStream> {
  const smaller = await resampled(context, { ref, image }, resampling);
  return smaller ? streamOfResampled(context, image, smaller) : image;
}

interface OneImage {
  readonly ref: PDFRef;
  readonly image: PDFRawStream;
}

/**
 * Once for the same contents in the same place: several files are made from one master, and some is begun
 * before them.
 */
async function resampled(
  context: PDFContext,
  { ref, image }: OneImage,
  { sizes, to, jpeg, memory }: Resampling,
): Promise<ResampledImage | undefined> {
  const ppi = sizes.get(ref.tag) ?? 0;
  if (ppi <= PLAY * Math.min(to.photograph, to.lineArt)) return undefined;
  const order = orderFor(context, image, { ppi, to, jpeg });
  if (order === undefined) return undefined;
  const key = keyOf(order);
  const known = orders.get(image.contents) ?? new Map<string, Promise<ResampledImage | undefined>>();
  orders.set(image.contents, known);
  const making = known.get(key) ?? remembered(key, order, memory);
  known.set(key, making);
  return making;
}

const orders = new WeakMap<Uint8Array, Map<string, Promise<ResampledImage | undefined>>>();

async function remembered(
  key: string,
  order: ImageToResample,
  memory: Cache,
): Promise<ResampledImage | undefined> {
  const found = memory.read(key);
  if (found !== undefined) return unpackResampled(found);
  const made = await resampleInThread(order);
  memory.write(key, packResampled(made));
  return made;
}

function keyOf({ contents, opacity, ...facts }: ImageToResample): string {
  return `resampled-${createHash('sha256')
    .update(JSON.stringify(facts))
    .update(contents)
    .update(opacity ?? '')
    .digest('hex')}`;
}

/** Eight bits a sample, gray or a screen's colours, without keys and tables: undefined for all others. */
function orderFor(
  context: PDFContext,
  { dict, contents }: PDFRawStream,
  { jpeg, ...place }: Pick<ImageToResample, 'ppi' | 'to' | 'jpeg'>,
): ImageToResample | undefined {
  const samples = samplesOf(context, dict);
  const opacity = opacityOf(dict);
  if (
    samples === undefined ||
    opacity === 'other' ||
    ['Mask', 'Decode', 'ImageMask'].some((key) => dict.has(name(key))) ||
    numberOf(dict, 'BitsPerComponent') !== 8
  )
    return undefined;
  // no colours are converted in a gray one
  const wanted = { ...place, jpeg: samples === 1 ? 'packed' : jpeg } as const;
  const size = { width: numberOf(dict, 'Width'), height: numberOf(dict, 'Height') };
  const filter = filterOf(dict);
  if (filter === 'DCTDecode') return { ...wanted, ...size, samples, packing: 'jpeg', contents, opacity };
  if (filter !== 'FlateDecode' || dict.has(name('DecodeParms'))) return undefined;
  return { ...wanted, ...size, samples, packing: 'deflated', contents, opacity };
}

function samplesOf(context: PDFContext, dict: PDFDict): 1 | 3 | undefined {
  const space = spaceName(context, dict.get(name('ColorSpace')));
  if (isRgb(space)) return 3;
  return ['DeviceGray', 'CalGray', 'ICCBased1'].includes(space) ? 1 : undefined;
}

/** A mask with a byte for each pixel of its image; `other` where it is of another make. */
function opacityOf(dict: PDFDict): Uint8Array | 'other' | undefined {
  const mask = dict.lookup(name('SMask'));
  if (mask === undefined) return undefined;
  if (!(mask instanceof PDFRawStream)) return 'other';
  const isPlain =
    filterOf(mask.dict) === 'FlateDecode' &&
    !['DecodeParms', 'Matte', 'Decode'].some((key) => mask.dict.has(name(key)));
  const isEqual = ['Width', 'Height', 'BitsPerComponent'].every(
    (key) => numberOf(mask.dict, key) === numberOf(dict, key),
  );
  return isPlain && isEqual ? mask.contents : 'other';
}

function numberOf(dict: PDFDict, key: string): number {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function streamOfResampled(
  context: PDFContext,
  image: PDFRawStream,
  { width, height, packing, bytes, opacity }: ResampledImage,
): PDFRawStream {
  const dict = image.dict.clone(context);
  const mask = dict.lookup(name('SMask'));
  setSize(dict, { width, height });
  dict.delete(name('ColorTransform'));
  if (opacity && mask instanceof PDFRawStream) {
    const own = mask.dict.clone(context);
    setSize(own, { width, height });
    dict.set(name('SMask'), context.register(streamOf(own, opacity)));
  }
  const stream = streamOf(dict, bytes);
  if (packing === 'jpeg') dict.set(name('Filter'), name('DCTDecode'));
  if (packing === 'differences')
    dict.set(
      name('DecodeParms'),
      context.obj({ Predictor: 11, Colors: samplesOf(context, dict) ?? 1, Columns: width }),
    );
  return stream;
}

function setSize(
  dict: PDFDict,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  dict.set(PDFName.of('Width'), PDFNumber.of(width));
  dict.set(PDFName.of('Height'), PDFNumber.of(height));
}

// Resampled images as bytes for the cache: what is known of one as a line of JSON, then its pixels, then
// their opacity.

const LINE_END = 0x0a;

/** Also that nothing was to be done. */
function packResampled(made: ResampledImage | undefined): Uint8Array {
  if (made === undefined) return Uint8Array.of(LINE_END);
  const { bytes, opacity, ...facts } = made;
  const head = `${JSON.stringify({ ...facts, length: bytes.length, isOpaque: opacity === undefined })}\n`;
  return Buffer.concat([Buffer.from(head), bytes, opacity ?? new Uint8Array()]);
}

function unpackResampled(packed: Uint8Array): ResampledImage | undefined {
  const end = packed.indexOf(LINE_END);
  if (end < 1) return undefined;
  const { length, isOpaque, ...facts } = JSON.parse(Buffer.from(packed.subarray(0, end)).toString()) as Omit<
    ResampledImage,
    'bytes' | 'opacity'
  > & { readonly length: number; readonly isOpaque: boolean };
  // a copy: what is sent to a thread is sent with all that it is a part of
  const pixels = Uint8Array.from(packed.subarray(end + 1));
  return { ...facts, bytes: pixels.slice(0, length), ...(isOpaque ? {} : { opacity: pixels.slice(length) }) };
}
