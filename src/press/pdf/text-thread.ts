// Runs in a thread of its own: pdf.js reads a finished file's text there. Its build for Node replaces `JSON.parse`,
// `JSON.stringify` and `Array.prototype.push` by slower ones for all that runs beside it; here nothing does.
import { parentPort } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist';

/** A file to be read. */
export interface TextOrder {
  readonly id: number;
  readonly bytes: Uint8Array;
  /** The pages that are wanted, from 0. */
  readonly pages: readonly number[];
}

/** The pieces of text of each page that was wanted, in painting order; or why the file cannot be read. */
export type TextAnswer = { readonly id: number } & ({ readonly pages: readonly (readonly RawText[])[] } | { readonly failed: string });

/** Text, width, height, and the six numbers of the matrix by which it is painted. */
export type RawText = readonly [text: string, width: number, height: number, a: number, b: number, c: number, d: number, x: number, y: number];

parentPort?.on('message', ({ id, bytes, pages: wanted }: TextOrder) => {
  readPages(bytes, wanted).then(
    (pages) => { answer({ id, pages }); },
    (reason: unknown) => { answer({ id, failed: reason instanceof Error ? reason.message : String(reason) }); },
  );
});

function answer(said: TextAnswer): void {
  parentPort?.postMessage(said);
}

async function readPages(data: Uint8Array, wanted: readonly number[]): Promise<readonly (readonly RawText[])[]> {
  const opening = getDocument({ data, useSystemFonts: false, disableFontFace: true, isEvalSupported: false, verbosity: 0 });
  try {
    const file = await opening.promise;
    const pages: (readonly RawText[])[] = [];
    for (const index of wanted) {
      const page = await file.getPage(index + 1);
      const { items } = await page.getTextContent({ disableNormalization: true });
      pages.push(items.filter(isText).filter((item) => item.str !== '').map(rawText));
      page.cleanup();
    }
    return pages;
  } finally {
    await opening.destroy();
  }
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];
type TextItem = Extract<Item, { readonly str: string }>;

function isText(item: Item): item is TextItem {
  return 'str' in item;
}

function rawText({ str, width, height, transform }: TextItem): RawText {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  return [str, width, height, a, b, c, d, x, y];
}
