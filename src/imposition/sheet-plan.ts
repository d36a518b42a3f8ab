// The plan of an imposition: sheets, their sides, and every page at its place, in millimetres. Pure: what a
// press draws.
import type { ImposeSettings, LayoutName } from '../model/imposition.js';
import { fitPaper, type PaperArea, type PaperFit, type Size } from './paper-fit.js';
import { LAYOUTS, pagesOnSheet } from './layouts.js';
import { frontMarks, type FoldMark } from './fold-marks.js';
import { sheetOrders, type Cell, type SheetPages } from './page-orders.js';

export interface ImpositionOrder {
  readonly layout: LayoutName;
  /** How many pages there are. */
  readonly pages: number;
  /** The trimmed page, in millimetres. */
  readonly page: Size;
  /** How far artwork reaches beyond it, in millimetres. */
  readonly bleed: number;
  readonly settings: ImposeSettings;
  /** Pages at the end that are the back cover: blanks go before them. */
  readonly tail: number;
}

export interface Placement extends PaperArea {
  /** 0-based, of the file that is imposed. Blank pages have no placement. */
  readonly page: number;
  readonly turn: 0 | 180;
  /** Nothing of the page is painted beyond it. */
  readonly clip: PaperArea;
}

export interface PlannedSide {
  readonly placements: readonly Placement[];
  readonly marks: readonly FoldMark[];
}

interface PlannedSheet {
  readonly signature: number;
  readonly depth: number;
  readonly sides: readonly PlannedSide[];
}

export interface SheetPlan {
  /** The paper as it lies. */
  readonly paper: Size;
  readonly scale: number;
  readonly blanks: number;
  readonly signatures: number;
  /** The edge over which sheets are turned; absent where one side is printed. */
  readonly duplex?: 'long-edge' | 'short-edge';
  readonly sheets: readonly PlannedSheet[];
}

/** Plans the sheets. A scale of 0 or less says that the paper has no room; the plan is then empty. */
export function planSheets(imposing: ImpositionOrder): SheetPlan {
  const { page, bleed, pages, tail, settings } = imposing;
  const layout = LAYOUTS[imposing.layout];
  const slots = withBlanks({
    count: pages,
    multiple: imposing.layout === 'signatures' || imposing.layout === 'booklet' ? 4 : pagesOnSheet(layout),
    tail,
  });
  const fit = fitPaper({ layout, page, bleed, paper: settings.paper, margin: settings.margin });
  const orders =
    fit.scale > 0 ? sheetOrders(imposing.layout, { slots: slots.length, sheets: settings.sheets }) : [];
  const signatures = 1 + Math.max(-1, ...orders.map(({ signature }) => signature));
  const duplex = layout.sides === 2 ? { duplex: settings.duplex ?? asALeaf(fit.paper) } : {};
  const sheets = orders.map((order): PlannedSheet => ({
    signature: order.signature,
    depth: order.depth,
    sides: order.sides.map((cells, side) => {
      const placements = cells.flatMap((cell) => placed(cell, { order, fit, slots, imposing }));
      if (side === 1)
        return {
          placements:
            duplex.duplex === asALeaf(fit.paper)
              ? placements
              : placements.map((one) => overturned(one, fit.paper)),
          marks: [],
        };
      return {
        placements,
        marks:
          settings.marks === 'none'
            ? []
            : frontMarks({
                name: imposing.layout,
                fit,
                binding: settings.binding,
                signature: order.signature,
                signatures,
                depth: order.depth,
              }),
      };
    }),
  }));
  return { paper: fit.paper, scale: fit.scale, blanks: slots.length - pages, signatures, ...duplex, sheets };
}

/**
 * A sheet turned over its left or right edge has its back upright: the short edge of one that lies, the long
 * edge of one that stands.
 */
function asALeaf({ width, height }: Size): 'long-edge' | 'short-edge' {
  return width > height ? 'short-edge' : 'long-edge';
}

interface Placing {
  readonly order: SheetPages;
  readonly fit: PaperFit;
  readonly slots: readonly (number | undefined)[];
  readonly imposing: ImpositionOrder;
}

function placed(
  { slot, column, row, turn }: Cell,
  { order, fit, slots, imposing }: Placing,
): readonly Placement[] {
  const page = slots[slot];
  if (page === undefined) return [];
  const { layout, settings } = imposing;
  const { columns, between } = LAYOUTS[layout];
  // A book bound on the right is the mirror image of one bound on the left, but for its pages, which are not
  // mirrored.
  const at = settings.binding === 'left' ? column : columns - 1 - column;
  const creeps = layout === 'booklet' || layout === 'signatures' ? order.depth * settings.creep : 0;
  const shift = between.columns[at] === 'spine' ? creeps : -creeps;
  const { left, right, bottom, top } = fit.place(at, row);
  return [{ page, turn, left: left + shift, right: right + shift, bottom, top, clip: fit.reach(at, row) }];
}

/** The printer turns the sheet head over heels: what was placed for a leaf is turned by half a turn. */
function overturned(placement: Placement, paper: Size): Placement {
  return {
    ...placement,
    ...halfTurn(placement, paper),
    turn: placement.turn === 0 ? 180 : 0,
    clip: halfTurn(placement.clip, paper),
  };
}

function halfTurn({ left, right, bottom, top }: PaperArea, { width, height }: Size): PaperArea {
  return { left: width - right, right: width - left, bottom: height - top, top: height - bottom };
}

// Blank pages where sheets want more pages than a book has: before the back cover, which stays outside, and
// never after it.

/**
 * The pages of a book, 0-based, with `undefined` for blanks, filled up to a multiple.
 *
 * @param tail how many pages at the end are the back cover and stay there.
 * @example withBlanks({ count: 5, multiple: 4, tail: 1 }) // [0, 1, 2, 3, undefined, undefined, undefined, 4]
 */
function withBlanks({
  count,
  multiple,
  tail,
}: {
  count: number;
  multiple: number;
  tail: number;
}): readonly (number | undefined)[] {
  const pages = Array.from({ length: count }, (_, page) => page);
  const missing = Math.ceil(Math.max(count, 1) / multiple) * multiple - count;
  const cut = count - Math.min(tail, count);
  return [...pages.slice(0, cut), ...Array.from({ length: missing }, () => undefined), ...pages.slice(cut)];
}
