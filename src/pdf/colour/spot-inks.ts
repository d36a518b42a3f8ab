// Spot inks: how much of each makes a colour, and what they look like on one another.
// Inks are taken as filters over white paper, which is what soy ink on uncoated stock comes near to.
import type { Ink } from '../../model/profile.js';
import type { Conversion } from './colour-conversion.js';
import { rgbOf, type Rgb } from './rgb-colour.js';

/** From 0 to 1, in the order of the inks. */
export type Coverage = readonly number[];

/** Sixteen steps first, then finer around the best: 1/256 is what eight bits can say. */
const STEPS = [16, 64, 256] as const;
/**
 * Colours of a photograph are grouped by their first five bits a component: far finer than a risograph
 * prints.
 */
const FIVE_BITS = 0xf8;

/**
 * The coverage that comes nearest to a colour. A colour that is an ink's own is that ink, full, and nothing
 * else.
 */
export function coverageOf(inks: readonly Ink[]): (rgb: Rgb) => Coverage {
  const filters = inks.map(({ display }) => rgbOf(display));
  const known = new Map<string, Coverage>();
  return (rgb) => {
    const key = rgb.join();
    const seen = known.get(key);
    if (seen) return seen;
    const made = nearest(filters, rgb);
    known.set(key, made);
    return made;
  };
}

/** What a coverage looks like on white paper. */
export function overprint(filters: readonly Rgb[], coverage: Coverage): Rgb {
  const through = (channel: 0 | 1 | 2): number =>
    filters.reduce((light, filter, ink) => light * (1 - (coverage[ink] ?? 0) * (1 - filter[channel])), 1);
  return [through(0), through(1), through(2)];
}

/** One ink's plate as a gray picture: black where the ink is full. */
export function toPlate(inks: readonly Ink[], ink: number): Conversion {
  const cover = coverageOf(inks);
  const gray = (rgb: Rgb): number => 1 - (cover(rgb)[ink] ?? 0);
  return {
    space: 'DeviceGray',
    colour: (rgb) => [gray(rgb)],
    pixels: (rgb) => pixelwise(rgb, 1, (one) => [gray(one)]),
  };
}

/** All inks on one another, as a screen shows them. */
export function toProof(inks: readonly Ink[]): Conversion {
  const filters = inks.map(({ display }) => rgbOf(display));
  const cover = coverageOf(inks);
  const shown = (rgb: Rgb): Rgb => overprint(filters, cover(rgb));
  return { space: 'DeviceRGB', colour: shown, pixels: (rgb) => pixelwise(rgb, 3, shown) };
}

function nearest(filters: readonly Rgb[], wanted: Rgb): Coverage {
  const pure = filters.findIndex((filter) => distance(filter, wanted) < 1e-4);
  if (pure !== -1) return filters.map((_, ink) => (ink === pure ? 1 : 0));
  let best: number[] = filters.map(() => 0);
  for (const steps of STEPS) best = descended(filters, { wanted, from: best, step: 1 / steps });
  return best;
}

/** Moves one or two inks a step at a time as long as the colour comes nearer. */
function descended(
  filters: readonly Rgb[],
  { wanted, from, step }: { wanted: Rgb; from: readonly number[]; step: number },
): number[] {
  let best = [...from];
  let error = distance(overprint(filters, best), wanted);
  for (let moved = true; moved;) {
    moved = false;
    for (const next of neighbours(best, step)) {
      const found = distance(overprint(filters, next), wanted);
      if (found < error - 1e-9) [best, error, moved] = [next, found, true];
    }
  }
  return best;
}

function neighbours(coverage: readonly number[], step: number): readonly number[][] {
  const moves = [-step, 0, step];
  const pairs = coverage.flatMap((_, one) =>
    coverage.flatMap((__, other) => (other < one ? [] : [[one, other] as const])),
  );
  return pairs.flatMap(([one, other]) =>
    moves.flatMap((a) =>
      moves.map((b) =>
        coverage.map((value, ink) =>
          clamp(value + (ink === one ? a : 0) + (ink === other && other !== one ? b : 0)),
        ),
      ),
    ),
  );
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function distance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

/** Pixels by their colour: each group of near colours is looked at once. */
function pixelwise(rgb: Uint8Array, width: 1 | 3, convert: (rgb: Rgb) => readonly number[]): Uint8Array {
  const made = new Uint8Array((rgb.length / 3) * width);
  const known = new Map<number, readonly number[]>();
  for (let at = 0, to = 0; at < rgb.length; at += 3, to += width) {
    const [red = 0, green = 0, blue = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]].map(grouped);
    const key = (red << 16) | (green << 8) | blue;
    let bytes = known.get(key);
    if (!bytes)
      known.set(
        key,
        (bytes = convert([red / 255, green / 255, blue / 255]).map((value) => Math.round(value * 255))),
      );
    made.set(bytes, to);
  }
  return made;
}

/** White stays white and black black. */
function grouped(value = 0): number {
  const high = value & FIVE_BITS;
  return high | (high >> 5);
}
