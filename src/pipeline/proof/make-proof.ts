// The proof of a build: its pages as pictures with every finding marked on them, a picture of each place, and
// a page that lists all.
import { EDITIONS } from '../../model/media.js';
import type { Artifact } from '../../model/artifact.js';
import type { Finding, PagePlace } from '../../model/finding.js';
import type { LineReport } from '../../model/line-report.js';
import type { PageBoxes } from '../../pdf/objects/page-geometry.js';
import { readPageBoxes } from '../../pdf/read/page-boxes.js';
import { drawPages } from '../../images/page-images/draw-pages.js';
import type { PageImage } from '../../images/page-images/drawing.js';
import { contactSheets } from './contact-sheets.js';
import { histogram } from './space-histogram.js';
import { numbered, type NumberedFinding, onPage } from './finding-marks.js';
import { proofPage } from './proof-page.js';
import type { Box } from '../../model/box.js';

export interface ProofOrder {
  readonly title: string;
  /** What was pressed: files whose pages are shown. */
  readonly artifacts: readonly Artifact[];
  /** Files that others were made of. */
  readonly sources: readonly Artifact[];
  /** In the order in which they are told. */
  readonly findings: readonly Finding[];
  readonly lines: LineReport;
  readonly direction: 'ltr' | 'rtl';
}

export interface Proof {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The picture of each finding that has one. */
  readonly pictures: ReadonlyMap<Finding, string>;
}

export async function makeProof({
  title,
  artifacts,
  sources,
  findings,
  lines,
  direction,
}: ProofOrder): Promise<Proof> {
  const books = await booksOf([...artifacts, ...sources]);
  const [book] = books;
  const reported = numbered(findings);
  const sheets = book ? contactSheets({ ...book, direction, findings: reported }) : [];
  const crops = reported.flatMap((one) => cropFor(one, books));
  const drawn = await drawPages({
    files: Object.fromEntries(books.map(({ file, bytes }) => [file, bytes])),
    pictures: [...sheets, ...crops.map(({ picture }) => picture)],
  });
  const [sheetBytes, cropBytes] = [drawn.slice(0, sheets.length), drawn.slice(sheets.length)];
  const named = crops.map(({ number, finding }, index) => ({
    number,
    finding,
    name: `${String(number).padStart(2, '0')}-${finding.code}.png`,
    bytes: cropBytes[index] ?? new Uint8Array(),
  }));
  const page = proofPage({
    title,
    findings: reported,
    sheets: sheetBytes,
    crops: new Map(named.map(({ number, bytes }) => [number, bytes])),
    histogram: histogram(lines),
  });
  return {
    files: [
      { name: 'index.html', bytes: new TextEncoder().encode(page) },
      ...sheetBytes.map((bytes, index) => ({ name: `sheet-${index + 1}.png`, bytes })),
      ...named.map(({ name, bytes }) => ({ name, bytes })),
    ],
    pictures: new Map(named.map(({ finding, name }) => [finding, name])),
  };
}

/** The contact sheets of one file, as PNG. */
export async function sheetsOf({
  bytes,
  name,
  findings,
}: {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly findings: readonly Finding[];
}): Promise<readonly Uint8Array[]> {
  const pages = await readPageBoxes(bytes);
  return drawPages({
    files: { [name]: bytes },
    pictures: contactSheets({
      file: name,
      pages,
      labels: [],
      direction: 'ltr',
      findings: numbered(findings),
    }),
  });
}

interface ShownFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly pages: readonly PageBoxes[];
  readonly labels: readonly string[];
}

/** Print and screen files, whose pages agree. */
function booksOf(artifacts: readonly Artifact[]): Promise<readonly ShownFile[]> {
  const books = artifacts.filter(({ edition }) => EDITIONS[edition].holds === 'pages');
  return Promise.all(
    books.map(async ({ name, bytes, pages }) => ({
      file: name,
      bytes,
      pages: await readPageBoxes(bytes),
      labels: pages?.pages.map(({ folio }) => folio) ?? [],
    })),
  );
}

function cropFor(
  { number, finding }: NumberedFinding,
  books: readonly ShownFile[],
): readonly { readonly number: number; readonly finding: Finding; readonly picture: PageImage }[] {
  const [place] = finding.seen?.places ?? [];
  const book = books.find(({ file }) => file === finding.seen?.artifact);
  const boxes = place && book?.pages[place.index];
  return place && book && boxes
    ? [{ number, finding, picture: cropOf(place, { file: book.file, boxes }) }]
    : [];
}

// The place of a finding, cut out of its page with what stands around it, and framed.

/** Points of the page around the place; pixels in a point, and the most pixels of a side. */
const AROUND = 42;
const SCALE = 2;
const MOST = 900;
const PAGE_SCALE = 0.8;

/** The first place of a finding; a place without a box is all of its page, smaller. */
function cropOf(
  { index, box }: PagePlace,
  { file, boxes: { bleed, trim } }: { file: string; boxes: PageBoxes },
): PageImage {
  const marked = box ? onPage(box, trim) : trim;
  const from = box ? within(grown(marked), bleed) : bleed;
  const scale = box
    ? Math.min(SCALE, MOST / Math.max(from.right - from.left, from.top - from.bottom))
    : PAGE_SCALE;
  const [width, height] = [
    Math.ceil((from.right - from.left) * scale),
    Math.ceil((from.top - from.bottom) * scale),
  ];
  return {
    width: width + 2,
    height: height + 2,
    ground: '#b0aca4',
    pieces: [
      {
        kind: 'page',
        file,
        index,
        from,
        to: { x: 1, y: 1, width, height },
        marks: box ? [{ box: marked, label: '' }] : [],
      },
    ],
  };
}

function grown({ left, bottom, right, top }: Box): Box {
  return { left: left - AROUND, bottom: bottom - AROUND, right: right + AROUND, top: top + AROUND };
}

/** What of a place lies on the page; a place that lies beyond it is shown where it is. */
function within(box: Box, page: Box): Box {
  const cut = {
    left: Math.max(box.left, page.left),
    bottom: Math.max(box.bottom, page.bottom),
    right: Math.min(box.right, page.right),
    top: Math.min(box.top, page.top),
  };
  return cut.right - cut.left > 1 && cut.top - cut.bottom > 1 ? cut : box;
}
