// The ways to put a book's pages on sheets, and what each of them is: its grid of pages, its sides, what it
// is for.
import type { LayoutName } from '../model/imposition.js';

export interface SheetLayout {
  readonly columns: number;
  readonly rows: number;
  readonly sides: 1 | 2;
  /**
   * `gap` where two pages are cut from one another, `spine` where they meet in a fold that stays: by the
   * boundary's place.
   */
  readonly between: { readonly columns: readonly Boundary[]; readonly rows: readonly Boundary[] };
  /**
   * `paper`: the whole sheet is folded, so each page stands in its share of it. `pages`: pages keep together,
   * and are cut out.
   */
  readonly cells: 'paper' | 'pages';
}

type Boundary = 'spine' | 'gap';

/**
 * A mini zine and a quarter fold are never cut at their edges, so their pages have the folds of the paper for
 * edges. Of a sixteen-page sheet the first fold is a fore-edge and the second one the heads; both are opened
 * by the trim.
 */
export const LAYOUTS: Readonly<Record<LayoutName, SheetLayout>> = {
  booklet: { columns: 2, rows: 1, sides: 2, between: { columns: ['spine'], rows: [] }, cells: 'pages' },
  signatures: { columns: 2, rows: 1, sides: 2, between: { columns: ['spine'], rows: [] }, cells: 'pages' },
  minizine: {
    columns: 4,
    rows: 2,
    sides: 1,
    between: { columns: ['spine', 'spine', 'spine'], rows: ['spine'] },
    cells: 'paper',
  },
  quarter: {
    columns: 2,
    rows: 2,
    sides: 1,
    between: { columns: ['spine'], rows: ['spine'] },
    cells: 'paper',
  },
  sixteen: {
    columns: 4,
    rows: 2,
    sides: 2,
    between: { columns: ['spine', 'gap', 'spine'], rows: ['gap'] },
    cells: 'pages',
  },
  '2-up': { columns: 2, rows: 1, sides: 2, between: { columns: ['gap'], rows: [] }, cells: 'pages' },
  '4-up': { columns: 2, rows: 2, sides: 2, between: { columns: ['gap'], rows: ['gap'] }, cells: 'pages' },
};

/** Pages on one sheet, both sides together. */
export function pagesOnSheet({ columns, rows, sides }: SheetLayout): number {
  return columns * rows * sides;
}
