// How many pixels per inch the images of a file need.
import type { PrinterProfile } from '../../model/profile.js';
import type { Conversion } from '../colour/colour-conversion.js';
import { isPlainRgb } from '../colour/convert-images.js';
import type { Resampling } from '../resample/resample-images.js';
import type { Resolution } from '../colour/resample-pixels.js';

/** Halftones show no more of a photograph; edges of drawings show up to this. */
export const PRINT_RESOLUTION: Resolution = { photograph: 300, lineArt: 1200 };

/** Sharp on the finest displays at the page's own size, and still when it is shown twice as large. */
export const SCREEN_RESOLUTION: Resolution = { photograph: 200, lineArt: 600 };

interface Wishes {
  readonly profile: Pick<PrinterProfile, 'images'>;
  readonly conversion: Pick<Conversion, 'space' | 'pixels'>;
}

/** As a printer asks for: never fewer than usual where it would take fewer, never more than it takes. */
export function resamplingFor({
  profile: {
    images: { good, most = Infinity },
  },
  conversion,
}: Wishes): Pick<Resampling, 'to' | 'jpeg'> {
  const { photograph, lineArt } = PRINT_RESOLUTION;
  return {
    to: {
      photograph: Math.min(Math.max(photograph, good), most),
      lineArt: Math.min(Math.max(lineArt, good), most),
    },
    jpeg: conversion.space === 'DeviceRGB' && isPlainRgb(conversion) ? 'packed' : 'open',
  };
}
