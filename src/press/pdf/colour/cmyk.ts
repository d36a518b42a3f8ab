// sRGB to the inks of a printing condition, by its ICC profile; grays are black ink alone.
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION, INTENT_RELATIVE_COLORIMETRIC, instantiate, TYPE_CMYK_8, TYPE_RGB_8,
} from 'lcms-wasm';
import type { Conversion } from './conversion.js';
import { isNeutral } from './rgb.js';

/** Pixels that are converted at once: the engine has 16 MB for everything. */
const AT_ONCE = 1 << 16;

/**
 * A conversion through an ICC profile of four inks. No colour takes more than `inkLimit` percent of ink.
 *
 * @throws when the profile is none of four inks (the settings have seen to that).
 */
export async function toCmyk({ icc, inkLimit }: { icc: Uint8Array; inkLimit: number }): Promise<Conversion> {
  const transform = await openTransform(icc);
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
    pixels: (rgb) => {
      const all = new Uint8Array((rgb.length / 3) * 4);
      for (let at = 0; at < rgb.length / 3; at += AT_ONCE) all.set(inks(rgb.subarray(at * 3, (at + AT_ONCE) * 3)), at * 4);
      return all;
    },
  };
}

/** The conversion as the profile has it: relative colorimetric, black points matched, 8 bits. */
async function openTransform(icc: Uint8Array): Promise<(rgb: Uint8Array) => Uint8Array> {
  const lcms = await instantiate();
  const room = lcms._malloc(icc.length); // a profile is larger than the engine's stack
  lcms.HEAPU8.set(icc, room);
  const inks = lcms._cmsOpenProfileFromMem(room, icc.length);
  const transform = lcms.cmsCreateTransform(lcms.cmsCreate_sRGBProfile(), TYPE_RGB_8, inks, TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
  if (transform === 0) throw new Error('The ICC profile cannot be used: it does not describe four inks.');
  return (rgb) => lcms.cmsDoTransform(transform, rgb, rgb.length / 3);
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
