// Finishes a file from the master: cut for the printing house, or for the screen with links and everything a reader wants.
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Artifact } from '../../model/artifact.js';
import type { Composition } from '../../model/edition.js';
import { cutPages } from './cut.js';
import { fileDate } from './dates.js';
import { destinations } from './destinations.js';
import { writeIdentity } from './info.js';
import { writeLabels } from './labels.js';
import { dropReading, settleLinks } from './links.js';
import { writeOutline } from './outline.js';
import { printEdition, type Master } from './press.js';
import { softenHyphens } from './soft-hyphens.js';
import { settleStructure } from './structure.js';
import { fingerprint, sweep } from './sweep.js';

/** An artifact that only lacks its name. */
export type FinishedPdf = Omit<Artifact, 'name'>;

export interface FinishOrder {
  readonly master: Master;
  readonly composition: Composition;
  readonly purpose: 'print' | 'screen';
  /** Seconds since 1970, for the file's dates; without it the book's own date is used. */
  readonly epoch?: number;
}

/**
 * The finished file. Equal input gives equal bytes.
 *
 * @example const { bytes } = await finishPdf({ master, composition, purpose: 'screen' });
 */
export async function finishPdf({ master, composition, purpose, epoch }: FinishOrder): Promise<FinishedPdf> {
  const start = performance.now();
  const { metadata, outline } = composition;
  const doc = await PDFDocument.load(master.bytes, { updateMetadata: false });
  const to = destinations(doc, master);
  cutPages(doc, { edition: printEdition(composition), purpose });
  if (purpose === 'print') dropReading(doc);
  else settleForScreen(doc, { to, language: metadata.language, direction: metadata.direction });
  writeOutline(doc, { entries: outline, to });
  writeLabels(doc, master.labels);
  const date = fileDate(metadata, epoch);
  writeIdentity(doc, { metadata, date, identity: fingerprint(doc, JSON.stringify([purpose, metadata, date ?? ''])) });
  sweep(doc);
  const bytes = await doc.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
  return { edition: purpose, mediaType: 'application/pdf', bytes, pages: master.pages, spent: { ...master.spent, finish: Math.round(performance.now() - start) } };
}

interface ScreenSettings {
  readonly to: ReturnType<typeof destinations>;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The window shows the book's title, the bookmarks, and knows the language and which way pages turn. */
function settleForScreen(doc: PDFDocument, { to, language, direction }: ScreenSettings): void {
  settleLinks(doc, to);
  settleStructure(doc);
  softenHyphens(doc);
  const { catalog, context } = doc;
  catalog.set(PDFName.of('Lang'), PDFString.of(language));
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true, Direction: direction === 'rtl' ? 'R2L' : 'L2R' }));
}
