// Characters for which a font draws other glyphs under a feature: its superior and inferior figures and
// letters.
import { fontTable } from '../../shared/font-table.js';

/**
 * The characters that a feature of single substitutions (`sups`, `subs`) replaces, whatever the script and
 * the language. None for a font that is damaged or packed. Source: OpenType 1.9, "cmap" and "GSUB".
 */
export function substitutedCharacters(bytes: Uint8Array, feature: string): ReadonlySet<string> {
  try {
    const [map, substitutions] = [fontTable(bytes, 'cmap'), fontTable(bytes, 'GSUB')];
    if (map === undefined || substitutions === undefined) return new Set();
    const [first, ...others] = lookupsOf(substitutions, feature).map((lookups) =>
      glyphsOf(substitutions, lookups),
    );
    if (first === undefined) return new Set();
    return new Set(
      [...charactersOf(map)]
        .filter(([, glyph]) => [first, ...others].every((glyphs) => glyphs.has(glyph)))
        .map(([character]) => character),
    );
  } catch (error) {
    if (error instanceof RangeError) return new Set(); // a table points out of the file
    throw error;
  }
}

/** Lookup indices of each feature record of the name; scripts and languages may have records of their own. */
function lookupsOf(table: DataView, feature: string): readonly (readonly number[])[] {
  const list = table.getUint16(6);
  return range(table.getUint16(list)).flatMap((n) => {
    const record = list + 2 + n * 6;
    if (tagAt(table, record) !== feature) return [];
    const at = list + table.getUint16(record + 4);
    return [range(table.getUint16(at + 2)).map((k) => table.getUint16(at + 4 + k * 2))];
  });
}

const SINGLE = 1;
const EXTENSION = 7;

/** The glyphs that single substitutions among the lookups replace. */
function glyphsOf(table: DataView, lookups: readonly number[]): ReadonlySet<number> {
  const list = table.getUint16(8);
  const glyphs = new Set<number>();
  for (const index of lookups) {
    const lookup = list + table.getUint16(list + 2 + index * 2);
    for (const k of range(table.getUint16(lookup + 4))) {
      const { type, at } = extended(table, {
        type: table.getUint16(lookup),
        at: lookup + table.getUint16(lookup + 6 + k * 2),
      });
      if (type === SINGLE) addCoverage(table, at + table.getUint16(at + 2), glyphs);
    }
  }
  return glyphs;
}

function extended(
  table: DataView,
  { type, at }: { readonly type: number; readonly at: number },
): { readonly type: number; readonly at: number } {
  return type === EXTENSION
    ? { type: table.getUint16(at + 2), at: at + table.getUint32(at + 4) }
    : { type, at };
}

function addCoverage(table: DataView, at: number, glyphs: Set<number>): void {
  const isList = table.getUint16(at) === 1;
  for (const n of range(table.getUint16(at + 2))) {
    const [from, to] = isList
      ? [table.getUint16(at + 4 + n * 2), table.getUint16(at + 4 + n * 2)]
      : [table.getUint16(at + 4 + n * 6), table.getUint16(at + 6 + n * 6)];
    for (let glyph = from; glyph <= to; glyph += 1) glyphs.add(glyph);
  }
}

/** Format 4 of the character map, which holds all that is ever drawn raised. */
function charactersOf(map: DataView): ReadonlyMap<string, number> {
  const glyphs = new Map<string, number>();
  for (const n of range(map.getUint16(2))) {
    const at = map.getUint32(4 + n * 8 + 4);
    if (map.getUint16(at) === 4) addSegments(map, at, glyphs);
  }
  return glyphs;
}

function addSegments(map: DataView, at: number, glyphs: Map<string, number>): void {
  const doubled = map.getUint16(at + 6);
  for (let n = 0; n < doubled; n += 2) {
    const [last, first] = [map.getUint16(at + 14 + n), map.getUint16(at + 16 + doubled + n)];
    const [delta, offsetAt] = [map.getUint16(at + 16 + 2 * doubled + n), at + 16 + 3 * doubled + n];
    const offset = map.getUint16(offsetAt);
    for (let point = first; point <= last && point !== 0xffff; point += 1) {
      const direct = offset === 0 ? point : map.getUint16(offsetAt + offset + 2 * (point - first));
      const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(String.fromCharCode(point), glyph);
    }
  }
}

function tagAt(table: DataView, at: number): string {
  return Buffer.from(table.buffer, table.byteOffset + at, 4).toString('latin1');
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}
