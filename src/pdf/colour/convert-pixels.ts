// A picture's pixels in other colours, packed for a PDF.
import { decodePhotograph } from '../../images/jpeg/jpeg-codec.js';
import { TO_GRAY, type Conversion } from './colour-conversion.js';
import { packPhotograph, unfiltered } from '../objects/pack-photograph.js';
import { deflated, inflated } from '../objects/zlib.js';

/** Pixels of a screen, three samples of a byte each. */
export interface PackedPixels {
  /** `differences`: samples of a photograph, as `packPhotograph` filters them. */
  readonly packing: 'jpeg' | 'deflated' | 'differences' | 'plain';
  readonly contents: Uint8Array;
  /** Pixels in a row. */
  readonly width: number;
}

/** Pixels in their new colours, deflated; those of photographs as differences. */
export interface Converted {
  readonly space: Conversion['space'];
  readonly isPhotograph: boolean;
  readonly bytes: Uint8Array;
}

export const SAMPLES: Readonly<Record<Conversion['space'], number>> = {
  DeviceGray: 1,
  DeviceRGB: 3,
  DeviceCMYK: 4,
};

/** @throws when a JPEG is damaged. */
export function convertPixels(
  { packing, contents, width }: PackedPixels,
  conversion: Pick<Conversion, 'space' | 'pixels'>,
): Converted {
  const pixels = unpacked({ packing, contents, width });
  // A picture that is all gray needs one ink only.
  const inGray = conversion.space === 'DeviceCMYK' && isGray(pixels);
  const space = inGray ? 'DeviceGray' : conversion.space;
  const bytes = (inGray ? TO_GRAY : conversion).pixels(pixels);
  const isPhotograph = packing === 'jpeg' || packing === 'differences';
  return {
    space,
    isPhotograph,
    bytes: isPhotograph ? packPhotograph({ bytes, width, samples: SAMPLES[space] }) : deflated(bytes),
  };
}

function unpacked({ packing, contents, width }: PackedPixels): Uint8Array {
  switch (packing) {
    case 'jpeg':
      return decodePhotograph(contents).rgb;
    case 'deflated':
      return inflated(contents);
    case 'differences':
      return unfiltered(inflated(contents), { width, samples: 3 }) ?? new Uint8Array();
    case 'plain':
      return contents;
  }
}

function isGray(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 3) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
}
