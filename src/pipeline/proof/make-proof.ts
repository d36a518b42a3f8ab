// The proof of a build: its pages as pictures with every finding marked on them, a picture of each place, and
// a page that lists all.
import type { Artifact } from '../../model/artifact.js';
import type { Finding } from '../../model/finding.js';
import type { LineReport } from '../../model/line-report.js';
import type { PageBoxes } from '../../pdf/objects/page-geometry.js';
import { readPageBoxes } from '../../pdf/read/page-boxes.js';
import { drawPages } from '../../images/page-images/draw-pages.js';
import type { PageImage } from '../../images/page-images/drawing.js';
import { contactSheets } from './contact-sheets.js';
import { cropOf } from './finding-image.js';
import { histogram } from './space-histogram.js';
import { numbered, type NumberedFinding } from './finding-marks.js';
import { proofPage } from './proof-page.js';

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
  const told = numbered(findings);
  const sheets = book ? contactSheets({ ...book, direction, findings: told }) : [];
  const crops = told.flatMap((one) => cropFor(one, books));
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
    findings: told,
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
  const books = artifacts.filter(({ edition }) => edition === 'print' || edition === 'screen');
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
