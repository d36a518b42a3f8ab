// Reads back the text of a finished PDF, with pdf.js: what a reader of the file gets to see, page by page.
import { createRequire } from 'node:module';
import type { PDFPage } from '@cantoo/pdf-lib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { keysIn, cachedPages } from '../objects/page-text-cache.js';
import { pageContentOf } from '../objects/page-content.js';
import { hiddenBy, type HiddenBy } from './text-visibility.js';
import { openFinished } from '../objects/open-pdf.js';
import { readTextCover, type TextCover } from './covered-text.js';
import { readInThread } from './pdf-reader.js';
import type { RawText } from './pdf-reader-thread.js';

/** A piece of text as it was painted: usually a line or a part of one. Points, from the page's lower left. */
export interface PaintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Which way it runs, as a unit vector: `[1, 0]` is to the right. */
  readonly direction: readonly [number, number];
  /**
   * Where it was taken for text that runs to the left: what of it stands at the right end comes first in it.
   */
  readonly way?: 'rtl';
  /** Whether all of it lies inside the trim. */
  readonly inside: boolean;
  /** Why it cannot be seen although it stands there; absent: it can. */
  readonly hiding?: HiddenBy;
}

export interface PaintedPage {
  readonly texts: readonly PaintedText[];
}

/** Half a point: hanging marks and rounding stay well below it at the trim's edge. */
const EDGE = 0.5;

/**
 * The text of every page, in painting order. It is read in a thread of its own, and once for the same array
 * of bytes: whoever finishes a file may ask for its text at once and let others ask later.
 *
 * @param memory what was read of pages that are equal in every byte that they are painted from. Default:
 *   nothing.
 * @throws an Error when the file is not a readable PDF.
 */
export function readPdfText(bytes: Uint8Array, memory: Cache = NO_CACHE): Promise<readonly PaintedPage[]> {
  const known = readings.get(bytes);
  if (known !== undefined) return known;
  const reading = paintedPages(bytes, memory);
  readings.set(bytes, reading);
  reading.catch(() => undefined); // whoever asks for it hears of it
  return reading;
}

const readings = new WeakMap<Uint8Array, Promise<readonly PaintedPage[]>>();

async function paintedPages(bytes: Uint8Array, memory: Cache): Promise<readonly PaintedPage[]> {
  const doc = await openFinished(bytes);
  const pages = doc.getPages();
  return cachedPages({
    what: ['text', ...READER],
    keys: keysIn(doc, memory),
    count: pages.length,
    memory,
    read: async (wanted) => {
      const texts = await readInThread({ wanted: 'texts', bytes, pages: wanted });
      return wanted.map((page, index) => paintedPage(pages[page], texts[index] ?? []));
    },
  });
}

/** Another pdf.js may read otherwise, and so do we with every change in what is told of a text. */
const READER = [
  '3',
  (createRequire(import.meta.url)('pdfjs-dist/package.json') as { readonly version: string }).version,
] as const;

function paintedPage(page: PDFPage | undefined, texts: readonly RawText[]): PaintedPage {
  if (!page) throw new Error('pdf.js and pdf-lib count the pages of a file differently.');
  const frame = { trim: page.getTrimBox(), veil: readTextCover(page) };
  return {
    texts: nameTexts(texts, () => pageContentOf(page))
      .filter(([text]) => text !== '')
      .map((text) => painted(text, frame)),
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a page's text is held against. */
interface Frame {
  readonly trim: Box;
  readonly veil: TextCover;
}

function painted(
  [text, , width, height, a, b, c, d, x, y, way]: RawText,
  { trim, veil }: Frame,
): PaintedText {
  // Text may run in any direction: what is printed upside down ends to the left of where it begins.
  const along = Math.hypot(a, b) || 1;
  const inside =
    isInside(trim, { x, y }) && isInside(trim, { x: x + (width * a) / along, y: y + (width * b) / along });
  const line = { x, y, width, size: Math.hypot(c, d) || height, direction: [a / along, b / along] as const };
  const hiding = inside ? hiddenBy(line, text, veil) : undefined;
  return { text, ...line, inside, ...(way ? { way } : {}), ...(hiding ? { hiding } : {}) };
}

function isInside(trim: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return (
    x >= trim.x - EDGE &&
    x <= trim.x + trim.width + EDGE &&
    y >= trim.y - EDGE &&
    y <= trim.y + trim.height + EDGE
  );
}

// Text that is written beside its glyphs (/ActualText; PDF 32000-1, 14.9.4). Where a letter is drawn as
// several glyphs, as in Arabic a body and its dots, no map can say what each of them means; pdf.js then reads
// NUL and passes over what stands beside.

/**
 * The texts with what stands beside them in place of letters that could not be read. They stay as they are
 * where the page's marks cannot be told for sure.
 */
export function nameTexts(texts: readonly RawText[], content: () => string): readonly RawText[] {
  const unread = new Set(
    texts.filter(([text, span]) => span >= 0 && text.includes('\0')).map(([, span]) => span),
  );
  if (unread.size === 0) return texts;
  const beside = textsBeside(content());
  const told = new Set<number>();
  return texts.map((one) => {
    const [, span, ...rest] = one;
    const name = beside[span];
    if (!unread.has(span) || name === undefined) return one;
    const isFirst = !told.has(span);
    told.add(span);
    return [isFirst ? name : '', span, ...rest];
  });
}

/**
 * Of each `/Span` that has no number in the reading structure, in order; undefined for those without a text.
 */
function textsBeside(content: string): readonly (string | undefined)[] {
  return [...content.matchAll(SPAN)]
    .filter(([, inside = '']) => !inside.includes('/MCID'))
    .map(([, inside = '']) => {
      const hex = /\/ActualText\s*<FEFF([0-9A-F\s]*)>/i.exec(inside)?.[1];
      if (hex !== undefined)
        return String.fromCharCode(
          ...(hex.replace(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)),
        );
      const plain = /\/ActualText\s*\(((?:[^\\()]|\\[\\()])*)\)/.exec(inside)?.[1];
      return plain?.replace(/\\([\\()])/g, '$1');
    });
}

const SPAN = /\/Span\s*<<((?:\((?:[^\\()]|\\.)*\)|<[0-9A-F\s]*>|[^<>()])*)>>\s*BDC/gi;
