// The measure of one line: how far it is from filling its room, and what each space and letter must give.
import type { BreakKind, LineShape, Piece } from './piece.js';
import type { FitText } from './total-fit.js';
import type { Setting } from './setting.js';

export interface LineGeometry {
  /** Natural width, hanging marks not counted. */
  readonly natural: number;
  /** Room left over; negative when the line is longer than its room. */
  readonly slack: number;
  /** Slack over what the line can give: 1 is as loose as it should ever be, -1 as tight as it may be. */
  readonly adjustment: number;
  readonly spaces: number;
  readonly spaceWidth: number;
  readonly letters: number;
  /** What every word space and every letter gains, in the caller's unit. */
  readonly addedSpace: number;
  readonly addedTracking: number;
  readonly hangStart: number;
  readonly hangEnd: number;
  readonly end: BreakKind;
}

export interface Sums {
  readonly pieces: readonly Piece[];
  /** Up to a piece: widths, spaces between, their count, all spaces' width, letters. */
  readonly width: Float64Array;
  readonly space: Float64Array;
  readonly spaces: Float64Array;
  readonly letters: Float64Array;
  readonly innerSpaces: Float64Array;
  readonly innerSpaceWidth: Float64Array;
  /** A width that no setting of the line can go below: half its spaces, no marks. */
  leastWidth(from: number, to: number): number;
}

export function sumUp(pieces: readonly Piece[]): Sums {
  const grow = (part: (piece: Piece) => number): Float64Array => {
    const sums = new Float64Array(pieces.length + 1);
    pieces.forEach((piece, index) => { sums[index + 1] = (sums[index] ?? 0) + part(piece); });
    return sums;
  };
  const width = grow((piece) => piece.width);
  const space = grow((piece) => piece.space);
  return {
    pieces, width, space,
    spaces: grow((piece) => (piece.after === 'space' ? 1 : 0)),
    letters: grow((piece) => piece.letters),
    innerSpaces: grow((piece) => piece.innerSpaces),
    innerSpaceWidth: grow((piece) => piece.innerSpaceWidth),
    leastWidth: (from, to) => between(width, from, to) * 0.98 + between(space, from, to - 1) * 0.5,
  };
}

interface LineOrder {
  readonly text: FitText;
  readonly setting: Setting;
  readonly sums: Sums;
  readonly shape: LineShape;
  readonly from: number;
  readonly to: number;
}

export function geometryOf({ text, setting, sums, shape, from, to }: LineOrder): LineGeometry | undefined {
  const first = sums.pieces[from];
  const last = sums.pieces[to - 1];
  if (!first || !last) return undefined;
  const hangStart = shape.hangs === 'both' ? first.hangStart : 0;
  const hangEnd = shape.hangs === 'none' ? 0 : last.hangEnd;
  const glue = between(sums.space, from, to - 1);
  const natural = between(sums.width, from, to) + glue + last.trail - hangStart - hangEnd;
  const spaces = between(sums.spaces, from, to - 1) + between(sums.innerSpaces, from, to);
  const spaceWidth = glue + between(sums.innerSpaceWidth, from, to);
  // Tracking widens spaces and the added hyphen too.
  const letters = between(sums.letters, from, to) + between(sums.spaces, from, to - 1) + (last.after === 'hyphen' ? 1 : 0);
  const slack = shape.width - natural;
  const give = giveOf({ text, setting, slack, spaceWidth, letters, end: last.after });
  return { natural, slack, ...share({ ...give, slack, spaces, letters }), spaces, spaceWidth, letters, hangStart, hangEnd, end: last.after };
}

interface GiveOrder {
  readonly text: FitText;
  readonly setting: Setting;
  readonly slack: number;
  readonly spaceWidth: number;
  readonly letters: number;
  readonly end: BreakKind;
}

/** What the line can give in the direction it needs, and the most that its letters may. Ends of paragraphs need nothing when they are short. */
function giveOf({ text, setting, slack, spaceWidth, letters, end }: GiveOrder): { readonly capacity: number; readonly tracking: number; readonly justified: 'yes' | 'no' } {
  if (slack >= 0 && (end === 'end' || end === 'forced')) return { capacity: Infinity, tracking: 0, justified: 'no' };
  const way = slack >= 0 ? 'stretch' : 'shrink';
  const tracking = setting.tracking[way] * text.em;
  const capacity = spaceWidth * setting.space[way] + letters * tracking;
  if (setting.shortfall > 0) return { capacity: slack >= 0 ? setting.shortfall * text.em : 0, tracking: 0, justified: 'no' };
  return { capacity, tracking, justified: 'yes' };
}

interface ShareOrder {
  readonly capacity: number;
  readonly tracking: number;
  readonly justified: 'yes' | 'no';
  readonly slack: number;
  readonly spaces: number;
  readonly letters: number;
}

function share({ capacity, tracking, justified, slack, spaces, letters }: ShareOrder): { readonly adjustment: number; readonly addedSpace: number; readonly addedTracking: number } {
  const adjustment = slack === 0 ? 0 : capacity === 0 ? Math.sign(slack) * Infinity : slack / capacity;
  if (justified === 'no') return { adjustment, addedSpace: 0, addedTracking: 0 };
  const addedTracking = Math.max(-1, Math.min(1, adjustment)) * tracking;
  return { adjustment, addedTracking, addedSpace: spaces > 0 ? (slack - addedTracking * letters) / spaces : 0 };
}

function between(sums: Float64Array, from: number, to: number): number {
  return to > from ? (sums[to] ?? 0) - (sums[from] ?? 0) : 0;
}
