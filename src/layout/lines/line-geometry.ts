// The measure of one line: how far it is from filling its room, and what each space and letter must give.
import { over, pieceAt, type ParagraphSums } from './paragraph-sums.js';
import type { BreakKind, LineShape, LinePiece } from './piece.js';
import type { Give } from './line-settings.js';

export interface LineGeometry {
  /** Natural width, hanging marks not counted. */
  readonly natural: number;
  /** Room left over; negative when the line is longer than its room. */
  readonly slack: number;
  /**
   * Slack over what the line can give: 1 is as loose as it should be, -1 as tight as it should be, and up to
   * one further letters spend their reserve.
   */
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

/** A line asked about: pieces from `from`, up to and without `to`. */
export interface LineOrder {
  readonly bench: ParagraphSums;
  readonly shape: LineShape;
  readonly from: number;
  readonly to: number;
}

/** How far a line must give: the one question that is asked of every candidate, so it makes no objects. */
export function adjustmentOf({ bench, shape, from, to }: LineOrder): number {
  const slack = shape.width - naturalOf(bench, shape, from, to);
  if (slack === 0) return 0;
  const capacity = capacityOf(bench, slack, from, to) || Number.MIN_VALUE;
  const adjustment = slack / capacity;
  if (adjustment >= -1 && adjustment <= 1) return adjustment;
  const reserve = bench.setting.reserve[wayOf(slack)] * bench.text.em * reservedOf(bench, slack, from, to);
  return reserve === 0 ? adjustment : Math.sign(slack) * withReserve(Math.abs(slack), capacity, reserve);
}

function withReserve(slack: number, capacity: number, reserve: number): number {
  const beyond = slack - capacity;
  return beyond <= reserve ? 1 + beyond / reserve : 2 + (beyond - reserve) / capacity;
}

/**
 * Word space over natural as the eye sees it: what tracking adds to the space counts. Undefined on a line of
 * one word.
 */
export function spaceRatio({
  spaceWidth,
  spaces,
  addedSpace,
  addedTracking,
}: LineGeometry): number | undefined {
  return spaceWidth === 0 ? undefined : (spaceWidth + (addedSpace + addedTracking) * spaces) / spaceWidth;
}

export function wayOf(slack: number): keyof Give {
  return slack < 0 ? 'shrink' : 'stretch';
}

/** Whether every line from here to there is longer than any room: then so are all that begin earlier. */
export function isHopeless(bench: ParagraphSums, widest: number, from: number, to: number): boolean {
  const { setting, text } = bench;
  const least =
    over(bench.width, from, to) +
    over(bench.gap, from, to - 1) * (1 - setting.space.shrink) -
    inkOf(bench, from, to) * (setting.tracking.shrink + setting.reserve.shrink) * text.em;
  // An em for what hangs out and for the kerning at a broken word's joint.
  return least - text.em > widest;
}

export function geometryOf(order: LineOrder): LineGeometry {
  const { bench, shape, from, to } = order;
  const last = pieceAt(bench, to - 1);
  const natural = naturalOf(bench, shape, from, to);
  const slack = shape.width - natural;
  const adjustment = adjustmentOf(order);
  const spaces = over(bench.gaps, from, to - 1) + over(bench.spaces, from, to);
  const letters = lettersOf(bench, from, to);
  const justified = bench.setting.shortfall === 0 && (slack < 0 || !isClose(last));
  const addedTracking = justified && letters > 0 ? trackingOf(order, slack) : 0;
  return {
    natural,
    slack,
    adjustment,
    spaces,
    letters,
    addedTracking,
    spaceWidth: spaceWidthOf(bench, from, to),
    addedSpace: justified && spaces > 0 ? (slack - addedTracking * letters) / spaces : 0,
    hangStart: shape.hangs === 'both' ? pieceAt(bench, from).hangStart : 0,
    hangEnd: shape.hangs === 'none' ? 0 : last.hangEnd,
    end: last.after,
  };
}

/**
 * Letters give first: that is seen less than unequal spaces. Once those have given what they should, letters
 * spend their reserve.
 */
function trackingOf({ bench, from, to }: LineOrder, slack: number): number {
  const {
    setting: { tracking, reserve, space },
    text: { em },
  } = bench;
  const way = wayOf(slack);
  const first = Math.min(tracking[way] * em, Math.abs(slack) / lettersOf(bench, from, to));
  const beyond =
    Math.abs(slack) -
    space[way] * spaceWidthOf(bench, from, to) -
    tracking[way] * em * inkOf(bench, from, to);
  const letters = reservedOf(bench, slack, from, to);
  return (
    Math.sign(slack) *
    (beyond > 0 && letters > 0 ? first + Math.min(reserve[way] * em, beyond / letters) : first)
  );
}

/**
 * Letters that spend their reserve. Those before a space open with it, but do not close: words would stand
 * nearer to one another than spaces may.
 */
function reservedOf(bench: ParagraphSums, slack: number, from: number, to: number): number {
  const ink = inkOf(bench, from, to);
  return slack > 0 ? ink : Math.max(0, ink - over(bench.gaps, from, to - 1) - over(bench.spaces, from, to));
}

function naturalOf(bench: ParagraphSums, shape: LineShape, from: number, to: number): number {
  const last = pieceAt(bench, to - 1);
  const hang =
    (shape.hangs === 'both' ? pieceAt(bench, from).hangStart : 0) +
    (shape.hangs === 'none' ? 0 : last.hangEnd);
  return over(bench.width, from, to) + over(bench.gap, from, to - 1) + last.trail - hang;
}

/** What the line can give in the direction it needs. A short last line needs nothing. */
function capacityOf(bench: ParagraphSums, slack: number, from: number, to: number): number {
  const { setting, text } = bench;
  if (slack > 0 && isClose(pieceAt(bench, to - 1))) return Infinity;
  if (setting.shortfall > 0) return slack > 0 ? setting.shortfall * text.em : 0;
  const way = wayOf(slack);
  return (
    spaceWidthOf(bench, from, to) * setting.space[way] +
    inkOf(bench, from, to) * setting.tracking[way] * text.em
  );
}

function spaceWidthOf(bench: ParagraphSums, from: number, to: number): number {
  return over(bench.gap, from, to - 1) + over(bench.space, from, to);
}

/** Tracking widens spaces too. */
function lettersOf(bench: ParagraphSums, from: number, to: number): number {
  return inkOf(bench, from, to) + over(bench.gaps, from, to - 1);
}

/** Letters, with an added hyphen and without the spaces between words. */
function inkOf(bench: ParagraphSums, from: number, to: number): number {
  return over(bench.letters, from, to) + (pieceAt(bench, to - 1).after === 'hyphen' ? 1 : 0);
}

function isClose(piece: LinePiece): boolean {
  return piece.after === 'end' || piece.after === 'forced';
}
