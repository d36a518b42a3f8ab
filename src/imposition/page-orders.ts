// Which page stands in which cell of which sheet, for each layout: left-bound, each sheet turned over like a
// leaf of a book. A slot is a page of the book once blank pages were added; slots count from 0.
import type { LayoutName } from '../model/imposition.js';
import { LAYOUTS, pagesOnSheet } from './layouts.js';

export interface Cell {
  readonly slot: number;
  /** From the left and from the top, as one looks at the side. */
  readonly column: number;
  readonly row: number;
  /** Degrees; a page that is turned stands on its head. */
  readonly turn: 0 | 180;
}

export interface SheetPages {
  /** Sheets that are folded into one another have one signature. */
  readonly signature: number;
  /** How many sheets of its signature lie around it. */
  readonly depth: number;
  /** Front, and back where it has one. */
  readonly sides: readonly (readonly Cell[])[];
}

/**
 * The sheets of a book of `slots` pages, which fill them. `sheets`: how many are folded into one signature at
 * most.
 */
export function sheetOrders(
  layout: LayoutName,
  { slots, sheets }: { slots: number; sheets: number },
): readonly SheetPages[] {
  switch (layout) {
    case 'booklet':
      return nested({ first: 0, sheets: slots / 4, signature: 0 });
    case 'signatures':
      return signatures({ sheets: slots / 4, most: sheets });
    case 'minizine':
      return gathered(slots, [MINIZINE]);
    case 'quarter':
      return gathered(slots, [QUARTER]);
    case 'sixteen':
      return gathered(slots, SIXTEEN);
    case '2-up':
    case '4-up':
      return piles(layout, slots);
  }
}

/** A pile of sheets folded together in the middle: the outermost has the first two pages and the last two. */
function nested({
  first,
  sheets,
  signature,
}: {
  first: number;
  sheets: number;
  signature: number;
}): readonly SheetPages[] {
  const last = first + sheets * 4 - 1;
  return range(sheets).map((depth) => ({
    signature,
    depth,
    sides: [
      cellsOf([[last - 2 * depth, first + 2 * depth]]),
      cellsOf([[first + 2 * depth + 1, last - 2 * depth - 1]]),
    ],
  }));
}

/**
 * As many as are needed, as equal as can be: nine sheets by four are three times three, and not four, four
 * and one.
 */
function signatures({ sheets, most }: { sheets: number; most: number }): readonly SheetPages[] {
  const count = Math.ceil(sheets / most);
  const sizes = range(count).map(
    (signature) => Math.floor(sheets / count) + (signature < sheets % count ? 1 : 0),
  );
  return sizes.flatMap((size, signature) => {
    const before = sizes.slice(0, signature).reduce((sum, one) => sum + one, 0);
    return nested({ first: before * 4, sheets: size, signature });
  });
}

type Scheme = readonly (readonly number[])[];

/** Pages by their numbers on one sheet, in rows from the top; those of the upper row stand on their heads. */
const MINIZINE: Scheme = [
  [5, 4, 3, 2],
  [6, 7, 8, 1],
];
const QUARTER: Scheme = [
  [3, 2],
  [4, 1],
];
const SIXTEEN: readonly Scheme[] = [
  [
    [5, 12, 9, 8],
    [4, 13, 16, 1],
  ],
  [
    [7, 10, 11, 6],
    [2, 15, 14, 3],
  ],
];

/** Sheets that are each folded alone, and read one after another. */
function gathered(slots: number, sides: readonly Scheme[]): readonly SheetPages[] {
  const each = sides.flat(2).length;
  return range(slots / each).map((signature) => ({
    signature,
    depth: 0,
    sides: sides.map((side) =>
      cellsOf(
        side.map((row) => row.map((number) => signature * each + number - 1)),
        'upper row turned',
      ),
    ),
  }));
}

/**
 * Sheets cut apart into piles, which are laid on one another: the first pile is the beginning of the book.
 */
function piles(layout: '2-up' | '4-up', slots: number): readonly SheetPages[] {
  const { columns, rows } = LAYOUTS[layout];
  const sheets = slots / pagesOnSheet(LAYOUTS[layout]);
  const leaf = (sheet: number, pile: number): number => 2 * (pile * sheets + sheet);
  return range(sheets).map((sheet) => ({
    signature: sheet,
    depth: 0,
    sides: [
      cellsOf(range(rows).map((row) => range(columns).map((column) => leaf(sheet, row * columns + column)))),
      cellsOf(
        range(rows).map((row) =>
          range(columns).map((column) => leaf(sheet, row * columns + columns - 1 - column) + 1),
        ),
      ),
    ],
  }));
}

function cellsOf(
  rows: readonly (readonly number[])[],
  manner: 'upright' | 'upper row turned' = 'upright',
): readonly Cell[] {
  return rows.flatMap((slots, row) =>
    slots.map((slot, column): Cell => ({
      slot,
      column,
      row,
      turn: manner !== 'upright' && row === 0 ? 180 : 0,
    })),
  );
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
