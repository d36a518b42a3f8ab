// JPEG in and out: mozjpeg, compiled for every machine, so that the same picture gives the same bytes
// everywhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fillDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import fillEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import jpeg from 'jpeg-js';
import { MAX_MEGAPIXELS } from '../image-verdict.js';
import type { SampledImage } from '../resample.js';
import { jpegFacts } from './jpeg-header.js';

const require = createRequire(import.meta.url);

/** Row by row from the top left. */
export interface Photograph {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array;
}

/** No picture of so many pixels is decoded. */
export class TooManyPixels extends Error {
  override readonly name = 'TooManyPixels';
}

/**
 * The pixels as they are stored, whichever way the camera was held. Gray and CMYK become RGB.
 *
 * @throws TooManyPixels, judged by what the file says of itself; an Error that says why when it is damaged or
 *   cut off.
 */
export function decodePhotograph(bytes: Uint8Array): Photograph {
  const facts = jpegFacts(bytes);
  if (facts === undefined) throw new Error('it has no JPEG frame');
  if (facts.width * facts.height > MAX_MEGAPIXELS * 1e6)
    throw new TooManyPixels(`it has more than ${MAX_MEGAPIXELS} megapixels`);
  return facts.components === 4 ? decodeInks(bytes) : decodeLight(bytes);
}

/** mozjpeg turns no inks into light. */
function decodeInks(bytes: Uint8Array): Photograph {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxResolutionInMP: MAX_MEGAPIXELS,
    maxMemoryUsageInMB: 2048,
  });
  return { width, height, rgb: data };
}

/**
 * A decoder for each picture: it gives its memory back, and one that gave up on a damaged file is not used
 * again.
 */
function decodeLight(bytes: Uint8Array): Photograph {
  const said: string[] = [];
  const decoder = machine('dec/mozjpeg_dec.wasm', (words) => said.push(words));
  fillDecoder(decoder);
  let decoded;
  try {
    decoded = decoder.decode(bytes, false);
  } catch (cause) {
    throw new Error(reasonOf(faultsIn(said)), { cause });
  }
  // it warns of what it filled in, and goes on
  if (decoded === null || faultsIn(said).length > 0) throw new Error(reasonOf(faultsIn(said)));
  const { width, height, data } = decoded;
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, rgb };
}

/**
 * Warnings after which no pixel is missing: cameras leave bytes behind the last scan, and write numbers that
 * nobody reads. Source: libjpeg, jerror.h.
 */
const HARMLESS =
  /extraneous bytes before marker 0x(?!d[0-7])|^Unknown Adobe color transform|unknown JFIF revision|^Invalid SOS parameters for sequential/;

function faultsIn(said: readonly string[]): readonly string[] {
  return said.filter((words) => !HARMLESS.test(words));
}

/** The decoder's words for a file that ends too early are many; to an author they are one thing. */
function reasonOf(said: readonly string[]): string {
  const [first = 'it is damaged'] = said;
  return /premature end/i.test(first) ? 'it is cut short' : first;
}

/**
 * Drawings with sharp edges are among what is packed: no colour is halved, and no time spent on the last
 * percent.
 */
const PACKING = {
  quality: 90,
  baseline: false,
  arithmetic: false,
  progressive: false,
  optimize_coding: true,
  smoothing: 0,
  color_space: 3,
  quant_table: 3,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: false,
  chroma_subsample: 1,
  separate_chroma_quality: false,
  chroma_quality: 90,
} as const;

/** What decides the bytes beside the pixels: to be part of the name of whatever is remembered. */
export const JPEG_ENCODER =
  `mozjpeg ${(require('@jsquash/jpeg/package.json') as { readonly version: string }).version} ` +
  JSON.stringify(PACKING);

/** Four bytes a pixel, opaque. */
export function encodePhotograph({
  width,
  height,
  rgba,
}: {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}): Uint8Array {
  return encoded({ width, height, rgba }, PACKING);
}

/** Gray pixels as gray, coloured ones as `encodePhotograph` packs them. */
export function encodeRaster({ width, height, samples, bytes }: SampledImage): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < bytes.length; from += samples, to += 4) {
    rgba[to] = bytes[from] ?? 0;
    rgba[to + 1] = bytes[samples === 1 ? from : from + 1] ?? 0;
    rgba[to + 2] = bytes[samples === 1 ? from : from + 2] ?? 0;
  }
  return encoded({ width, height, rgba }, samples === 1 ? { ...PACKING, color_space: GRAYSCALE } : PACKING);
}

/** libjpeg's number for one component. */
const GRAYSCALE = 1;

function encoded(
  { width, height, rgba }: { readonly width: number; readonly height: number; readonly rgba: Uint8Array },
  packing: Readonly<Record<string, number | boolean>>,
): Uint8Array {
  const encoder = machine('enc/mozjpeg_enc.wasm', () => undefined);
  fillEncoder(encoder);
  return Uint8Array.from(encoder.encode(rgba, width, height, packing));
}

/** What the glue is given: how to start its machine code, and where to put its complaints. */
function machine(file: string, printErr: (words: string) => void): object {
  return {
    noInitialRun: true,
    printErr,
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports => {
      const instance = new WebAssembly.Instance(compiled(file), imports);
      done(instance);
      return instance.exports;
    },
  };
}

const modules = new Map<string, WebAssembly.Module>();

function compiled(file: string): WebAssembly.Module {
  const module =
    modules.get(file) ?? new WebAssembly.Module(readFileSync(require.resolve(`@jsquash/jpeg/codec/${file}`)));
  modules.set(file, module);
  return module;
}
