// Images for tests: made by a rule, the same each time.
import type { SampledImage } from '../../../src/images/resample.js';

/** Rings and a slope of colours with a grain over them, as films have it. */
export function photograph(width: number, height: number, samples: 1 | 3): SampledImage {
  const bytes = new Uint8Array(width * height * samples);
  let seed = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const pixel = Math.floor(at / samples);
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
    seed = (seed * 48271) % 2147483647;
    const grain = (seed % 25) - 12;
    const rings = ((Math.floor(400 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)) % 9) - 4) * 9;
    const slope = at % samples === 0 ? 200 * x : at % samples === 1 ? 200 * y : 180 * (1 - x);
    bytes[at] = Math.min(255, Math.max(0, Math.round(slope + rings + grain + 30)));
  }
  return { width, height, samples, bytes };
}

/** Black lines on white. */
export function lines(width: number, height: number): SampledImage {
  const bytes = new Uint8Array(width * height).fill(255);
  for (let at = 0; at < bytes.length; at += 1)
    if (((at % width) + Math.floor(at / width)) % 40 < 3) bytes[at] = 0;
  return { width, height, samples: 1, bytes };
}

/** Black rings on white: edges in all directions. */
export function rings(width: number, height: number): SampledImage {
  const bytes = new Uint8Array(width * height).fill(255);
  for (let at = 0; at < bytes.length; at += 1)
    if (Math.hypot((at % width) - width / 2, Math.floor(at / width) - height / 2) % 60 < 3) bytes[at] = 0;
  return { width, height, samples: 1, bytes };
}
