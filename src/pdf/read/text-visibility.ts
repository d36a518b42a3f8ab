// Whether a piece of text can be seen: where it stands, held against what clips it and what is painted over
// it.
import type { Box } from '../objects/page-geometry.js';
import { common } from '../objects/matrices.js';
import type { Shown, TextCover } from './covered-text.js';

/** Why text that stands inside of the trim is not to be seen. */
export type HiddenBy = 'clipped' | 'covered' | 'unpainted';

/** A piece of text as it was painted: points, and which way it runs as a unit vector. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly direction: readonly [number, number];
}

/**
 * Undefined when all of it is to be seen, or when nobody can tell: text that runs askew, text of unknown
 * origin.
 */
export function hiddenBy(line: Line, text: string, veil: TextCover): HiddenBy | undefined {
  if (veil.shown.length === 0 || !/\S/.test(text)) return undefined;
  for (const { strokes, from, to } of lettersOf(line, text, near(line, veil))) {
    const core = coreOf(line, { from, to });
    if (core === undefined) return undefined;
    const reasons = strokes.map((one) => reasonFor(one, { core, line, covers: veil.covers }));
    if (!reasons.includes(undefined)) return reasons[0];
  }
  return undefined;
}

/** By the point of their height: of a page's thousand strokes, those that may be a level line's. */
const levels = new WeakMap<TextCover, ReadonlyMap<number, readonly Shown[]>>();

function near({ y, direction: [, up] }: Line, veil: TextCover): readonly Shown[] {
  if (up !== 0) return veil.shown;
  const byLevel = levels.get(veil) ?? levelsOf(veil.shown);
  levels.set(veil, byLevel);
  const level = Math.round(y);
  return [level - 1, level, level + 1].flatMap((one) => byLevel.get(one) ?? []);
}

function levelsOf(shown: readonly Shown[]): ReadonlyMap<number, readonly Shown[]> {
  const byLevel = new Map<number, Shown[]>();
  for (const one of shown) {
    const level = Math.round(one.y);
    const there = byLevel.get(level);
    if (there === undefined) byLevel.set(level, [one]);
    else there.push(one);
  }
  return byLevel;
}

/** What begins at one place, and how far it reaches: up to what begins next. */
interface Letters {
  readonly strokes: readonly Shown[];
  readonly from: number;
  readonly to: number;
}

/**
 * Letters may be painted one by one or many at once, and twice at the same place, of which one is enough to
 * be seen.
 */
function lettersOf(line: Line, text: string, shown: readonly Shown[]): readonly Letters[] {
  const [across, up] = line.direction;
  const placed = shown
    .filter((one) => belongsTo(one, line))
    .map((one) => ({ one, along: (one.x - line.x) * across + (one.y - line.y) * up }))
    .sort((a, b) => a.along - b.along);
  const starts = placed
    .filter(({ along }, index) => index === 0 || along - (placed[index - 1]?.along ?? 0) > NEAR)
    .map(({ along }) => along);
  const groups = starts.map((from, index) => {
    const to = starts[index + 1] ?? line.width;
    return {
      from,
      to,
      strokes: placed
        .filter(({ along }) => along >= from && along < (starts[index + 1] ?? Infinity))
        .map(({ one }) => one),
    };
  });
  // A space may hang out of its box.
  return groups
    .filter(({ from, to }) => to - from > line.size * SLIVER)
    .slice(/^\s/.test(text) ? 1 : 0, /\s$/.test(text) && groups.length > 1 ? -1 : undefined);
}

/**
 * The middle of letters, where all of them have something: from a tenth to four tenths of the size above the
 * baseline.
 */
function coreOf(
  { x, y, size, direction: [across, up] }: Line,
  reach: { readonly from: number; readonly to: number },
): Box | undefined {
  const inset = Math.min(size * 0.15, (reach.to - reach.from) / 4);
  const [from, to, low, high] = [reach.from + inset, reach.to - inset, size * 0.1, size * 0.4];
  if (Math.abs(up) < 1e-3)
    return across > 0
      ? { left: x + from, right: x + to, bottom: y + low, top: y + high }
      : { left: x - to, right: x - from, bottom: y - high, top: y - low };
  if (Math.abs(across) < 1e-3)
    return up > 0
      ? { left: x - high, right: x - low, bottom: y + from, top: y + to }
      : { left: x + low, right: x + high, bottom: y - to, top: y - from };
  return undefined;
}

/**
 * Of the size: no letter is narrower; a last stroke that begins where the line ends has no width that is
 * known.
 */
const SLIVER = 0.05;

/** Points by which readers of a PDF may differ about a baseline. */
const NEAR = 0.5;

function belongsTo({ x, y }: Shown, line: Line): boolean {
  const [across, up] = line.direction;
  const along = (x - line.x) * across + (y - line.y) * up;
  const off = (y - line.y) * across - (x - line.x) * up;
  return Math.abs(off) < NEAR && along > -line.size && along < line.width + NEAR;
}

function reasonFor(
  { isPainted, clip, order }: Shown,
  { core, line, covers }: { core: Box; line: Line; covers: TextCover['covers'] },
): HiddenBy | undefined {
  if (!isPainted) return 'unpainted';
  if (reaches(core, common(core, clip), line)) return 'clipped';
  return covers.some((one) => one.order > order && hides(core, common(core, one.box), line))
    ? 'covered'
    : undefined;
}

/** Whether what is left of the core lacks a letter's part at an end, or the half of its height. */
function reaches(core: Box, left: Box, line: Line): boolean {
  const [long, high] = extents(core, line);
  const [longLeft, highLeft] = extents(left, line);
  return longLeft <= 0 || highLeft < high / 2 || long - longLeft > Math.min(line.size * 0.25, long / 2);
}

/**
 * Whether a cover takes a letter's part of the length and most of the height: what is ruled through words is
 * not.
 */
function hides(core: Box, covered: Box, line: Line): boolean {
  const [long, high] = extents(core, line);
  const [longCovered, highCovered] = extents(covered, line);
  return highCovered > high * 0.7 && longCovered > Math.min(line.size * 0.25, long / 2);
}

/** Along the line, and across it. */
function extents(
  { left, bottom, right, top }: Box,
  { direction: [across] }: Line,
): readonly [number, number] {
  return Math.abs(across) > 0.5 ? [right - left, top - bottom] : [top - bottom, right - left];
}
