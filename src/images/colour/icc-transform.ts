// The door to Little CMS: pixels through ICC profiles.
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  TYPE_CMYK_8,
  TYPE_GRAY_8,
  TYPE_RGB_8,
  type Lcms,
} from 'lcms-wasm';

/** What the samples of a pixel are, each a byte. */
export type Samples = keyof typeof FORMATS;

export interface ColourSpace {
  readonly profile: Uint8Array | 'sRGB';
  readonly samples: Samples;
}

/** Pixels of the one space in, as many pixels of the other out. */
export type Transform = (pixels: Uint8Array) => Uint8Array;

const FORMATS = { gray: TYPE_GRAY_8, rgb: TYPE_RGB_8, cmyk: TYPE_CMYK_8 } as const;
const CHANNELS = { gray: 1, rgb: 3, cmyk: 4 } as const;

/** Pixels that are converted at once: the engine has 16 MB for everything. */
const AT_ONCE = 1 << 16;

/**
 * Relative colorimetric, black points matched. Undefined when a profile is damaged or does not describe such
 * samples.
 */
export async function openTransform(from: ColourSpace, to: ColourSpace): Promise<Transform | undefined> {
  const lcms = await instantiate();
  const source = open(lcms, from);
  const target = open(lcms, to);
  if (source === 0 || target === 0) return undefined;
  const transform = lcms.cmsCreateTransform(
    source,
    FORMATS[from.samples],
    target,
    FORMATS[to.samples],
    INTENT_RELATIVE_COLORIMETRIC,
    cmsFLAGS_BLACKPOINTCOMPENSATION,
  );
  if (transform === 0) return undefined;
  const [step, outStep] = [CHANNELS[from.samples], CHANNELS[to.samples]];
  return (pixels) => {
    const count = Math.floor(pixels.length / step);
    const all = new Uint8Array(count * outStep);
    for (let at = 0; at < count; at += AT_ONCE) {
      const some = pixels.subarray(at * step, Math.min(count, at + AT_ONCE) * step);
      all.set(lcms.cmsDoTransform(transform, some, some.length / step), at * outStep);
    }
    return all;
  };
}

/** The engine's handle of a profile; 0 when it cannot be read. */
function open(lcms: Lcms, { profile }: ColourSpace): number {
  if (profile === 'sRGB') return lcms.cmsCreate_sRGBProfile();
  const room = lcms._malloc(profile.length); // a profile is larger than the engine's stack
  if (room === 0) return 0;
  lcms.HEAPU8.set(profile, room);
  return lcms._cmsOpenProfileFromMem(room, profile.length);
}
