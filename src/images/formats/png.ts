// Reads what a PNG says of itself, and decodes and encodes it.
import { convertIndexedToRgb, decode, encode, type DecodedPng } from 'fast-png';
import { chunksBeforePixels, isPng, withoutChunks } from './png-chunks.js';
import { flattenRaster, type Raster, type Recolour } from './raster.js';

export interface PngFacts {
  readonly width: number;
  readonly height: number;
  /** It has an alpha channel or names a transparent colour. */
  readonly transparent: boolean;
  /** It is an APNG. */
  readonly animated: boolean;
  /** Its pixels are one gray, or a red, a green and a blue; a palette's are. */
  readonly samples: 'gray' | 'rgb';
}

/**
 * Reads the header and the chunks before the pixels. Source: PNG third edition, sections 11.2.1, 11.3.1.1,
 * 11.3.6.
 */
export function pngFacts(bytes: Uint8Array): PngFacts | undefined {
  if (!isPng(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Set([...chunksBeforePixels(bytes)].map(({ name }) => name));
  const colour = view.getUint8(25);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    transparent: colour === 4 || colour === 6 || chunks.has('tRNS'),
    animated: chunks.has('acTL'),
    samples: colour === 0 || colour === 4 ? 'gray' : 'rgb',
  };
}

/**
 * Throws an Error that says why when the picture is damaged or cut off. Its colours are changed by `recolour`
 * before its transparency is laid on white.
 */
export function decodePng(bytes: Uint8Array, recolour?: Recolour): Raster {
  const png = decode(withoutChunks(bytes, 'iCCP'), { checkCrc: true }); // a damaged profile damages no pixel
  const { width, height } = png;
  const bands = png.palette === undefined ? png.channels : Math.max(3, png.palette[0]?.length ?? 3);
  const samples = png.palette === undefined ? eightBit(png) : convertIndexedToRgb(png);
  const keyed =
    png.palette === undefined && png.transparency !== undefined ? [...png.transparency] : undefined;
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * bands;
    const gray = bands < 3;
    const to = pixel * 4;
    rgba[to] = samples[from] ?? 0;
    rgba[to + 1] = samples[gray ? from : from + 1] ?? 0;
    rgba[to + 2] = samples[gray ? from : from + 2] ?? 0;
    rgba[to + 3] = isKey(png, from, keyed) ? 0 : bands % 2 === 0 ? (samples[from + bands - 1] ?? 255) : 255;
  }
  return flattenRaster(width, height, recolour === undefined ? rgba : recoloured(rgba, recolour));
}

export function encodePng({ width, height, rgb }: Raster): Uint8Array {
  return encode({ width, height, data: rgb, channels: 3, depth: 8 }, { zlib: { level: 9 } });
}

/** RGBA with other colours, as transparent as before. */
function recoloured(rgba: Uint8Array, recolour: Recolour): Uint8Array {
  const rgb = recolour(rgba.filter((_, at) => at % 4 !== 3));
  return rgba.map((alpha, at) => (at % 4 === 3 ? alpha : (rgb[(at >> 2) * 3 + (at % 4)] ?? 0)));
}

/** The pixels' samples as bytes, whatever depth they have in the file. */
function eightBit(png: DecodedPng): Uint8Array {
  if (png.depth === 8) return Uint8Array.from(png.data);
  if (png.depth === 16) return Uint8Array.from(png.data, (sample) => sample >> 8);
  const { depth, width, height } = png;
  const rowBytes = Math.ceil((width * depth) / 8);
  const most = (1 << depth) - 1;
  return Uint8Array.from({ length: width * height }, (_, pixel) => {
    const bit = (pixel % width) * depth;
    const byte = png.data[Math.floor(pixel / width) * rowBytes + (bit >> 3)] ?? 0;
    return Math.round((((byte >> (8 - depth - (bit & 7))) & most) * 255) / most);
  });
}

/** Whether a pixel has the one colour that tRNS makes transparent. */
function isKey(png: DecodedPng, from: number, key: readonly number[] | undefined): boolean {
  return key !== undefined && png.depth >= 8 && key.every((value, band) => png.data[from + band] === value);
}
