// Runs in a thread of its own: pdf.js reads files there. Its build for Node replaces `JSON.parse`,
// `JSON.stringify` and `Array.prototype.push` for all that runs beside it; here nothing does.
import { restoreNatives } from './pdfjs-environment.js'; // first: pdf.js takes what it finds
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'; // else it is loaded later, and replaces them then
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { answerQuestions } from '../../shared/worker-thread.js';

/**
 * What is wanted of a file: the text of pages, counted from 0; or how many pages there are, and the words of
 * marks on those that carry links.
 */
export type ReaderRequest = { readonly bytes: Uint8Array } & (
  { readonly wanted: 'texts'; readonly pages: readonly number[] } | { readonly wanted: 'marks' }
);

/** By what was wanted: the pieces of text of each page, in painting order; or what marks say. */
export interface Answers {
  readonly texts: readonly (readonly RawText[])[];
  readonly marks: PieceMarks;
}

export interface ReaderExchange {
  readonly question: ReaderRequest;
  readonly answer: Answers[keyof Answers];
}

/**
 * Text, the span it stands in, width, height, and the six numbers of the matrix by which it is painted; last,
 * where pdf.js took the text for one that runs to the left, `rtl`. Spans count what of a page may have a text
 * written beside it; -1 is none.
 */
export type RawText = readonly [
  text: string,
  span: number,
  width: number,
  height: number,
  a: number,
  b: number,
  c: number,
  d: number,
  x: number,
  y: number,
  way?: 'rtl',
];

export interface PieceMarks {
  /** How many it has. */
  readonly pages: number;
  readonly marks: readonly MarkWords[];
}

/** The 0-based page, the mark's number, its words. */
export type MarkWords = readonly [page: number, mark: number, words: string];

restoreNatives();

answerQuestions<ReaderExchange>(readFile);

async function readFile(reading: ReaderRequest): Promise<Answers[keyof Answers]> {
  const opening = getDocument({
    data: reading.bytes,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const file = await opening.promise;
    return reading.wanted === 'texts' ? await textsOf(file, reading.pages) : await marksOf(file);
  } finally {
    await opening.destroy();
  }
}

async function textsOf(file: PDFDocumentProxy, wanted: readonly number[]): Promise<Answers['texts']> {
  const pages: (readonly RawText[])[] = [];
  for (const index of wanted) {
    const page = await file.getPage(index + 1);
    const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
    pages.push(rawTexts(items));
    page.cleanup();
  }
  return pages;
}

type Items = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];
type TextItem = Extract<Items[number], { readonly str: string }>;

function isText(item: Items[number]): item is TextItem {
  return 'str' in item;
}

function rawTexts(items: Items): readonly RawText[] {
  const texts: RawText[] = [];
  const open: number[] = [];
  let spans = 0;
  for (const item of items) {
    if (isText(item)) {
      if (item.str !== '') texts.push(rawText(item, open.findLast((span) => span >= 0) ?? -1));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(isUnnumberedSpan(item) ? spans++ : -1);
  }
  return texts;
}

/** pdf.js's types do not say that a mark has a tag, nor that its number may be missing. */
function isUnnumberedSpan(item: object): boolean {
  return 'tag' in item && item.tag === 'Span' && (!('id' in item) || item.id === null);
}

function rawText({ str, dir, width, height, transform }: TextItem, span: number): RawText {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  return dir === 'rtl'
    ? [str, span, width, height, a, b, c, d, x, y, 'rtl']
    : [str, span, width, height, a, b, c, d, x, y];
}

async function marksOf(file: PDFDocumentProxy): Promise<Answers['marks']> {
  const marks: MarkWords[] = [];
  for (let index = 0; index < file.numPages; index += 1) {
    const page = await file.getPage(index + 1);
    if ((await page.getAnnotations({ intent: 'print' })).length > 0) {
      // as on paper: for the screen, all of the page's text would be read to see what links cover
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      marks.push(...[...markedIn(items)].map(([mark, words]): MarkWords => [index, mark, words]));
    }
    page.cleanup();
  }
  return { pages: file.numPages, marks };
}

function markedIn(items: Items): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  const open: (number | undefined)[] = [];
  for (const item of items) {
    if (isText(item)) {
      const mark = open.findLast((one) => one !== undefined);
      if (mark !== undefined) words.set(mark, `${words.get(mark) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(numberIn(item.id));
  }
  return words;
}

/** pdf.js names marks after their page's object and their number: `p12R_mc3`. */
function numberIn(id: string | undefined): number | undefined {
  const found = /_mc(\d+)$/.exec(id ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
