// Opens conversions from what is said of them as data.
import { createHash } from 'node:crypto';
import type { Ink } from '../../model/profile.js';
import { toCmyk } from './cmyk.js';
import { TO_GRAY, TO_RGB, type ColourOrder, type Conversion } from './colour-conversion.js';
import { toPlate, toProof } from './spot-inks.js';

/** @throws when an ICC profile is none of four inks. */
export async function openConversion(order: ColourOrder): Promise<Conversion> {
  return { ...(await opened(order)), order };
}

async function opened({ to }: ColourOrder): Promise<Conversion> {
  switch (to.colours) {
    case 'gray':
      return TO_GRAY;
    case 'rgb':
      return TO_RGB;
    case 'cmyk':
      return toCmyk(to);
    case 'plate':
      return toPlate(to.inks, to.ink);
    case 'proof':
      return toProof(to.inks);
  }
}

export const inGray: ColourOrder = { name: 'gray', to: { colours: 'gray' } };
export const inRgb: ColourOrder = { name: 'rgb', to: { colours: 'rgb' } };

/** @param inkLimit percent */
export function inFourInks(icc: Uint8Array, inkLimit: number): ColourOrder {
  return {
    name: `cmyk ${createHash('sha256').update(icc).digest('hex')} ${inkLimit}`,
    to: { colours: 'cmyk', icc, inkLimit },
  };
}

/** The plate of one of the inks, counted from 0. */
export function inOneInk(inks: readonly Ink[], ink: number): ColourOrder {
  return { name: `plate ${ink} ${JSON.stringify(inks)}`, to: { colours: 'plate', inks, ink } };
}

/** All inks on one another. */
export function inAllInks(inks: readonly Ink[]): ColourOrder {
  return { name: `proof ${JSON.stringify(inks)}`, to: { colours: 'proof', inks } };
}
