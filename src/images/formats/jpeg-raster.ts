// JPEGs as rasters.
import { decodePhotograph, encodePhotograph } from '../jpeg/jpeg-codec.js';
import type { Raster, Recolour } from './raster.js';

/**
 * Then `recolour` changes the colours. @throws an Error that says why when the picture is damaged or cut off.
 */
export function decodeJpeg(bytes: Uint8Array, recolour?: Recolour): Raster {
  const { width, height, rgb } = decodePhotograph(bytes);
  return { width, height, rgb: recolour === undefined ? rgb : recolour(rgb) };
}

export function encodeJpeg({ width, height, rgb }: Raster): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from] ?? 0;
    rgba[to + 1] = rgb[from + 1] ?? 0;
    rgba[to + 2] = rgb[from + 2] ?? 0;
  }
  return encodePhotograph({ width, height, rgba });
}
