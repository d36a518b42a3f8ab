// What is noted of a page's paint while its operators are followed: what a printer would care about.
import type { Box } from '../objects/page-geometry.js';
import type { UsedFont } from './page-fonts.js';
import { common, isEmpty, scaleOf, type Matrix } from '../objects/matrices.js';

export interface PaintedImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch, the lesser of both directions. */
  readonly ppi: number;
  readonly space: string;
  /** The highest sum of inks in a pixel, percent; 0 where it is not known. */
  readonly ink: number;
  readonly box: Box;
}

export interface Paint {
  readonly fonts: readonly UsedFont[];
  readonly images: readonly PaintedImage[];
  /** Colour spaces of everything that is painted. */
  readonly spaces: readonly string[];
  /** The highest sum of inks in one colour, percent. */
  readonly ink: number;
  /** The finest line in points, strokes and filled boxes alike; Infinity where there is none. */
  readonly finestLine: number;
  /** Where it lies; absent where there is none. */
  readonly finestAt?: Box;
  /** Whether something shows through something. */
  readonly transparent: boolean;
  /** How many glyphs are the font's sign for a missing one. */
  readonly missingGlyphs: number;
  /** Areas of colour and pictures, as far as they are visible. */
  readonly areas: readonly Box[];
  readonly isBlank: boolean;
}

export interface Notes {
  readonly fonts: Map<string, UsedFont>;
  readonly images: PaintedImage[];
  readonly spaces: Set<string>;
  readonly areas: Box[];
  ink: number;
  finestLine: number;
  finestAt?: Box;
  transparent: boolean;
  missingGlyphs: number;
  marked: boolean;
}

export function newNotes(): Notes {
  return {
    fonts: new Map(),
    images: [],
    spaces: new Set(),
    areas: [],
    ink: 0,
    finestLine: Infinity,
    transparent: false,
    missingGlyphs: 0,
    marked: false,
  };
}

export function paintOf(notes: Notes): Paint {
  return {
    ...notes,
    fonts: [...notes.fonts.values()],
    spaces: [...notes.spaces].sort(),
    isBlank: !notes.marked,
  };
}

/** How a path is drawn. */
export interface PaintedShape {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly width: number;
  /** Whether areas are filled with paper white. */
  readonly white: boolean;
}

interface DrawnPath {
  readonly state: PaintedShape;
  readonly box: Box;
  readonly isStroke: boolean;
  readonly isFill: boolean;
  readonly isBox: boolean;
}

export function notePath(notes: Notes, { state, box, isStroke, isFill, isBox }: DrawnPath): void {
  const width = state.width * scaleOf(state.matrix);
  const reach = isStroke ? grown(box, width / 2) : box;
  const visible = common(reach, state.clip);
  if (isEmpty(visible) || (state.white && !isStroke)) return;
  notes.marked = true;
  if (isStroke) noteLine(notes, width, visible);
  if (!isFill) return;
  notes.areas.push(visible);
  const thickness = Math.min(box.right - box.left, box.top - box.bottom);
  if (isBox && thickness > 0) noteLine(notes, thickness, visible);
}

function noteLine(notes: Notes, thickness: number, box: Box): void {
  if (thickness >= notes.finestLine) return;
  notes.finestLine = thickness;
  notes.finestAt = box;
}

function grown({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}
