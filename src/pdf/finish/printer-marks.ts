// Crop and registration marks, drawn by us outside of the bleed: where the sheet is cut, and whether the inks
// fell on one another.
import { mm, type Box, type PageBoxes } from '../objects/page-geometry.js';

const LINE_PT = 0.25;
const CLEAR_MM = 1;
const LENGTH_MM = 5;
const RADIUS_MM = 1.6;

/**
 * Content-stream operators for the marks of one page, in page coordinates. `paint` sets the colour of lines;
 * `folds` in millimetres from the trim's left.
 */
export function drawMarks(
  { trim, bleed, media }: PageBoxes,
  { paint, folds = [] }: { paint: string; folds?: readonly number[] | undefined },
): string {
  const lines = [
    ...cropLines(trim, { bleed, media }),
    ...foldLines(trim, { bleed, folds }),
    ...registrationMarks({ trim, bleed, folds }),
  ];
  return `q ${paint} ${LINE_PT} w ${lines.join(' ')} Q`;
}

function cropLines(trim: Box, { bleed, media }: { bleed: Box; media: Box }): readonly string[] {
  const clear = mm(CLEAR_MM);
  const length = Math.min(mm(LENGTH_MM), bleed.left - clear - media.left);
  const vertical = [trim.left, trim.right].flatMap((x) => [
    line([x, bleed.top + clear], [x, bleed.top + clear + length]),
    line([x, bleed.bottom - clear], [x, bleed.bottom - clear - length]),
  ]);
  const horizontal = [trim.bottom, trim.top].flatMap((y) => [
    line([bleed.left - clear, y], [bleed.left - clear - length, y]),
    line([bleed.right + clear, y], [bleed.right + clear + length, y]),
  ]);
  return [...vertical, ...horizontal];
}

interface Folded {
  readonly bleed: Box;
  readonly folds: readonly number[];
}

/** Dashed, so that nobody cuts there. */
function foldLines(trim: Box, { bleed, folds }: Folded): readonly string[] {
  const [clear, length] = [mm(CLEAR_MM), mm(LENGTH_MM)];
  const ticks = folds
    .map((fold) => trim.left + mm(fold))
    .flatMap((x) => [
      line([x, bleed.top + clear], [x, bleed.top + clear + length]),
      line([x, bleed.bottom - clear], [x, bleed.bottom - clear - length]),
    ]);
  return ticks.length === 0 ? [] : ['q [2 2] 0 d', ...ticks, 'Q'];
}

/**
 * A ring with a cross through it at the middle of each side, or of the first panel where a sheet is folded.
 */
function registrationMarks({ trim, bleed, folds }: Folded & { readonly trim: Box }): readonly string[] {
  const away = mm(CLEAR_MM + 2 * RADIUS_MM);
  const panel = folds[0] === undefined ? trim.right : trim.left + mm(folds[0]);
  const middle = { x: (trim.left + panel) / 2, y: (trim.bottom + trim.top) / 2 };
  return [
    ring(middle.x, bleed.top + away),
    ring(middle.x, bleed.bottom - away),
    ring(bleed.left - away, middle.y),
    ring(bleed.right + away, middle.y),
  ];
}

function ring(x: number, y: number): string {
  const r = mm(RADIUS_MM);
  const k = r * 0.5522847; // a quarter circle as a Bézier curve
  const arc = (a: Point, b: Point, c: Point): string => `${at(a)} ${at(b)} ${at(c)} c`;
  return [
    `${at([x + r, y])} m`,
    arc([x + r, y + k], [x + k, y + r], [x, y + r]),
    arc([x - k, y + r], [x - r, y + k], [x - r, y]),
    arc([x - r, y - k], [x - k, y - r], [x, y - r]),
    arc([x + k, y - r], [x + r, y - k], [x + r, y]),
    'S',
    line([x - 1.5 * r, y], [x + 1.5 * r, y]),
    line([x, y - 1.5 * r], [x, y + 1.5 * r]),
  ].join(' ');
}

type Point = readonly [number, number];

function line(from: Point, to: Point): string {
  return `${at(from)} m ${at(to)} l S`;
}

function at([x, y]: Point): string {
  return `${round(x)} ${round(y)}`;
}

export function round(points: number): string {
  return String(Math.round(points * 1000) / 1000);
}
