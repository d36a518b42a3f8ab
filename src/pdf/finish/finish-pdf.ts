// Finishes a file from the master: cut for the printing house, or for the screen with links and everything a
// reader wants.
import { PDFName, PDFString, type PDFDocument, PDFArray, PDFDict, PDFHexString } from '@cantoo/pdf-lib';
import type { Artifact } from '../../model/artifact.js';
import type { Composition } from '../../model/edition.js';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { cutPages } from './crop-pages.js';
import { fileDate, pdfDate } from '../objects/pdf-dates.js';
import { destinations, type Destinations } from './destinations.js';
import { writeLabels } from './page-labels.js';
import { writeOutline } from './bookmarks.js';
import { printEdition, type Master } from '../objects/master.js';
import { PRINT_RESOLUTION, resamplingFor, SCREEN_RESOLUTION } from './image-resolution.js';
import { claimsOf, finishForPrinter, writingFor, type Plate } from './printer-output.js';
import { shapeFor } from '../objects/page-shape.js';
import { softenHyphens } from '../objects/soft-hyphens.js';
import { imageSizesOf } from '../resample/image-sizes.js';
import { resampleImages } from '../resample/resample-images.js';
import { finishTags } from '../tags/finish-tags.js';
import { markedWords, type MarkedWords } from '../tags/link-descriptions.js';
import { fingerprint, removeUnused } from './remove-unused.js';
import { writePacked } from './write-pdf.js';
import { innerTarget } from '../objects/link-target.js';
import { name } from '../objects/pdf-name.js';
import type { Metadata } from '../../model/metadata.js';
import { PRODUCER } from './producer.js';
import { fullTitle, xmpPacket } from './xmp.js';

/** An artifact that only lacks its name. */
export type FinishedPdf = Omit<Artifact, 'name'>;

export interface FinishOrder {
  readonly master: Master;
  readonly composition: Composition;
  readonly purpose: 'print' | 'screen';
  /** For print: the printer's file; default the book's own measures and the colours as they are. */
  readonly plate?: Plate;
  /** For whom a screen file's images are: `print` where sheets are made of its pages. Default `screen`. */
  readonly images?: 'screen' | 'print';
  /**
   * Whether other files are finished from this master after this one. Default `kept`: they may be. A copy of
   * it takes as much memory as itself.
   */
  readonly afterwards?: 'kept' | 'spent';
  /** What became of equal pages before. Default: nothing. */
  readonly memory?: Cache | undefined;
  /** Seconds since 1970, for the file's dates; without it the book's own date is used. */
  readonly epoch?: number;
}

/**
 * The finished file. Equal input gives equal bytes.
 *
 * @example const { bytes } = await finishPdf({ master, composition, purpose: 'screen' });
 */
export async function finishPdf({
  master,
  composition,
  purpose,
  plate,
  images = 'screen',
  afterwards = 'kept',
  memory = NO_CACHE,
  epoch,
}: FinishOrder): Promise<FinishedPdf> {
  const start = performance.now();
  const { metadata, outline } = composition;
  const sizes = await imageSizesOf(master.document);
  const doc = await (afterwards === 'kept' ? master.document.copy() : master.document.last());
  const to = destinations(doc, master);
  const shapes =
    plate &&
    master.pages.pages.map(({ side }) => shapeFor(plate.profile, { side, direction: metadata.direction }));
  cutPages(doc, { edition: printEdition(composition), purpose, ...(shapes ? { shapes } : {}) });
  const usual = purpose === 'screen' && images === 'screen' ? SCREEN_RESOLUTION : PRINT_RESOLUTION;
  const resampled = await resampleImages(doc, {
    sizes,
    memory,
    ...(plate ? resamplingFor(plate) : { to: usual, jpeg: 'packed' }),
  });
  if (purpose === 'print') removeScreenFeatures(doc);
  else
    await settleForScreen(doc, {
      to,
      outline,
      metadata,
      words: await markedWords(master.pieces, memory),
      memory,
    });
  if (plate) await finishForPrinter(doc, plate);
  writeLabels(doc, master.labels);
  const date = fileDate(metadata, epoch);
  const claims = plate && date ? claimsOf(plate.profile) : {}; // a standard wants dates
  writeIdentity(doc, {
    metadata,
    date,
    claims,
    identity: fingerprint(
      doc,
      JSON.stringify([purpose, plate?.profile.name ?? '', plate?.name ?? '', metadata, date ?? '']),
    ),
  });
  removeUnused(doc);
  const writing = plate ? writingFor(doc, plate.profile) : { useObjectStreams: true };
  const bytes = writing.useObjectStreams
    ? await writePacked(doc)
    : await doc.save({
        ...writing,
        updateFieldAppearances: false,
        addDefaultPage: false,
        objectsPerTick: Infinity,
      });
  return {
    edition: purpose,
    mediaType: 'application/pdf',
    bytes,
    pages: master.pages,
    ...(resampled.length > 0 ? { resampled } : {}),
    spent: { ...master.spent, finish: Math.round(performance.now() - start) },
  };
}

