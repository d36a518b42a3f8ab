// From the colours of an embedded profile to sRGB, the one space that all reading systems show rightly.
import { openTransform, type Transform } from '../colour/icc-transform.js';
import type { Recolour } from './raster.js';

/** Levels of 255. The sRGB profiles in circulation differ from each other by no more. */
const SAME = 2;
const STEPS = [0, 17, 34, 51, 85, 119, 153, 187, 221, 238, 255];

/**
 * Undefined when there is nothing to change: the profile is sRGB in effect, is damaged, or is not for such
 * samples.
 */
export async function toSrgb(
  profile: Uint8Array | undefined,
  samples: 'gray' | 'rgb',
): Promise<Recolour | undefined> {
  if (profile === undefined) return undefined;
  const transform = await opened(profile, samples);
  if (transform === undefined) return undefined;
  const recolour =
    samples === 'rgb' ? transform : byTable(transform(Uint8Array.from({ length: 256 }, (_, level) => level)));
  return changes(recolour, samples) ? recolour : undefined;
}

async function opened(profile: Uint8Array, samples: 'gray' | 'rgb'): Promise<Transform | undefined> {
  try {
    return await openTransform({ profile, samples }, { profile: 'sRGB', samples: 'rgb' });
  } catch {
    return undefined; // the engine gives up on some profiles that contradict themselves
  }
}

/** Gray pictures are held as RGB of three equal bytes; each takes its new value from its own band. */
function byTable(table: Uint8Array): Recolour {
  return (rgb) => rgb.map((level, at) => table[level * 3 + (at % 3)] ?? 0);
}

function changes(recolour: Recolour, samples: 'gray' | 'rgb'): boolean {
  const probe = Uint8Array.from(
    samples === 'gray'
      ? STEPS.flatMap((v) => [v, v, v])
      : STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.flatMap((b) => [r, g, b]))),
  );
  return recolour(probe).some((level, at) => Math.abs(level - (probe[at] ?? 0)) > SAME);
}
