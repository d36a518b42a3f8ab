// What marked content says, read with pdf.js: links are described by their own words.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a mark, by the 0-based page and the mark's number; empty where there are none. */
export type MarkedWords = (page: number, mark: number) => string;

/** Reads the pages that carry links. */
export async function markedWords(bytes: Uint8Array): Promise<MarkedWords> {
  const opening = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, isEvalSupported: false, verbosity: 0 });
  const words = new Map<string, string>();
  try {
    const file = await opening.promise;
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      if ((await page.getAnnotations()).length > 0) {
        const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
        readItems(items, (mark, text) => { words.set(`${number - 1} ${mark}`, (words.get(`${number - 1} ${mark}`) ?? '') + text); });
      }
      page.cleanup();
    }
  } finally {
    await opening.destroy();
  }
  return (page, mark) => words.get(`${page} ${mark}`) ?? '';
}

type Items = readonly ({ readonly str: string; readonly hasEOL: boolean } | { readonly type: string; readonly id?: string })[];

function readItems(items: Items, say: (mark: number, text: string) => void): void {
  const open: (number | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((one) => one !== undefined);
      if (mark !== undefined) say(mark, item.hasEOL ? `${item.str} ` : item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(numberIn(item.id));
  }
}

/** pdf.js names marks after their page's object and their number: `p12R_mc3`. */
function numberIn(id: string | undefined): number | undefined {
  const found = /_mc(\d+)$/.exec(id ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
