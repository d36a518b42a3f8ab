// What makes a print file one printer's: colours, the standard it follows, and one plate for each ink where
// inks are its own.
import { PDFHeader, type PDFDocument } from '@cantoo/pdf-lib';
import type { PrinterProfile } from '../../model/profile.js';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { startConversion, convertFile } from '../colour/convert-colours.js';
import type { ColourOrder, Conversion } from '../colour/colour-conversion.js';
import { inAllInks, inFourInks, inGray, inOneInk, inRgb, openConversion } from '../colour/open-conversion.js';
import type { Original } from '../objects/load-pdf.js';
import { imageSizesOf } from '../resample/image-sizes.js';
import { resampledAhead } from '../resample/resample-images.js';
import { resamplingFor } from './image-resolution.js';
import { CLAIMS, writeIntent } from './output-intent.js';
import { dropTransferCurves, declareOpaque, transparentPages } from '../objects/opacity.js';

/** One file for a printer. */
export interface Plate {
  /** Behind the file's name: empty, or an ink's name, or `proof`. */
  readonly name: string;
  readonly profile: PrinterProfile;
  readonly conversion: Conversion;
}

/** More ink than this lies on no paper; profiles know better. */
const USUAL_INK_LIMIT = 300;

/**
 * The files that a profile asks for: one, or one for each ink and a proof of all of them. What became of
 * pictures and contents is remembered in `memory`.
 */
export async function platesOf(profile: PrinterProfile, memory?: Cache): Promise<readonly Plate[]> {
  return Promise.all(
    ordersOf(profile).map(async ({ name, order, ...own }) => {
      const conversion = await openConversion(order);
      return {
        name,
        profile: { ...profile, ...own },
        conversion: memory ? { ...conversion, known: { name: order.name, memory } } : conversion,
      };
    }),
  );
}

interface PlateOrder {
  readonly name: string;
  readonly order: ColourOrder;
  /** Where it is not the profile's own. */
  readonly colour?: 'rgb';
}

function ordersOf({
  colour,
  inks,
  condition,
  inkLimit = USUAL_INK_LIMIT,
}: PrinterProfile): readonly PlateOrder[] {
  if (colour === 'spot')
    return [
      ...inks.map(({ name }, ink) => ({ name, order: inOneInk(inks, ink) })),
      { name: 'proof', order: inAllInks(inks), colour: 'rgb' },
    ];
  if (colour !== 'cmyk') return [{ name: '', order: colour === 'gray' ? inGray : inRgb }];
  if (!condition) throw new Error('Four inks need the ICC profile of a printing condition.');
  return [{ name: '', order: inFourInks(condition.icc, inkLimit) }];
}

/**
 * Has a master's pictures converted for a printer while other things are done. @throws when the master cannot
 * be joined
 */
export async function convertAhead(master: Original, plate: Plate): Promise<void> {
  const [doc, sizes] = await Promise.all([master.look(), imageSizesOf(master)]);
  const { conversion } = plate;
  const resampling = { sizes, memory: conversion.known?.memory ?? NO_CACHE, ...resamplingFor(plate) };
  startConversion(doc, conversion, (ref, image) => resampledAhead(doc.context, { ref, image }, resampling));
}

/**
 * Colours and structure of a printer's file, in place. A file for PDF/X-1a that shows one thing through
 * another keeps its transparency: nothing is flattened silently, and preflight names the pages.
 */
export async function finishForPrinter(doc: PDFDocument, { profile, conversion }: Plate): Promise<void> {
  await convertFile(doc, conversion);
  dropTransferCurves(doc);
  writeIntent(doc, profile);
  if (profile.standard === 'x-1a' && transparentPages(doc).length === 0) declareOpaque(doc);
}

/** How the file is written: its version, and whether objects may be packed together (since PDF 1.5). */
export function writingFor(
  doc: PDFDocument,
  { standard }: PrinterProfile,
): { readonly useObjectStreams: boolean } {
  doc.context.header = standard === 'x-1a' ? PDFHeader.forVersion(1, 3) : PDFHeader.forVersion(1, 6);
  return { useObjectStreams: standard !== 'x-1a' };
}

/** What Info and XMP say of the standard. */
export function claimsOf({ standard }: PrinterProfile): Readonly<Record<string, string>> {
  return standard === 'none' ? {} : CLAIMS[standard];
}
