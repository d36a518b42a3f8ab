// Finished files that were damaged on purpose, one word or line each: the check finds every damage, on paper
// and on the screen, and says nothing of what only looks like one.
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfWords } from '../../src/check/conservation/pdf-words.js';
import { checkShown } from '../../src/check/conservation/shown-words.js';
import type { ExpectedWords } from '../../src/model/expected-words.js';
import { checkWordSpaces } from '../../src/check/conservation/word-spaces.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { finishPdf } from '../../src/pdf/finish/finish-pdf.js';
import { printMaster } from '../../src/pagination/print-master.js';
import { readLetterGaps } from '../../src/pdf/read/letter-gaps.js';
import { readPdfText, type PaintedText } from '../../src/pdf/read/pdf-text.js';
import { composeFixture } from './fixture.js';

const PARAGRAPHS = [
  'Air is thin up here, and nobody counts it.',
  'Below, the water keeps its own time and says so.',
  'Sam walks to the wreck before the second tide.',
  'Nothing in the hut remembers what it was for.',
];
const PURPOSES = ['print', 'screen'] as const;
type Purpose = (typeof PURPOSES)[number];

let browser: OpenBrowser;
let expected: ExpectedWords;
const files = new Map<Purpose, Uint8Array>();

beforeAll(async () => {
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
  const composition = composeFixture(
    '<!doctype html><style>@page{size:105mm 148mm;margin:15mm}p{margin:0 0 ' +
      `1em}</style>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('')}`,
    'damaged',
  );
  const { value: master } = await printMaster({ composition, browser });
  expected = master.words;
  for (const purpose of PURPOSES)
    files.set(purpose, (await finishPdf({ master, composition, purpose })).bytes);
}, 60_000);
afterAll(async () => {
  await browser.close();
});

interface Damage {
  /** Changes the stream that paints the first text line, given as operators from BT to ET. */
  readonly line?: (operators: string) => string;
  /** Adds to the page, behind everything or, with `before`, in front of it. */
  readonly page?: (page: PDFPage, first: PaintedText) => void | Promise<void>;
}

async function told(
  purpose: Purpose,
  { line = (same) => same, page: change }: Damage,
): Promise<readonly string[]> {
  const bytes = files.get(purpose) ?? new Uint8Array();
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const [page] = doc.getPages();
  const first = (await readPdfText(bytes))[0]?.texts.find(({ text }) => text.startsWith('Air'));
  if (!page || !first) throw new Error('The file has no first line.');
  rewrite(doc, page, (content) => content.replace(/\bBT\b[^]*?\bET\b/, line));
  await change?.(page, first);
  const saved = await doc.save();
  const pages = await readPdfText(saved);
  const spaces = checkWordSpaces({
    file: 'x.pdf',
    pages,
    gaps: await readLetterGaps(saved),
    folios: [],
    expected,
    places: new Map(),
  });
  return [
    ...spaces,
    ...checkShown({
      file: 'x.pdf',
      expected,
      ...pdfWords({ pages, folios: [], expected }),
      places: new Map(),
      titles: {},
    }),
  ].map(({ code, hint }) => (hint === undefined ? code : `${code} ${hint}`));
}

function rewrite({ context }: PDFDocument, { node }: PDFPage, change: (content: string) => string): void {
  const contents = node.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  const text = streams
    .map((stream) => (stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : ''))
    .join('\n');
  const packed = deflateSync(Buffer.from(`q ${change(text)} Q`, 'latin1'));
  node.set(
    PDFName.of('Contents'),
    context.register(
      PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: packed.length }), new Uint8Array(packed)),
    ),
  );
}

/** Paints operators after all that is on the page, in points from its corner. */
function paint(page: PDFPage, operators: string): void {
  rewrite(page.doc, page, (content) => `q ${content} Q ${operators}`);
}

/** A pixel of white, as wide and high as it is asked for. */
function picture(
  page: PDFPage,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const image = page.doc.context.stream(new Uint8Array([255]), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  });
  page.node.setXObject(PDFName.of('White'), page.doc.context.register(image));
  paint(page, `q ${width} 0 0 ${height} ${x} ${y} cm /White Do Q`);
}

const COVERED =
  'LOSS-001 The words stand on page 1, but something is painted over them: look for backgrounds, ' +
  'pictures and positions.';
const CLIPPED =
  'LOSS-001 The words stand on page 1, but a box cuts them off: look for a height with "overflow: hidden".';

