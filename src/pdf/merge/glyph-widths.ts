// Advance widths of a printed subset, as its font dictionary states them. PDF 32000-1, 9.7.4.3. They must be
// exact: the browser places letters by them. Lists and ranges run over glyphs that are not in the subset: the
// glyph's own metrics tell which is which.
import type { Outlines } from './glyph-outlines.js';

/** Thousandths of an em by glyph. */
export type Widths = ReadonlyMap<number, number>;

/** The widths of the glyphs that a subset holds; undefined when dictionary and metrics do not agree. */
export function readWidths(dictionary: string, { metrics, unitsPerEm }: Outlines): Widths | undefined {
  const said = stateOf(dictionary);
  if (said === undefined) return undefined;
  const { listed, ranged, usual } = said;
  const widths = new Map<number, number>();
  for (const [glyph, { advance }] of metrics.entries()) {
    const fits = (width: number | undefined): width is number =>
      width !== undefined && Math.abs((advance * 1000) / unitsPerEm - width) <= 1;
    const stated = listed.get(glyph);
    const width = [stated, ranged.get(glyph), usual].find(fits);
    if (stated !== undefined && stated !== 0 && !fits(stated)) return undefined;
    if (advance > 0 && width !== undefined) widths.set(glyph, width);
  }
  return widths;
}

/**
 * How far a reader of the file moves on for each glyph; undefined when the dictionary says no usual width.
 */
export function statedWidths(dictionary: string): ((glyph: number) => number) | undefined {
  const stated = stateOf(dictionary);
  return stated && ((glyph) => stated.listed.get(glyph) ?? stated.ranged.get(glyph) ?? stated.usual);
}

/** The widths of all; undefined when they disagree. */
export function joinWidths(subsets: readonly (Widths | undefined)[]): Widths | undefined {
  const joined = new Map<number, number>();
  for (const subset of subsets) {
    if (subset === undefined) return undefined;
    for (const [glyph, width] of subset) {
      if ((joined.get(glyph) ?? width) !== width) return undefined;
      joined.set(glyph, width);
    }
  }
  return joined;
}

export function writeWidths(widths: Widths): string {
  const runs: { first: number; widths: number[] }[] = [];
  for (const [glyph, width] of [...widths].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && glyph === last.first + last.widths.length) last.widths.push(width);
    else runs.push({ first: glyph, widths: [width] });
  }
  return `/W [${runs.map((run) => `${run.first} [${run.widths.join(' ')}]`).join(' ')}]\n/DW 0`;
}

function stateOf(dictionary: string): { listed: Widths; ranged: Widths; usual: number } | undefined {
  const usual = /\/DW ([\d.]+)/.exec(dictionary)?.[1];
  return usual === undefined
    ? undefined
    : { ...statedIn(/\/W (\[[\s\S]*\])\n\/DW/.exec(dictionary)?.[1] ?? ''), usual: Number(usual) };
}

/** `12 [500 510]` gives the widths of 12 and 13; `20 29 480` gives one width to all from 20 to 29. */
function statedIn(array: string): { listed: Widths; ranged: Widths } {
  const [listed, ranged] = [new Map<number, number>(), new Map<number, number>()];
  for (const [, first = '', list, last = '', width = ''] of array.matchAll(
    /(-?[\d.]+) (?:\[([^\]]*)\]|(-?[\d.]+) (-?[\d.]+))/g,
  )) {
    if (list !== undefined)
      list
        .trim()
        .split(/\s+/)
        .forEach((one, index) => {
          listed.set(Number(first) + index, Number(one));
        });
    else for (let glyph = Number(first); glyph <= Number(last); glyph += 1) ranged.set(glyph, Number(width));
  }
  return { listed, ranged };
}
