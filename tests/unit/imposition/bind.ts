// What a person does with the printed sheets of each layout until a book lies there: the instructions of
// docs/guide/zines.md.
import type { LayoutName } from '../../../src/model/imposition.js';
import {
  foldLeftBehind,
  foldRightBehind,
  foldTopBehind,
  leavesOf,
  nest,
  printed,
  range,
  read,
  type Face,
  type Pile,
  type PrintedSheet,
} from './paper.js';

export interface Job {
  readonly layout: Exclude<LayoutName, 'minizine'>;
  readonly binding: 'left' | 'right';
  readonly sheets: readonly PrintedSheet[];
  /** How many sheets each signature has. */
  readonly signatures: readonly number[];
}

/** The pages in the order in which the finished book is read. */
export function bind({ layout, binding, sheets, signatures }: Job): readonly Face[] {
  const fold = binding === 'left' ? foldLeftBehind : foldRightBehind;
  switch (layout) {
    case 'booklet':
      return read(nest(sheets.map((sheet) => leavesOf(fold(printed(sheet, { columns: 2, rows: 1 }))))));
    case 'signatures':
      return inTurn(sheets, signatures).flatMap((signature) =>
        read(nest(signature.map((sheet) => leavesOf(fold(printed(sheet, { columns: 2, rows: 1 })))))),
      );
    case 'sixteen':
      return sheets.flatMap((sheet) =>
        read(leavesOf(fold(foldTopBehind(fold(printed(sheet, { columns: 4, rows: 2 })))))),
      );
    case 'quarter':
      return sheets.flatMap((sheet) =>
        outsides(read(leavesOf(fold(foldTopBehind(printed(sheet, { columns: 2, rows: 2 })))))),
      );
    case '2-up':
      return piles(
        sheets.map((sheet) => printed(sheet, { columns: 2, rows: 1 })),
        binding,
      );
    case '4-up':
      return piles(
        sheets.map((sheet) => printed(sheet, { columns: 2, rows: 2 })),
        binding,
      );
  }
}

/** Cut apart all at once: cell by cell a pile of leaves, the piles laid on one another. */
function piles(sheets: readonly Pile[], binding: 'left' | 'right'): readonly Face[] {
  const [first = []] = sheets;
  const inRow = (row: number) => {
    const columns = range(first[row]?.length ?? 0);
    return binding === 'left' ? columns : [...columns].reverse();
  };
  return range(first.length).flatMap((row) =>
    inRow(row).flatMap((column) => sheets.flatMap((sheet) => read(sheet[row]?.[column] ?? []))),
  );
}

/** Of a sheet printed on one side, leaves are double: their insides are white and stay closed. */
function outsides(faces: readonly Face[]): readonly Face[] {
  return faces.filter((_, index) => index % 4 === 0 || index % 4 === 3);
}

function inTurn(
  sheets: readonly PrintedSheet[],
  sizes: readonly number[],
): readonly (readonly PrintedSheet[])[] {
  return sizes.map((size, index) => {
    const before = sizes.slice(0, index).reduce((sum, one) => sum + one, 0);
    return sheets.slice(before, before + size);
  });
}