const DAMAGES: Readonly<Record<string, Damage & { readonly said: readonly string[] }>> = {
  'a line that is cut out': { line: () => '', said: ['LOSS-001'] },
  'a line painted twice in the same place': { line: (same) => `${same} ${same}`, said: ['LOSS-002'] },
  'a line painted again elsewhere': {
    line: (same) => `${same} q 1 0 0 1 0 700 cm ${same} Q`,
    said: ['LOSS-002'],
  },
  'a line moved off the trim': { line: (same) => `q 1 0 0 1 9000 0 cm ${same} Q`, said: ['LOSS-001'] },
  'two letters that changed places': {
    line: (same) => same.replace(/<(\w{4})(\w{4})/, '<$2$1'),
    said: ['LOSS-001', 'LOSS-002'],
  },
  'a letter that is another': {
    line: (same) => same.replace(/<\w{4}(\w{4})/, '<$1$1'),
    said: ['LOSS-001', 'LOSS-002'],
  },
  'a word torn apart': {
    line: (same) => same.replace('<015401a9', '<0154>-200<01a9'),
    said: ['LOSS-004 Look at the font and the letter-spacing of these words.'],
  },
  'a word torn apart by a space that is called a soft hyphen': {
    line: (same) =>
      same.replace('<015401a9', '<0154>]TJ /Span<</ActualText <FEFF00AD>>> BDC <0736> Tj EMC [<01a9'),
    said: ['LOSS-004 Look at the font and the letter-spacing of these words.'],
  },
  'two words that run together': {
    line: (same) => same.replace('015401a90736', '015401a90736>260<'),
    said: ['LOSS-005 Look at the word-spacing, margins and display of these words.'],
  },
  'two words without the space that parted them': {
    line: (same) => same.replace('015401a90736', '015401a9'),
    said: ['LOSS-005 Look at the word-spacing, margins and display of these words.'],
  },
  'a line that is not painted': {
    line: (same) => same.replace('BT', 'BT 3 Tr').replace(/ET$/, '0 Tr ET'),
    said: ['LOSS-001 The words stand on page 1, but they are not painted.'],
  },
  'a box over a line': {
    page: (page, { x, y, width, size }) => {
      paint(page, `1 g ${x - 1} ${y - 3} ${width + 2} ${size} re f`);
    },
    said: [COVERED],
  },
  'a box over one word': {
    page: (page, { x, y, size }) => {
      paint(page, `0 0 1 rg ${x + 10} ${y - 3} 14 ${size} re f`);
    },
    said: [COVERED],
  },
  'a box drawn corner by corner': {
    page: (page, { x, y, width, size }) => {
      paint(
        page,
        `1 g ${x} ${y - 3} m ${x + width} ${y - 3} l ${x + width} ${y + size} l ${x} ${y + size} l h f`,
      );
    },
    said: [COVERED],
  },
  'a picture over a line': {
    page: (page, { x, y, width, size }) => {
      picture(page, { x, y: y - 3, width, height: size });
    },
    said: [COVERED],
  },
  'a line clipped away': { line: (same) => `q 0 0 1 1 re W n ${same} Q`, said: [CLIPPED] },
  'a line clipped in half': {
    line: (same) => `q ${clipAround(same, { width: 120, height: 400 })} re W n ${same} Q`,
    said: [CLIPPED],
  },
};

/** Pixels to the right of a line's beginning, and on both sides of it. */
function clipAround(line: string, { width, height }: { width: number; height: number }): string {
  const [, x = '0', y = '0'] = /([-\d.]+) ([-\d.]+) Tm/.exec(line) ?? [];
  return `${Number(x) - 10} ${Number(y) - height} ${width} ${2 * height}`;
}

const HARMLESS: Readonly<Record<string, Damage>> = {
  nothing: {},
  'a rule under the words': {
    page: (page, { x, y, width }) => {
      paint(page, `0 g ${x} ${y - 2} ${width} 0.7 re f`);
    },
  },
  'a rule through the words': {
    page: (page, { x, y, width, size }) => {
      paint(page, `0 g ${x} ${y + size * 0.25} ${width} 0.7 re f`);
    },
  },
  'a box behind the words': { line: (same) => `q 1 0 0 rg -5000 -5000 19000 19000 re f Q ${same}` },
  'a ring around the words': {
    page: (page, { x, y, width }) => {
      paint(page, `1 0 0 RG ${x - 5} ${y - 5} ${width + 10} 20 re S`);
    },
  },
  'a box that lets the words through': {
    page: (page, { x, y, width, size }) => {
      page.node.setExtGState(PDFName.of('Half'), page.doc.context.obj({ ca: 0.5 }));
      paint(page, `q /Half gs 1 g ${x} ${y - 3} ${width} ${size} re f Q`);
    },
  },
  'letters set wide': { line: (same) => same.replace('BT', 'BT 5 Tc').replace(/ET$/, '0 Tc ET') },
  'letters set close': { line: (same) => same.replace('BT', 'BT -0.4 Tc').replace(/ET$/, '0 Tc ET') },
  'a wide clip': { line: (same) => `q ${clipAround(same, { width: 9000, height: 400 })} re W n ${same} Q` },
  'a box beside the words': {
    page: (page, { x, y, width, size }) => {
      paint(page, `1 g ${x} ${y + size} ${width} 30 re f`);
    },
  },
};

describe.each(PURPOSES)('the %s file', (purpose) => {
  test.each(Object.entries(DAMAGES))('%s is found', async (_, { said, ...damage }) => {
    expect(await told(purpose, damage)).toEqual(said);
  });
  test.each(Object.entries(HARMLESS))('%s is no damage', async (_, damage) => {
    expect(await told(purpose, damage)).toEqual([]);
  });
});

test('styles that take the spaces between words away are found, with the words', async () => {
  const styles = 'em{margin-left:-.3em}.flex{display:flex}.close{word-spacing:-.3em}';
  const composition = composeFixture(
    `<!doctype html><style>@page{size:105mm 148mm;margin:15mm}${styles}</style><p>The water ` +
      '<em>keeps</em> its own time.</p><p class="flex"><b style="font-weight:400">Nothing</b> <i ' +
      'style="font-style:normal">remains</i></p><p class="close">Sam walks out.</p>',
    'closed',
  );
  const { value: master } = await printMaster({ composition, browser });
  const { bytes } = await finishPdf({ master, composition, purpose: 'screen' });
  const found = checkWordSpaces({
    file: 'x.pdf',
    pages: await readPdfText(bytes),
    gaps: await readLetterGaps(bytes),
    folios: ['v'],
    expected: master.words,
    places: new Map([['one.1', { path: '01.md', line: 3 }]]),
  });
  expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual(
    ['waterkeeps', 'Nothingremains', 'Samwalks', 'walksout.'].map(
      (words) => `LOSS-005 No space between words on page v of x.pdf: “${words}”`,
    ),
  );
  expect(found[0]?.at).toEqual({ path: '01.md', line: 3 });
}, 60_000);
