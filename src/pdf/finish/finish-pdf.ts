// Finishes a file from the master: cut for the printing house, or for the screen with links and everything a
// reader wants.
import { PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';
import type { Artifact } from '../../model/artifact.js';
import type { Composition } from '../../model/edition.js';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { cutPages } from './crop-pages.js';
import { fileDate } from '../objects/pdf-dates.js';
import { destinations } from './destinations.js';
import { writeIdentity } from './document-info.js';
import { writeLabels } from './page-labels.js';
import { removeScreenFeatures, writeLinks } from './link-annotations.js';
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
