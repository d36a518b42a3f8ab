// What a finished PDF is made of, as facts that a check can judge. Reads any PDF, also one that Foldmark did
// not make.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFRawStream,
  PDFString,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import type { Box } from '../objects/page-geometry.js';
import { unpackStream } from '../objects/streams.js';
import { name } from '../objects/pdf-name.js';
import { keysIn, cachedPages } from '../objects/page-text-cache.js';
import { openFinished } from '../objects/open-pdf.js';
import { annotationCount, pageContentOf } from '../objects/page-content.js';
import { boxesOf } from './page-boxes.js';
import { readPaint } from './painted-content.js';
import type { Paint } from './paint-notes.js';

export type { Box } from '../objects/page-geometry.js';
export type { PaintedImage } from './paint-notes.js';

export interface PageFacts extends Paint {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
  /** Whether the page says itself where it is cut. */
  readonly saysTrim: boolean;
  readonly annotations: number;
}

export interface PdfFacts {
  /** `1.6` */
  readonly version: string;
  readonly bytes: number;
  readonly pages: readonly PageFacts[];
  /** By name, without the letters of a subset. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly page: number }[];
  /** `PDF/X-4`, `PDF/X-1:2001`; empty where none is claimed. */
  readonly standard: string;
  /** The ICC profile of the output intent. */
  readonly intent?: Uint8Array;
  /** What a print file has to have, and whether it does. */
  readonly has: Readonly<
    Record<'output intent' | 'XMP metadata' | 'word on trapping' | 'title' | 'dates' | 'identifier', boolean>
  >;
  /** Things for reading on a screen: `Outlines`, `OpenAction` … */
  readonly reading: readonly string[];
}

/**
 * @param memory what was found of equal pages before. Default: nothing.
 * @throws an Error when the file is no PDF that can be read, or is encrypted.
 */
export async function readFacts(bytes: Uint8Array, memory: Cache = NO_CACHE): Promise<PdfFacts> {
  const doc = await openFinished(bytes);
  const { context, catalog } = doc;
  const info = context.lookup(context.trailerInfo.Info);
  const said = (key: string): string => (info instanceof PDFDict ? textOf(info.lookup(name(key))) : '');
  const pages = await pagesFacts(doc, memory);
  const fonts = new Map(
    pages
      .flatMap((page, index) => page.fonts.map((font) => [font.name, { ...font, page: index }] as const))
      .reverse(),
  );
  return {
    version: /%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1] ?? '',
    bytes: bytes.length,
    pages,
    fonts: [...fonts.values()].sort((a, b) => a.page - b.page),
    ...intentOf(doc),
    standard: said('GTS_PDFXVersion') || standardInXmp(doc),
    has: {
      'output intent': catalog.has(name('OutputIntents')),
      'XMP metadata': catalog.has(name('Metadata')),
      'word on trapping': info instanceof PDFDict && info.has(name('Trapped')),
      title: said('Title') !== '',
      dates: said('CreationDate') !== '' && said('ModDate') !== '',
      identifier: context.trailerInfo.ID !== undefined,
    },
    reading: ['Outlines', 'OpenAction', 'AA', 'AcroForm', 'StructTreeRoot'].filter((key) =>
      catalog.has(name(key)),
    ),
  };
}

async function pagesFacts(doc: PDFDocument, memory: Cache): Promise<readonly PageFacts[]> {
  const pages = doc.getPages();
  const paints = await cachedPages({
    what: ['paint', '1'],
    keys: keysIn(doc, memory),
    count: pages.length,
    memory,
    read: (wanted) => wanted.flatMap((index) => (pages[index] ? [paintOf(pages[index])] : [])),
  });
  return pages.flatMap((page, index) => {
    const paint = paints[index];
    return paint
      ? [
          {
            ...paint,
            finestLine: paint.finestLine ?? Infinity,
            ...boxesOf(page),
            saysTrim: page.node.has(name('TrimBox')),
            annotations: annotationCount(page),
          },
        ]
      : [];
  });
}

/** As JSON knows it: without Infinity. */
type KnownPaint = Omit<Paint, 'finestLine'> & { readonly finestLine?: number };

function paintOf(page: PDFPage): KnownPaint {
  const { finestLine, ...paint } = readPaint({
    context: page.doc.context,
    content: pageContentOf(page),
    resources: page.node.Resources(),
    within: boxesOf(page).bleed,
  });
  return { ...paint, ...(Number.isFinite(finestLine) ? { finestLine } : {}) };
}

function textOf(object: unknown): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}

function intentOf({ catalog }: PDFDocument): Pick<PdfFacts, 'intent'> {
  const intents = catalog.lookup(name('OutputIntents'));
  const [first] =
    intents instanceof PDFArray ? intents.asArray().map((_, index) => intents.lookup(index)) : [];
  const icc = first instanceof PDFDict ? first.lookup(name('DestOutputProfile')) : undefined;
  return icc instanceof PDFRawStream ? { intent: unpackStream(icc) } : {};
}

function standardInXmp({ catalog }: PDFDocument): string {
  const stream = catalog.lookup(name('Metadata'));
  const text =
    stream && 'contents' in stream && stream.contents instanceof Uint8Array
      ? Buffer.from(stream.contents).toString('latin1')
      : '';
  return /GTS_PDFXVersion>([^<]*)</.exec(text)?.[1] ?? '';
}
