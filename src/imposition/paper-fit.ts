// How a layout lies on the paper: which way the paper is turned, how large the pages are, where the cells
// are.
import type { SheetLayout } from './layouts.js';

/** All lengths in millimetres, from the sheet's lower left corner. */
export interface PaperArea {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PaperFitOrder {
  readonly layout: SheetLayout;
  /** The trimmed page. */
  readonly page: Size;
  readonly paper: Size;
  /** What the printer leaves white at the edges. */
  readonly margin: number;
  /** How far artwork reaches beyond the page, at most. */
  readonly bleed: number;
}

export interface PaperFit {
  /** The paper as it lies. */
  readonly paper: Size;
  /**
   * 1 where the pages have their own size; smaller where the paper is too small; 0 or less where nothing
   * fits.
   */
  readonly scale: number;
  /** The page as it is printed. */
  readonly page: Size;
  /** The page in a cell. Rows count from the top. */
  place(column: number, row: number): PaperArea;
  /** How far artwork may reach in a cell. */
  reach(column: number, row: number): PaperArea;
}

/**
 * Lays the paper the way that lets pages be larger; where both are equal, as the pages lie. Pages are never
 * enlarged.
 */
export function fitPaper(fitting: PaperFitOrder): PaperFit {
  const { layout, page, paper } = fitting;
  const long = Math.max(paper.width, paper.height);
  const short = Math.min(paper.width, paper.height);
  const lying = scaleOn({ width: long, height: short }, fitting);
  const standing = scaleOn({ width: short, height: long }, fitting);
  const lies =
    lying === standing ? layout.columns * page.width > layout.rows * page.height : lying > standing;
  const turned = lies ? { width: long, height: short } : { width: short, height: long };
  return layout.cells === 'paper' ? sharesOf(turned, fitting) : pagesOn(turned, fitting);
}

function scaleOn(paper: Size, { layout, page, margin }: PaperFitOrder): number {
  const { columns, rows } = layout;
  if (layout.cells === 'paper')
    return Math.min(
      1,
      (paper.width / columns - 2 * margin) / page.width,
      (paper.height / rows - 2 * margin) / page.height,
    );
  return Math.min(
    1,
    (paper.width - 2 * margin) / (columns * page.width),
    (paper.height - 2 * margin) / (rows * page.height),
  );
}

/** The paper divided evenly, a page in the middle of each share. */
function sharesOf(paper: Size, fitting: PaperFitOrder): PaperFit {
  const { columns, rows } = fitting.layout;
  const scale = scaleOn(paper, fitting);
  const page = scaled(fitting.page, scale);
  const share = { width: paper.width / columns, height: paper.height / rows };
  const place = (column: number, row: number): PaperArea =>
    areaAt(
      (column + 0.5) * share.width - page.width / 2,
      (rows - 0.5 - row) * share.height - page.height / 2,
      page,
    );
  return { paper, scale, page, place, reach: place };
}

/** The pages side by side in the middle of the paper, apart where they are cut from one another. */
function pagesOn(paper: Size, fitting: PaperFitOrder): PaperFit {
  const {
    layout: { between },
    bleed,
  } = fitting;
  const scale = scaleOn(paper, fitting);
  const page = scaled(fitting.page, scale);
  const across = lineUp({
    length: page.width,
    boundaries: between.columns,
    room: paper.width,
    bleed: bleed * scale,
  });
  const down = lineUp({
    length: page.height,
    boundaries: between.rows,
    room: paper.height,
    bleed: bleed * scale,
  });
  const place = (column: number, row: number): PaperArea => {
    const [left, bottom] = [across.starts[column] ?? 0, paper.height - (down.starts[row] ?? 0) - page.height];
    return areaAt(left, bottom, page);
  };
  const reach = (column: number, row: number): PaperArea => {
    const { left, bottom, right, top } = place(column, row);
    const [before, after] = across.beyond(column);
    const [above, below] = down.beyond(row);
    return { left: left - before, right: right + after, top: top + above, bottom: bottom - below };
  };
  return { paper, scale, page, place, reach };
}

interface LiningUp {
  readonly length: number;
  readonly boundaries: readonly ('spine' | 'gap')[];
  readonly room: number;
  readonly bleed: number;
}

/** Pages along one direction: where each starts, and how far its artwork may go before and after it. */
function lineUp({ length, boundaries, room, bleed }: LiningUp) {
  const gaps = boundaries.filter((one) => one === 'gap').length;
  const free = room - length * (boundaries.length + 1);
  const gap = gaps === 0 ? 0 : Math.max(0, Math.min(2 * bleed, free / gaps));
  const gapsBefore = (index: number): number =>
    boundaries.slice(0, index).filter((one) => one === 'gap').length;
  const start = (free - gap * gaps) / 2;
  const starts = [0, ...boundaries.map((_, index) => index + 1)].map(
    (index) => start + index * length + gapsBefore(index) * gap,
  );
  const toward = (boundary: 'spine' | 'gap' | undefined): number =>
    boundary === undefined ? Math.max(0, Math.min(bleed, start)) : boundary === 'gap' ? gap / 2 : 0;
  return {
    starts,
    beyond: (index: number) => [toward(boundaries[index - 1]), toward(boundaries[index])] as const,
  };
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: width * scale, height: height * scale };
}

function areaAt(left: number, bottom: number, { width, height }: Size): PaperArea {
  return { left, bottom, right: left + width, top: bottom + height };
}
