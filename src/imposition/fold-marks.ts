// Where to fold and where to cut, and in which order signatures follow: lines for the front of a sheet. They
// stand where no page is, except on lines that are folded or cut from edge to edge anyway.
import type { LayoutName } from '../model/imposition.js';
import type { PaperArea, PaperFit } from './paper-fit.js';
import { LAYOUTS } from './layouts.js';

export interface FoldMark {
  readonly kind: 'fold' | 'cut' | 'collation';
  /** Millimetres from the sheet's lower left corner. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** From artwork to a mark, and a mark's length. */
const CLEAR = 1;
const LENGTH = 5;
/** Less room than this at an edge is too little for a mark. */
const LEAST = 1.5;

export interface MarkOrder {
  readonly name: LayoutName;
  readonly fit: PaperFit;
  readonly binding: 'left' | 'right';
  readonly signature: number;
  /** Of the whole book. */
  readonly signatures: number;
  readonly depth: number;
}

export function frontMarks(marking: MarkOrder): readonly FoldMark[] {
  const { name, fit } = marking;
  if (name === 'minizine') return minizineMarks(fit);
  if (name === 'quarter') return quarterMarks(fit);
  return [...edgeMarks(name, fit), ...collationMark(marking)];
}

/** Folds at every quarter and across the middle, where the two inner quarters are cut. */
function minizineMarks({ paper: { width, height } }: PaperFit): readonly FoldMark[] {
  const middle = height / 2;
  return [
    ...[1, 2, 3].map((quarter): FoldMark => ({
      kind: 'fold',
      from: [(quarter * width) / 4, 0],
      to: [(quarter * width) / 4, height],
    })),
    { kind: 'fold', from: [0, middle], to: [width / 4, middle] },
    { kind: 'fold', from: [(3 * width) / 4, middle], to: [width, middle] },
    { kind: 'cut', from: [width / 4, middle], to: [(3 * width) / 4, middle] },
  ];
}

function quarterMarks({ paper: { width, height } }: PaperFit): readonly FoldMark[] {
  return [
    { kind: 'fold', from: [width / 2, 0], to: [width / 2, height] },
    { kind: 'fold', from: [0, height / 2], to: [width, height / 2] },
  ];
}

/** Short lines at the paper's edges, in line with the folds and the cuts. */
function edgeMarks(name: LayoutName, fit: PaperFit): readonly FoldMark[] {
  const { columns, rows, between } = LAYOUTS[name];
  const across = linesAlong(columns, between.columns, (index) => {
    const { left, right } = fit.place(index, 0);
    return [left, right];
  });
  const down = linesAlong(rows, between.rows, (index) => {
    const { bottom, top } = fit.place(0, index);
    return [top, bottom];
  });
  const folds = foldLines(name, fit);
  const art = artwork(fit, { columns, rows });
  return [
    ...across.flatMap((x) => uprightTicks('cut', x, { art, fit })),
    ...down.flatMap((y) => levelTicks('cut', y, { art, fit })),
    ...folds.upright.flatMap((x) => uprightTicks('fold', x, { art, fit })),
    ...folds.level.flatMap((y) => levelTicks('fold', y, { art, fit })),
  ];
}

/** Edges of pages that the knife follows: all but those that meet in a spine. */
function linesAlong(
  count: number,
  between: readonly ('spine' | 'gap')[],
  edges: (index: number) => readonly [number, number],
): readonly number[] {
  const lines = Array.from({ length: count }, (_, index) => {
    const [before, after] = edges(index);
    return [
      ...(between[index - 1] === 'spine' ? [] : [before]),
      ...(between[index] === 'spine' ? [] : [after]),
    ];
  });
  return [...new Set(lines.flat().map((one) => Math.round(one * 1e6) / 1e6))];
}

function foldLines(
  name: LayoutName,
  { paper, place }: PaperFit,
): { readonly upright: readonly number[]; readonly level: readonly number[] } {
  if (name === 'sixteen')
    return { upright: [place(0, 0).right, paper.width / 2, place(3, 0).left], level: [paper.height / 2] };
  return name === 'booklet' || name === 'signatures'
    ? { upright: [paper.width / 2], level: [] }
    : { upright: [], level: [] };
}

function artwork({ reach }: PaperFit, { columns, rows }: { columns: number; rows: number }): PaperArea {
  const [first, last] = [reach(0, 0), reach(columns - 1, rows - 1)];
  return { left: first.left, top: first.top, right: last.right, bottom: last.bottom };
}

interface Around {
  readonly art: PaperArea;
  readonly fit: PaperFit;
}

function uprightTicks(
  kind: FoldMark['kind'],
  x: number,
  { art, fit: { paper } }: Around,
): readonly FoldMark[] {
  const room = art.bottom - CLEAR;
  if (room < LEAST)
    return isInside(x, paper.width) && kind === 'cut'
      ? [
          { kind, from: [x, 0], to: [x, NICK] },
          { kind, from: [x, paper.height], to: [x, paper.height - NICK] },
        ]
      : [];
  const length = Math.min(LENGTH, room);
  return [
    { kind, from: [x, art.bottom - CLEAR], to: [x, art.bottom - CLEAR - length] },
    { kind, from: [x, art.top + CLEAR], to: [x, Math.min(paper.height, art.top + CLEAR + length)] },
  ];
}

function levelTicks(kind: FoldMark['kind'], y: number, { art, fit: { paper } }: Around): readonly FoldMark[] {
  const room = art.left - CLEAR;
  if (room < LEAST)
    return isInside(y, paper.height) && kind === 'cut'
      ? [
          { kind, from: [0, y], to: [NICK, y] },
          { kind, from: [paper.width, y], to: [paper.width - NICK, y] },
        ]
      : [];
  const length = Math.min(LENGTH, room);
  return [
    { kind, from: [art.left - CLEAR, y], to: [art.left - CLEAR - length, y] },
    { kind, from: [art.right + CLEAR, y], to: [Math.min(paper.width, art.right + CLEAR + length), y] },
  ];
}

/** Where pages reach the paper's edge, a cut between them is nicked into its edge. */
const NICK = 3;

function isInside(at: number, length: number): boolean {
  return at > LEAST && at < length - LEAST;
}

/** A bar on the back of each signature, each below the one before: in a gathered book they make stairs. */
function collationMark({ name, fit, binding, signature, signatures, depth }: MarkOrder): readonly FoldMark[] {
  if ((name !== 'signatures' && name !== 'sixteen') || signatures < 2 || depth > 0) return [];
  const { bottom, top: head } = fit.place(0, LAYOUTS[name].rows - 1);
  const spine =
    name === 'signatures'
      ? fit.paper.width / 2
      : binding === 'left'
        ? fit.place(3, 1).left
        : fit.place(0, 1).right;
  const step = Math.min(BAR, (head - bottom) / (signatures + 2));
  const top = head - step * (1 + signature);
  return [{ kind: 'collation', from: [spine, top], to: [spine, top - step] }];
}

const BAR = 6;
