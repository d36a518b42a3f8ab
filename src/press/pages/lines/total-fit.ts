// Total fit: all the ways to divide a paragraph into lines are weighed together, and for every line count the best is returned.
// After Knuth and Plass, "Breaking paragraphs into lines" (Software: Practice and Experience 11, 1981), with hanging marks, tracking and line counts added.
import { geometryOf, sumUp, type LineGeometry, type Sums } from './geometry.js';
import type { LineShape, Piece } from './piece.js';
import type { Setting } from './setting.js';

export interface FitText {
  readonly pieces: readonly Piece[];
  /** Room line by line; the last shape holds for all further lines. */
  readonly shapes: readonly LineShape[];
  readonly em: number;
  readonly indent: number;
}

export interface FittedLine extends LineGeometry {
  /** Index of the first piece, and of the first piece of the next line. */
  readonly from: number;
  readonly to: number;
}

/** One division of the paragraph. */
export interface Fit {
  readonly demerits: number;
  readonly lines: readonly FittedLine[];
}

/**
 * Divides a paragraph.
 *
 * @returns the best division for every line count that keeps within tolerance, fewest lines first;
 *   empty when a piece is wider than its line, so that no division exists.
 */
export function fitLines(text: FitText, setting: Setting): readonly Fit[] {
  const sums = sumUp(text.pieces);
  for (const tolerance of setting.tolerances) {
    const ends = search({ text, setting, sums, tolerance });
    if (ends.length > 0) return bestByCount(ends).map((node) => ({ demerits: node.demerits, lines: linesOf(node) }));
  }
  return [];
}

/** The division with the least demerits, or the one that is `looseness` lines longer (shorter when negative), as near as there is one. */
export function chooseFit(fits: readonly Fit[], looseness: number): Fit | undefined {
  const best = fits.reduce<Fit | undefined>((least, fit) => (least && least.demerits <= fit.demerits ? least : fit), undefined);
  if (!best || looseness === 0) return best;
  const wanted = best.lines.length + looseness;
  const between = fits.filter((fit) => (looseness > 0 ? fit.lines.length <= wanted : fit.lines.length >= wanted));
  return looseness > 0 ? between.at(-1) : between[0];
}

interface Search {
  readonly text: FitText;
  readonly setting: Setting;
  readonly sums: Sums;
  readonly tolerance: number;
}

interface Node {
  readonly demerits: number;
  readonly count: number;
  readonly hyphens: number;
  readonly fitness: number;
  readonly to: number;
  readonly before: Node | undefined;
  readonly geometry: LineGeometry | undefined;
}

const START: Node = { demerits: 0, count: 0, hyphens: 0, fitness: -1, to: 0, before: undefined, geometry: undefined };

function search(order: Search): readonly Node[] {
  const { pieces, shapes } = order.text;
  const widest = Math.max(...shapes.map((shape) => shape.width)) + order.text.em;
  const reached: (readonly Node[] | undefined)[] = [[START]];
  for (let to = 1; to <= pieces.length; to += 1) {
    const found = new Map<number, Node>();
    for (let from = to - 1; from >= 0; from -= 1) {
      if (from < to - 1 && pieces[from]?.after === 'forced') break;
      if (order.sums.leastWidth(from, to) > widest) break;
      const starts = reached[from];
      if (starts) extend({ order, found, starts, from, to });
    }
    reached[to] = found.size > 0 ? [...found.values()] : undefined;
  }
  return reached[pieces.length] ?? [];
}

interface Extension {
  readonly order: Search;
  readonly found: Map<number, Node>;
  readonly starts: readonly Node[];
  readonly from: number;
  readonly to: number;
}

function extend({ order, found, starts, from, to }: Extension): void {
  const { shapes } = order.text;
  let geometry: LineGeometry | undefined;
  let measured: LineShape | undefined;
  for (const before of starts) {
    const shape = shapes[Math.min(before.count, shapes.length - 1)];
    if (!shape) continue;
    if (shape !== measured) geometry = geometryOf({ ...order, shape, from, to });
    measured = shape;
    if (!geometry || geometry.adjustment < -1 || geometry.adjustment > order.tolerance) continue;
    const node = step({ order, before, geometry, to });
    const key = (node.count * 4 + node.hyphens) * 4 + node.fitness;
    const rival = found.get(key);
    if (!rival || node.demerits < rival.demerits) found.set(key, node);
  }
}

function step({ order, before, geometry, to }: { readonly order: Search; readonly before: Node; readonly geometry: LineGeometry; readonly to: number }): Node {
  const hyphens = endsInHyphen(geometry) ? Math.min(before.hyphens + 1, 3) : 0;
  const fitness = fitnessOf(geometry.adjustment);
  const demerits = before.demerits + charge({ order, before, geometry, hyphens, fitness });
  return { demerits, count: before.count + 1, hyphens, fitness, to, before, geometry };
}

function charge({ order, before, geometry, hyphens, fitness }: { readonly order: Search; readonly before: Node; readonly geometry: LineGeometry; readonly hyphens: number; readonly fitness: number }): number {
  const { costs } = order.setting;
  const badness = Math.min(100 * Math.abs(geometry.adjustment) ** 3, 1e6);
  const penalty = geometry.end === 'hyphen' ? costs.hyphen : geometry.end === 'hard-hyphen' || geometry.end === 'joint' ? costs.joint : 0;
  let sum = (costs.line + badness + penalty) ** 2;
  if (hyphens === 2) sum += costs.secondHyphen;
  if (hyphens === 3) sum += costs.thirdHyphen;
  if (before.fitness >= 0 && Math.abs(before.fitness - fitness) > 1) sum += costs.contrast;
  if (geometry.end !== 'end') return sum;
  if (before.hyphens > 0) sum += costs.lastHyphen;
  const short = before.count > 0 && (geometry.letters < 8 || geometry.natural < order.text.indent * 1.5);
  return short ? sum + costs.shortLast : sum;
}

function endsInHyphen(geometry: LineGeometry): boolean {
  return geometry.end === 'hyphen' || geometry.end === 'hard-hyphen';
}

/** Tight, decent, loose, very loose. */
function fitnessOf(adjustment: number): number {
  if (adjustment < -0.5) return 0;
  if (adjustment < 0.5) return 1;
  return adjustment < 1 ? 2 : 3;
}

function bestByCount(ends: readonly Node[]): readonly Node[] {
  const best = new Map<number, Node>();
  for (const node of ends) {
    const rival = best.get(node.count);
    if (!rival || node.demerits < rival.demerits) best.set(node.count, node);
  }
  return [...best.values()].sort((a, b) => a.count - b.count);
}

function linesOf(end: Node): readonly FittedLine[] {
  const lines: FittedLine[] = [];
  for (let node: Node | undefined = end; node?.before && node.geometry; node = node.before) {
    lines.unshift({ ...node.geometry, from: node.before.to, to: node.to });
  }
  return lines;
}
