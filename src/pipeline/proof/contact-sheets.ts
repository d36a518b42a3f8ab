// All pages of a file on as few pictures as it takes: as spreads, in reading order, findings marked, and a
// legend below.
import type { Box } from '../../model/box.js';
import type { PageBoxes } from '../../pdf/objects/page-geometry.js';
import type { PageImage, ImagePiece } from '../../images/page-images/drawing.js';
import { marksOn, type NumberedFinding } from './finding-marks.js';

export interface ContactSheets {
  /** What the file is called. */
  readonly file: string;
  readonly pages: readonly PageBoxes[];
  /** What a page is called; default its place in the file. */
  readonly labels: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  readonly findings: readonly NumberedFinding[];
}

/** Pixels. */
const WIDTH = 1800;
const EDGE = 40;
const GAP = 28;
const PAGE = { width: 198, height: 330 } as const;
const HEAD = 70;
const LABEL = 26;
const ROW = 22;
const ROWS_OF_SPREADS = 5;

/** One picture for about forty pages. */
export function contactSheets(order: ContactSheets): readonly PageImage[] {
  const spreads = spreadsOf(order);
  const cell = cellFor(order.pages);
  const across = Math.max(1, Math.floor((WIDTH - 2 * EDGE + GAP) / (2 * cell.width + GAP)));
  const each = across * ROWS_OF_SPREADS;
  const count = Math.max(1, Math.ceil(spreads.length / each));
  return Array.from({ length: count }, (_, sheet) =>
    sheetOf({ order, cell, across, sheet, count, spreads: spreads.slice(sheet * each, (sheet + 1) * each) }),
  );
}

/**
 * Two pages as they are seen together, from left to right; the first stands alone where a right-hand page
 * stands.
 */
type Spread = readonly [left: number | undefined, right: number | undefined];

function spreadsOf({ pages: { length }, direction }: ContactSheets): readonly Spread[] {
  return Array.from({ length: Math.floor(length / 2) + 1 }, (_, spread): Spread => {
    const [one, other] = [2 * spread - 1, 2 * spread].map((index) =>
      index >= 0 && index < length ? index : undefined,
    );
    return direction === 'rtl' ? [other, one] : [one, other];
  }).filter((spread) => spread.some((page) => page !== undefined));
}

interface Cell {
  readonly width: number;
  readonly height: number;
  /** Pixels in a point. */
  readonly scale: number;
}

/** As large as the largest page with its bleed. */
function cellFor(pages: readonly PageBoxes[]): Cell {
  const most = (length: (box: Box) => number): number =>
    Math.max(1, ...pages.map(({ bleed }) => length(bleed)));
  const [width, height] = [most(({ left, right }) => right - left), most(({ bottom, top }) => top - bottom)];
  const scale = Math.min(PAGE.width / width, PAGE.height / height);
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale), scale };
}

interface Sheet {
  readonly order: ContactSheets;
  readonly cell: Cell;
  readonly across: number;
  readonly sheet: number;
  readonly count: number;
  readonly spreads: readonly Spread[];
}

function sheetOf({ order, cell, across, sheet, count, spreads }: Sheet): PageImage {
  const pages = spreads.flatMap((spread, place) =>
    spread.flatMap((page, side) =>
      page === undefined
        ? []
        : pagePieces(order, { page, side, cell, at: cornerOf(place, { cell, across }) }),
    ),
  );
  const foot = HEAD + Math.ceil(spreads.length / across) * (cell.height + LABEL + GAP);
  const here = new Set(spreads.flat());
  const reported = legend(
    order.findings.filter(({ finding: { seen } }) =>
      seen?.places === undefined ? sheet === 0 : seen.places.some(({ index }) => here.has(index)),
    ),
    foot,
  );
  const title =
    `${order.file}, ${order.pages.length} pages` + (count > 1 ? `, sheet ${sheet + 1} of ${count}` : '');
  return {
    width: WIDTH,
    height: reported.height,
    ground: '#ece9e2',
    pieces: [
      { kind: 'words', words: title, x: EDGE, y: 46, size: 26, width: WIDTH - 2 * EDGE, tone: 'text' },
      ...pages,
      ...reported.pieces,
    ],
  };
}

function cornerOf(
  place: number,
  { cell, across }: Pick<Sheet, 'cell' | 'across'>,
): { readonly x: number; readonly y: number } {
  return {
    x: EDGE + (place % across) * (2 * cell.width + GAP),
    y: HEAD + Math.floor(place / across) * (cell.height + LABEL + GAP),
  };
}

interface PlacedPage {
  readonly page: number;
  /** 0 left, 1 right. */
  readonly side: number;
  readonly cell: Cell;
  readonly at: { readonly x: number; readonly y: number };
}

/** The page to the end of its bleed, but at the fold, where pages meet at the trim. */
function pagePieces(
  { file, pages, labels, findings }: ContactSheets,
  { page, side, cell, at }: PlacedPage,
): readonly ImagePiece[] {
  const boxes = pages[page];
  if (!boxes) return [];
  const { bleed, trim } = boxes;
  const from = side === 0 ? { ...bleed, right: trim.right } : { ...bleed, left: trim.left };
  const [width, height] = [
    Math.round((from.right - from.left) * cell.scale),
    Math.round((from.top - from.bottom) * cell.scale),
  ];
  const to = {
    x: side === 0 ? at.x + cell.width - width : at.x + cell.width,
    y: at.y + cell.height - height,
    width,
    height,
  };
  const cut = {
    x: Math.round(to.x + (trim.left - from.left) * cell.scale),
    y: Math.round(to.y + (from.top - trim.top) * cell.scale),
    width: Math.round((trim.right - trim.left) * cell.scale),
    height: Math.round((trim.top - trim.bottom) * cell.scale),
  };
  return [
    { kind: 'page', file, index: page, from, to, marks: marksOn(page, findings, boxes) },
    { kind: 'outline', at: cut },
    {
      kind: 'words',
      words: labels[page] || `(${page + 1})`,
      x: to.x + 2,
      y: at.y + cell.height + 19,
      size: 15,
      width: cell.width - 4,
      tone: 'text',
    },
  ];
}

/** The findings of a sheet, and where the sheet then ends. */
function legend(
  findings: readonly NumberedFinding[],
  top: number,
): { readonly pieces: readonly ImagePiece[]; readonly height: number } {
  const line = (index: number): number => top + (index + 1) * ROW;
  const pieces = findings.flatMap(
    ({ number, finding: { code, message, seen } }, index): readonly ImagePiece[] => [
      { kind: 'words', words: String(number), x: EDGE, y: line(index), size: 16, width: 40, tone: 'label' },
      { kind: 'words', words: code, x: EDGE + 46, y: line(index), size: 16, width: 90, tone: 'text' },
      {
        kind: 'words',
        words: `${seen?.page === undefined ? '' : `page ${seen.page}: `}${message}`,
        x: EDGE + 140,
        y: line(index),
        size: 16,
        width: WIDTH - 2 * EDGE - 140,
        tone: 'text',
      },
    ],
  );
  if (findings.length > 0) return { pieces, height: line(findings.length) + EDGE };
  return {
    pieces: [
      { kind: 'words', words: 'Nothing was found.', x: EDGE, y: line(0), size: 16, width: 400, tone: 'text' },
    ],
    height: line(1) + EDGE,
  };
}