interface ScreenSettings {
  readonly to: ReturnType<typeof destinations>;
  readonly outline: Composition['outline'];
  readonly metadata: Composition['metadata'];
  readonly words: MarkedWords;
  readonly memory: Cache;
}

/** The window shows the book's title, the bookmarks, and knows the language and which way pages turn. */
async function settleForScreen(
  doc: PDFDocument,
  { to, outline, metadata: { language, direction }, words, memory }: ScreenSettings,
): Promise<void> {
  const written = await finishTags(doc, words, memory);
  writeLinks(doc, to);
  softenHyphens(doc, written);
  writeOutline(doc, { entries: outline, to });
  const { catalog, context } = doc;
  catalog.set(PDFName.of('Lang'), PDFString.of(language));
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  catalog.set(
    PDFName.of('ViewerPreferences'),
    context.obj({ DisplayDocTitle: true, Direction: direction === 'rtl' ? 'R2L' : 'L2R' }),
  );
}

// Links of the finished file: those inside the book go to explicit places, those to the world stay as they
// are.

/** Rewrites the links inside the book. Chromium names their places; the names are dropped afterwards. */
function writeLinks(doc: PDFDocument, to: Destinations): void {
  for (const page of doc.getPages()) {
    for (const annotation of annotations(page.node)) {
      const anchor = innerTarget(annotation);
      const destination = anchor === undefined ? undefined : to(anchor);
      if (destination === undefined) continue;
      annotation.delete(name('A'));
      annotation.set(name('Dest'), destination);
    }
  }
  doc.catalog.delete(name('Dests'));
}

/** A file for a printing house carries no annotations (PDF/X-4, 6.17) and no reading structure. */
function removeScreenFeatures(doc: PDFDocument): void {
  for (const page of doc.getPages()) {
    for (const key of ['Annots', 'StructParents', 'Tabs', 'AA']) page.node.delete(name(key));
  }
  for (const key of [
    'StructTreeRoot',
    'MarkInfo',
    'Outlines',
    'Dests',
    'Names',
    'OpenAction',
    'AA',
    'AcroForm',
  ])
    doc.catalog.delete(name(key));
}

function annotations(page: PDFDict): readonly PDFDict[] {
  const list = page.lookup(name('Annots'));
  return list instanceof PDFArray
    ? list
        .asArray()
        .map((_, index) => list.lookup(index))
        .filter((one) => one instanceof PDFDict)
    : [];
}

// The file's document information and everything else that says which book it is.

interface Identity {
  readonly metadata: Metadata;
  readonly date: Date | undefined;
  /** 32 hexadecimal digits, made from what the file holds. */
  readonly identity: string;
  /** What the file says of the standard it follows: `{ GTS_PDFXVersion: 'PDF/X-4' }`. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** Writes Info, XMP and the file's identifier; replaces what Chromium wrote. */
function writeIdentity(doc: PDFDocument, { metadata, date, identity, claims = {} }: Identity): void {
  const { context, catalog } = doc;
  context.trailerInfo.Info = context.register(info(doc, { metadata, date, identity, claims }));
  context.trailerInfo.ID = context.obj([PDFHexString.of(identity), PDFHexString.of(identity)]);
  const packet = xmpPacket(metadata, { date, identity, isbn: metadata.isbn.print, claims });
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}

function info({ context }: PDFDocument, { metadata, date, claims = {} }: Identity): PDFDict {
  const authors = metadata.contributors
    .filter(({ role }) => role === 'aut')
    .map(({ name }) => name)
    .join(', ');
  const entries = context.obj({});
  const say = (name: string, words: string | undefined): void => {
    if (words !== undefined && words !== '') entries.set(PDFName.of(name), PDFHexString.fromText(words));
  };
  say('Title', fullTitle(metadata));
  say('Author', authors);
  say('Subject', metadata.description);
  say('Keywords', metadata.subjects.map(({ term }) => term).join(', '));
  say('Creator', PRODUCER);
  say('Producer', PRODUCER);
  if (date !== undefined) {
    entries.set(PDFName.of('CreationDate'), PDFString.of(pdfDate(date)));
    entries.set(PDFName.of('ModDate'), PDFString.of(pdfDate(date)));
  }
  for (const [name, words] of Object.entries(claims)) entries.set(PDFName.of(name), PDFString.of(words));
  entries.set(PDFName.of('Trapped'), PDFName.of('False'));
  return entries;
}
