// Pixels in memory, and the three things that the press does to them: turn upright, flatten, make smaller.

/** Three bytes a pixel, sRGB, row by row from the top left. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Pixels of three bytes in other colours. */
export type Recolour = (rgb: Uint8Array) => Uint8Array;

/** Apple Books shows no picture of more pixels. Source: Apple Books Asset Guide, "Image guidelines". */
export const MOST_PIXELS = 5_600_000;

/** RGBA laid on white paper. */
export function flattenRaster(width: number, height: number, rgba: ArrayLike<number>): Raster {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    const alpha = (rgba[from + 3] ?? 255) / 255;
    for (let band = 0; band < 3; band += 1)
      rgb[to + band] = Math.round((rgba[from + band] ?? 0) * alpha + 255 * (1 - alpha));
  }
  return { width, height, rgb };
}

/** The largest size of the same shape with at most `most` pixels. */
export function fitted(
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
): { readonly width: number; readonly height: number } {
  if (width * height <= most) return { width, height };
  const ratio = Math.sqrt(most / (width * height));
  return { width: Math.max(1, Math.floor(width * ratio)), height: Math.max(1, Math.floor(height * ratio)) };
}

/** Each new pixel is the mean of the old ones that it covers: rows first, then columns. Only ever smaller. */
export function shrink(raster: Raster, size: { readonly width: number; readonly height: number }): Raster {
  if (size.width >= raster.width && size.height >= raster.height) return raster;
  const across = resample(raster.rgb, {
    lines: raster.height,
    from: raster.width,
    to: size.width,
    step: 3,
    stride: raster.width * 3,
    outStep: 3,
    outStride: size.width * 3,
  });
  const rgb = resample(across, {
    lines: size.width,
    from: raster.height,
    to: size.height,
    step: size.width * 3,
    stride: 3,
    outStep: size.width * 3,
    outStride: 3,
  });
  return { ...size, rgb };
}

/** Turned as the camera's orientation tag says, 1 to 8. Source: Exif 2.32 section 4.6.4, tag 0x0112. */
export function upright(raster: Raster, orientation: number): Raster {
  if (orientation < 2 || orientation > 8) return raster;
  const { width, height, rgb } = raster;
  const swapped = orientation >= 5;
  const [w, h] = swapped ? [height, width] : [width, height];
  const turned = new Uint8Array(rgb.length);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      const [a, b] = swapped ? [y, x] : [x, y];
      const sx = [2, 3, 7, 8].includes(orientation) ? width - 1 - a : a;
      const sy = [3, 4, 6, 7].includes(orientation) ? height - 1 - b : b;
      const from = (sy * width + sx) * 3;
      const to = (y * w + x) * 3;
      for (let band = 0; band < 3; band += 1) turned[to + band] = rgb[from + band] ?? 0;
    }
  }
  return { width: w, height: h, rgb: turned };
}

interface Lines {
  readonly lines: number;
  readonly from: number;
  readonly to: number;
  /** Bytes from a sample to the next, and from a line to the next, in the old and the new picture. */
  readonly step: number;
  readonly stride: number;
  readonly outStep: number;
  readonly outStride: number;
}

function resample(
  source: Uint8Array,
  { lines, from, to, step, stride, outStep, outStride }: Lines,
): Uint8Array {
  const out = new Uint8Array(lines * to * 3);
  const ratio = from / to;
  for (let sample = 0; sample < to; sample += 1) {
    const begin = sample * ratio;
    const end = Math.min(from, begin + ratio);
    const first = Math.floor(begin);
    const last = Math.min(from - 1, Math.ceil(end) - 1);
    for (let line = 0; line < lines; line += 1) {
      for (let band = 0; band < 3; band += 1) {
        let sum = 0;
        for (let at = first; at <= last; at += 1) {
          const share = Math.min(at + 1, end) - Math.max(at, begin);
          sum += (source[line * stride + at * step + band] ?? 0) * share;
        }
        out[line * outStride + sample * outStep + band] = Math.round(sum / (end - begin));
      }
    }
  }
  return out;
}
