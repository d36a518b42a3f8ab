// Makes an image of pixels smaller, with a Lanczos filter of three lobes. In whole numbers, so that every
// machine makes the same bytes.

/** Row by row from the top left, a byte a sample. */
export interface SampledImage {
  readonly width: number;
  readonly height: number;
  /** Samples of a pixel: 1 gray, 3 colour. */
  readonly samples: number;
  readonly bytes: Uint8Array;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The same image with fewer pixels. Values are taken as they are stored, not as light: that is what printers'
 * programs do, too.
 */
export function resample(raster: SampledImage, size: PixelSize): SampledImage {
  const { samples } = raster;
  const bytes = downwards(across(raster, size.width), {
    ...raster,
    width: size.width,
    toHeight: size.height,
  });
  return { ...size, samples, bytes };
}

/** Lobes of the filter on either side. */
const LOBES = 3;
/** Weights are parts of 2^14; what the first direction makes keeps six bits more than a byte. */
const WEIGHT_BITS = 14;
const KEPT_BITS = 6;

/** For each pixel that is made: where its weights begin, and on which pixels they lie. */
interface Taps {
  /** The first pixel of each. */
  readonly from: Int32Array;
  /** As many weights as `count` for each. */
  readonly weights: Int16Array;
  readonly count: number;
}

function tapsFor(length: number, wanted: number): Taps {
  const scale = length / wanted;
  const reach = Math.min(length, Math.ceil(2 * LOBES * scale) + 1);
  const from = new Int32Array(wanted);
  const weights = new Int16Array(wanted * reach);
  for (let to = 0; to < wanted; to += 1) {
    const centre = (to + 0.5) * scale - 0.5;
    const first = Math.min(length - reach, Math.max(0, Math.ceil(centre - LOBES * scale)));
    from[to] = first;
    const shares = Array.from({ length: reach }, (_, tap) => lanczos((first + tap - centre) / scale));
    weights.set(inWholeNumbers(shares), to * reach);
  }
  return { from, weights, count: reach };
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const turn = Math.PI * x;
  return (LOBES * Math.sin(turn) * Math.sin(turn / LOBES)) / (turn * turn);
}

/**
 * Their sum is 2^14 exactly, so that a plain area stays what it is; the largest takes what rounding leaves.
 */
function inWholeNumbers(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, one) => all + one, 0);
  const whole = shares.map((one) => Math.round((one / sum) * (1 << WEIGHT_BITS)));
  const largest = whole.indexOf(Math.max(...whole));
  whole[largest] = (whole[largest] ?? 0) + (1 << WEIGHT_BITS) - whole.reduce((all, one) => all + one, 0);
  return whole;
}

function across({ width, height, samples, bytes }: SampledImage, wanted: number): Int16Array {
  const { from, weights, count } = tapsFor(width, wanted);
  const made = new Int16Array(wanted * height * samples);
  const shift = WEIGHT_BITS - KEPT_BITS;
  const half = 1 << (shift - 1);
  for (let row = 0, to = 0; row < height; row += 1) {
    const begin = row * width * samples;
    for (let column = 0; column < wanted; column += 1) {
      const first = begin + (from[column] ?? 0) * samples;
      for (let sample = 0; sample < samples; sample += 1, to += 1) {
        let sum = half;
        for (
          let tap = 0, at = first + sample, weight = column * count;
          tap < count;
          tap += 1, at += samples, weight += 1
        )
          sum += (bytes[at] ?? 0) * (weights[weight] ?? 0);
        made[to] = sum >> shift;
      }
    }
  }
  return made;
}

function downwards(
  rows: Int16Array,
  { width, height, samples, toHeight }: Omit<SampledImage, 'bytes'> & { readonly toHeight: number },
): Uint8Array {
  const { from, weights, count } = tapsFor(height, toHeight);
  const row = width * samples;
  const made = new Uint8Array(toHeight * row);
  const shift = WEIGHT_BITS + KEPT_BITS;
  const sums = new Int32Array(row);
  for (let line = 0; line < toHeight; line += 1) {
    sums.fill(1 << (shift - 1));
    for (let tap = 0; tap < count; tap += 1) {
      const weight = weights[line * count + tap] ?? 0;
      if (weight === 0) continue;
      for (let at = 0, source = ((from[line] ?? 0) + tap) * row; at < row; at += 1, source += 1)
        sums[at] = (sums[at] ?? 0) + (rows[source] ?? 0) * weight;
    }
    for (let at = 0, to = line * row; at < row; at += 1, to += 1)
      made[to] = Math.min(255, Math.max(0, (sums[at] ?? 0) >> shift));
  }
  return made;
}
