// What makes a print file one printer's: colours, the standard it follows, and one plate for each ink where inks are its own.
import { createHash } from 'node:crypto';
import { PDFHeader, type PDFDocument } from '@cantoo/pdf-lib';
import type { PrinterProfile } from '../../model/profile.js';
import type { Memory } from '../pages/memory.js';
import { toCmyk } from './colour/cmyk.js';
import { colourFile } from './colour/colour.js';
import { TO_GRAY, TO_RGB, type Conversion } from './colour/conversion.js';
import { toPlate, toProof } from './colour/inks.js';
import { CLAIMS, writeIntent } from './standard/intent.js';
import { dropTransferCurves, sayOpaque, transparentPages } from './standard/opaque.js';

/** One file for a printer. */
export interface Plate {
  /** Behind the file's name: empty, or an ink's name, or `proof`. */
  readonly name: string;
  readonly profile: PrinterProfile;
  readonly conversion: Conversion;
}

/** More ink than this lies on no paper; profiles know better. */
const USUAL_INK_LIMIT = 300;

/** The files that a profile asks for: one, or one for each ink and a proof of all of them. What became of pictures and contents is remembered in `memory`. */
export async function platesOf(profile: PrinterProfile, memory?: Memory): Promise<readonly Plate[]> {
  const { colour, inks, condition, inkLimit = USUAL_INK_LIMIT } = profile;
  const knowing = (conversion: Conversion, ...by: readonly string[]): Conversion => (memory ? { ...conversion, known: { name: [CONVERTER, ...by].join(' '), memory } } : conversion);
  if (colour === 'spot') {
    const plates = inks.map(({ name }, ink) => ({ name, profile, conversion: knowing(toPlate(inks, ink), 'plate', String(ink), JSON.stringify(inks)) }));
    return [...plates, { name: 'proof', profile: { ...profile, colour: 'rgb' as const }, conversion: knowing(toProof(inks), 'proof', JSON.stringify(inks)) }];
  }
  if (colour !== 'cmyk') return [{ name: '', profile, conversion: knowing(colour === 'gray' ? TO_GRAY : TO_RGB, colour) }];
  if (!condition) throw new Error('Four inks need the ICC profile of a printing condition.');
  const { icc } = condition;
  return [{ name: '', profile, conversion: knowing(await toCmyk({ icc, inkLimit }), 'cmyk', createHash('sha256').update(icc).digest('hex'), String(inkLimit)) }];
}

/** To be raised with every change in how colours are converted or contents written. */
const CONVERTER = '1';

/**
 * Colours and structure of a printer's file, in place. A file for PDF/X-1a that shows one thing through another keeps
 * its transparency: nothing is flattened silently, and preflight names the pages.
 */
export function settleForPrinter(doc: PDFDocument, { profile, conversion }: Plate): void {
  colourFile(doc, conversion);
  dropTransferCurves(doc);
  writeIntent(doc, profile);
  if (profile.standard === 'x-1a' && transparentPages(doc).length === 0) sayOpaque(doc);
}

/** How the file is written: its version, and whether objects may be packed together (since PDF 1.5). */
export function writingFor(doc: PDFDocument, { standard }: PrinterProfile): { readonly useObjectStreams: boolean } {
  doc.context.header = standard === 'x-1a' ? PDFHeader.forVersion(1, 3) : PDFHeader.forVersion(1, 6);
  return { useObjectStreams: standard !== 'x-1a' };
}

/** What Info and XMP say of the standard. */
export function claimsOf({ standard }: PrinterProfile): Readonly<Record<string, string>> {
  return standard === 'none' ? {} : CLAIMS[standard];
}
