// How much ink the darkest place of a picture in four inks takes. Its samples, or its table where they are
// places in one.
import { PDFArray, PDFHexString, PDFNumber, PDFRawStream, PDFString, type PDFContext } from '@cantoo/pdf-lib';
import { JpegImage } from 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs';
import { numbersOf, spaceName } from '../objects/colour-spaces.js';
import { SUB } from '../objects/pack-photograph.js';
import { differencesIn, unpackStream, type Differences } from '../objects/streams.js';
import { name } from '../objects/pdf-name.js';

const INKS: ReadonlySet<string> = new Set(['DeviceCMYK', 'ICCBased4']);

/**
 * Percent; undefined where it is not known: other colours, samples of another size than eight bits, JPEG
 * 2000.
 */
export function imageInk(context: PDFContext, image: PDFRawStream): number | undefined {
  const space = context.lookup(image.dict.get(name('ColorSpace')));
  if (space instanceof PDFArray && space.lookup(0) === name('Indexed'))
    return INKS.has(spaceName(context, space.get(1))) ? mostInk(tableOf(space), 'as written') : undefined;
  if (!INKS.has(spaceName(context, space)) || bitsOf(image) !== 8) return undefined;
  const [first = 0, last = 1] = numbersOf(image.dict.lookup(name('Decode')));
  const sense = first > last ? 'inverted' : 'as written';
  const differences = differencesIn(image);
  const sums = differences?.samples === INK_COUNT ? sumsInDifferences(differences) : undefined;
  if (sums) return inkIn(sums, sense);
  const samples = samplesOf(image);
  return samples && mostInk(samples, sense);
}

const INK_COUNT = 4;

function bitsOf({ dict }: PDFRawStream): number {
  const bits = dict.lookup(name('BitsPerComponent'));
  return bits instanceof PDFNumber ? bits.asNumber() : 8;
}

function tableOf(space: PDFArray): Uint8Array {
  const table = space.lookup(3);
  if (table instanceof PDFRawStream) return unpackStream(table);
  return table instanceof PDFString || table instanceof PDFHexString ? table.asBytes() : new Uint8Array();
}

function samplesOf(image: PDFRawStream): Uint8Array | Uint8ClampedArray | undefined {
  const filter = image.dict.lookup(name('Filter'));
  const filters =
    filter instanceof PDFArray ? filter.asArray().map((_, index) => filter.lookup(index)) : [filter];
  const [only] = filters;
  if (filters.length === 1 && only === name('DCTDecode')) return jpegSamples(image.contents);
  return filters.includes(name('DCTDecode')) || filters.includes(name('JPXDecode'))
    ? undefined
    : unpackStream(image);
}

/** As the file has them: whether full ink is 0 or 255, `Decode` says. */
function jpegSamples(bytes: Uint8Array): Uint8ClampedArray | undefined {
  const jpeg = new JpegImage();
  jpeg.parse(bytes);
  const { width, height, numComponents } = jpeg;
  return numComponents === 4
    ? jpeg.getData({ width, height, forceRGB: false, forceRGBA: false, isSourcePDF: true })
    : undefined;
}

/** The highest and the lowest sum of a pixel's samples. */
interface Sums {
  readonly most: number;
  readonly least: number;
}

/**
 * Of pixels written as differences from the one on their left, without writing them out. Undefined when a row
 * was filtered in another way.
 */
function sumsInDifferences({ filtered, width }: Differences): Sums | undefined {
  const row = width * INK_COUNT + 1;
  let [most, least] = [0, 1020];
  for (let begin = 0; begin + row <= filtered.length; begin += row) {
    if (filtered[begin] !== SUB) return undefined;
    let [cyan, magenta, yellow, black] = [0, 0, 0, 0];
    for (let at = begin + 1; at < begin + row; at += INK_COUNT) {
      cyan = (cyan + (filtered[at] ?? 0)) & 255;
      magenta = (magenta + (filtered[at + 1] ?? 0)) & 255;
      yellow = (yellow + (filtered[at + 2] ?? 0)) & 255;
      black = (black + (filtered[at + 3] ?? 0)) & 255;
      const sum = cyan + magenta + yellow + black;
      if (sum > most) most = sum;
      if (sum < least) least = sum;
    }
  }
  return { most, least };
}

/** The highest sum of four inks, percent. */
function mostInk(samples: Uint8Array | Uint8ClampedArray, sense: 'as written' | 'inverted'): number {
  let [most, least] = [0, 1020];
  for (let at = 0; at + 3 < samples.length; at += 4) {
    const sum = (samples[at] ?? 0) + (samples[at + 1] ?? 0) + (samples[at + 2] ?? 0) + (samples[at + 3] ?? 0);
    if (sum > most) most = sum;
    if (sum < least) least = sum;
  }
  return inkIn({ most, least }, sense);
}

function inkIn({ most, least }: Sums, sense: 'as written' | 'inverted'): number {
  return (sense === 'inverted' ? 1020 - least : most) / 2.55;
}
