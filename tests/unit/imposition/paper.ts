// Paper, to fold: sheets as a printer delivers them, printed on both sides; folded, cut, nested and gathered
// by hand, and read page by page. It knows nothing of how the sheets were planned.

/** A page as it stands on one side of a sheet; millimetres from the lower left as one looks at that side. */
export interface PrintedPage {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

export interface PrintedSheet {
  readonly width: number;
  readonly height: number;
  readonly front: readonly PrintedPage[];
  /** As the PDF's page has it, before the printer turns the sheet over. */
  readonly back?: readonly PrintedPage[];
  readonly duplex: 'long-edge' | 'short-edge';
}

/**
 * One face of a leaf: its page, and whether its head is at the head of the pile, seen from the front side's
 * direction.
 */
export interface Face {
  readonly page: number | undefined;
  readonly upright: boolean;
}

interface Leaf {
  readonly top: Face;
  readonly bottom: Face;
}

/** Cells of a sheet from its top left, each with its leaves from the uppermost down. */
export type Pile = readonly (readonly (readonly Leaf[])[])[];

const BLANK: Face = { page: undefined, upright: true };

/** A sheet as it comes out of the printer, front up, divided into cells. */
export function printed(sheet: PrintedSheet, { columns, rows }: { columns: number; rows: number }): Pile {
  const { width, height, front, back = [], duplex } = sheet;
  const find = (pages: readonly PrintedPage[], column: number, row: number): readonly PrintedPage[] =>
    pages.filter(
      ({ x, y }) =>
        Math.floor((x / width) * columns) === column && Math.floor(((height - y) / height) * rows) === row,
    );
  // Over its long edge a lying sheet is turned head over heels, a standing one like a leaf; over its short
  // edge the other way about.
  const headOverHeels = (duplex === 'long-edge') === width > height;
  return range(rows).map((row) =>
    range(columns).map((column): readonly Leaf[] => {
      const behind = headOverHeels
        ? find(back, column, rows - 1 - row)
        : find(back, columns - 1 - column, row);
      return [{ top: face(find(front, column, row), 0), bottom: face(behind, headOverHeels ? 180 : 0) }];
    }),
  );
}

function face(pages: readonly PrintedPage[], turned: number): Face {
  if (pages.length > 1)
    throw new Error(`Pages ${pages.map(({ page }) => page).join(' and ')} are printed on one another.`);
  const [only] = pages;
  return only ? { page: only.page, upright: (only.turn + turned) % 360 === 0 } : BLANK;
}

/** Folds the left half behind the right one: the spine comes to lie on the left. */
export function foldLeftBehind(pile: Pile): Pile {
  return pile.map((row) => {
    const half = row.length / 2;
    return range(half).map((column) => [
      ...(row[half + column] ?? []),
      ...behind(row[half - 1 - column] ?? [], 'sideways'),
    ]);
  });
}

/** Folds the right half behind the left one: the spine comes to lie on the right. */
export function foldRightBehind(pile: Pile): Pile {
  return mirrored(foldLeftBehind(mirrored(pile)));
}

/** Folds the upper half behind the lower one. */
export function foldTopBehind(pile: Pile): Pile {
  const half = pile.length / 2;
  return range(half).map((row) =>
    (pile[half + row] ?? []).map((leaves, column) => [
      ...leaves,
      ...behind(pile[half - 1 - row]?.[column] ?? [], 'over'),
    ]),
  );
}

/**
 * What is folded behind lies in the reverse order, its other face up; folded over a level line, on its head
 * too.
 */
function behind(leaves: readonly Leaf[], way: 'sideways' | 'over'): readonly Leaf[] {
  const turn = (one: Face): Face => (way === 'over' ? { ...one, upright: !one.upright } : one);
  return [...leaves].reverse().map(({ top, bottom }) => ({ top: turn(bottom), bottom: turn(top) }));
}

function mirrored(pile: Pile): Pile {
  return pile.map((row) => [...row].reverse());
}

/** The leaves of a sheet that was folded to one cell. */
export function leavesOf(pile: Pile): readonly Leaf[] {
  const [row] = pile;
  const [cell] = row ?? [];
  if (pile.length !== 1 || row?.length !== 1 || !cell) throw new Error('The sheet is not folded to the end.');
  return cell;
}

/** Sheets folded once, each laid into the middle of the one before. */
export function nest(folded: readonly (readonly Leaf[])[]): readonly Leaf[] {
  const [outer, ...inner] = folded;
  if (!outer) return [];
  const half = outer.length / 2;
  return [...outer.slice(0, half), ...nest(inner), ...outer.slice(half)];
}

/** Turns the leaves one after another, from the uppermost. */
export function read(leaves: readonly Leaf[]): readonly Face[] {
  return leaves.flatMap(({ top, bottom }) => [top, bottom]);
}

export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
