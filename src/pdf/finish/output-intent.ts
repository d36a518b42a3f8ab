// What printing a file was made for (ISO 15930-7, 6.2): the output intent, and the version it claims to
// follow.
import { PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import type { PrinterProfile, Standard } from '../../model/profile.js';
import { streamOf } from '../objects/streams.js';
import { deflated } from '../objects/zlib.js';

/** What Info and XMP say of the standard. */
export const CLAIMS: Readonly<Record<Exclude<Standard, 'none'>, Readonly<Record<string, string>>>> = {
  'x-4': { GTS_PDFXVersion: 'PDF/X-4' },
  'x-1a': { GTS_PDFXVersion: 'PDF/X-1:2001', GTS_PDFXConformance: 'PDF/X-1a:2001' },
};

/**
 * Writes the intent. PDF/X-1a names a registered condition, and printers that ask for it want no profile in
 * the file; a condition that no registry knows is always described by its profile.
 */
export function writeIntent(
  { context, catalog }: PDFDocument,
  { condition, standard }: PrinterProfile,
): void {
  if (!condition || standard === 'none') return;
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX' });
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of(condition.identifier));
  if (condition.file === undefined)
    intent.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'));
  intent.set(
    PDFName.of('Info'),
    PDFHexString.fromText(condition.file?.replace(/^.*[\\/]/, '') ?? condition.identifier),
  );
  if (standard === 'x-4' || condition.file !== undefined)
    intent.set(
      PDFName.of('DestOutputProfile'),
      context.register(streamOf(context.obj({ N: 4 }), deflated(condition.icc))),
    );
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
