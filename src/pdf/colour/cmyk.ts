// sRGB to the inks of a printing condition, by its ICC profile; grays are black ink alone.
import { openTransform } from '../../images/colour/icc-transform.js';
import type { Conversion } from './colour-conversion.js';
import { isNeutral } from './rgb-colour.js';

/**
 * A conversion through an ICC profile of four inks. No colour takes more than `inkLimit` percent of ink.
 *
 * @throws when the profile is none of four inks (the settings have seen to that).
 */
export async function toCmyk({ icc, inkLimit }: { icc: Uint8Array; inkLimit: number }): Promise<Conversion> {
  const transform = await transformTo(icc);
  if (transform === undefined)
    throw new Error('The ICC profile cannot be used: it does not describe four inks.');
  const most = Math.floor(inkLimit * 2.55);
  const inks = (rgb: Uint8Array): Uint8Array => limited(transform(rgb), most);
  const known = new Map<number, readonly number[]>();
  return {
    space: 'DeviceCMYK',
    colour: (rgb) => {
      if (isNeutral(rgb)) return [0, 0, 0, 1 - rgb[1]];
      const bytes = rgb.map((value) => Math.round(value * 255));
      const key = ((bytes[0] ?? 0) << 16) | ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0);
      const seen = known.get(key);
      if (seen) return seen;
      const made = Array.from(inks(Uint8Array.from(bytes)), (value) => value / 255);
      known.set(key, made);
      return made;
    },
    pixels: inks,
  };
}

/** A session builds with the same profile again and again; to open it takes a tenth of a second. */
const opened = new WeakMap<Uint8Array, ReturnType<typeof openTransform>>();

function transformTo(icc: Uint8Array): ReturnType<typeof openTransform> {
  const opening =
    opened.get(icc) ?? openTransform({ profile: 'sRGB', samples: 'rgb' }, { profile: icc, samples: 'cmyk' });
  opened.set(icc, opening);
  return opening;
}

/** Takes what is too much from the three colours and leaves black, in place. */
function limited(inks: Uint8Array, most: number): Uint8Array {
  for (let at = 0; at < inks.length; at += 4) {
    const black = inks[at + 3] ?? 0;
    const colours = (inks[at] ?? 0) + (inks[at + 1] ?? 0) + (inks[at + 2] ?? 0);
    if (colours + black <= most || colours === 0) continue;
    const share = Math.max(0, most - black) / colours;
    for (let ink = at; ink < at + 3; ink++) inks[ink] = Math.floor((inks[ink] ?? 0) * share);
  }
  return inks;
}
