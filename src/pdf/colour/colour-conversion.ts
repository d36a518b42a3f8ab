// What becomes of a colour: from what Chromium paints (sRGB) to what a printer is given.
import type { Cache } from '../../cache/cache.js';
import type { Ink } from '../../model/profile.js';
import type { Rgb } from './rgb-colour.js';

/** A conversion as data: what it is opened from, here or in a thread. */
export interface ColourOrder {
  /** Says everything that the conversion depends on. */
  readonly name: string;
  readonly to:
    | { readonly colours: 'gray' | 'rgb' }
    /** `inkLimit` in percent. */
    | { readonly colours: 'cmyk'; readonly icc: Uint8Array; readonly inkLimit: number }
    | { readonly colours: 'plate'; readonly inks: readonly Ink[]; readonly ink: number }
    | { readonly colours: 'proof'; readonly inks: readonly Ink[] };
}

export interface Conversion {
  readonly space: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';
  /** One colour, every component from 0 to 1, in the space. */
  readonly colour: (rgb: Rgb) => readonly number[];
  /** Pixels of 8 bits a component, three components in. */
  readonly pixels: (rgb: Uint8Array) => Uint8Array;
  /** What it was opened from: then a thread converts pixels. Default: that is done here. */
  readonly order?: ColourOrder;
  /**
   * What pictures and contents became before, under a name that says everything the conversion depends on.
   * Default: nothing.
   */
  readonly known?: { readonly name: string; readonly memory: Cache };
}

/** By lightness: a gray as light as the colour (ITU-R BT.709). */
export const TO_GRAY: Conversion = {
  space: 'DeviceGray',
  colour: (rgb) => [lightness(rgb)],
  pixels: (rgb) => {
    const gray = new Uint8Array(rgb.length / 3);
    for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 3) {
      gray[pixel] = Math.round(
        encode(
          0.2126 * (LINEAR[rgb[at] ?? 0] ?? 0) +
            0.7152 * (LINEAR[rgb[at + 1] ?? 0] ?? 0) +
            0.0722 * (LINEAR[rgb[at + 2] ?? 0] ?? 0),
        ) * 255,
      );
    }
    return gray;
  },
};

/** As it is. */
export const TO_RGB: Conversion = { space: 'DeviceRGB', colour: (rgb) => rgb, pixels: (rgb) => rgb };

function lightness([red, green, blue]: Rgb): number {
  if (red === green && green === blue) return red;
  return encode(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
}

/** IEC 61966-2-1 */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encode(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => linear(byte / 255));
