// Reads what the rules ask of a font: its flavour, its licence, and the characters it has.
import { fontTable } from '../shared/font-table.js';

/**
 * By the first four bytes; undefined when they are no font's. Source: OpenType 1.9 "Table directory"; WOFF 1
 * and 2.
 */
export function fontFlavour(bytes: Uint8Array): 'truetype' | 'opentype' | 'woff' | undefined {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (magic === 'OTTO') return 'opentype';
  if (magic === 'wOFF' || magic === 'wOF2') return 'woff';
  return magic === '\0\x01\0\0' || magic === 'true' ? 'truetype' : undefined;
}

export interface FontTables {
  /** Licence and licence address of the name table; empty when it states none. */
  readonly licence: string;
  /** The code points that the font maps. */
  readonly characters: ReadonlySet<number>;
}

/** What a TrueType or OpenType font says of itself; undefined when it is damaged. */
export function readFontTables(bytes: Uint8Array): FontTables | undefined {
  try {
    return { licence: licenceOf(bytes), characters: charactersOf(bytes) };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a table points out of the file
    throw error;
  }
}

function licenceOf(bytes: Uint8Array): string {
  const table = fontTable(bytes, 'name');
  if (table === undefined) return '';
  const strings = table.getUint16(4);
  const found: string[] = [];
  for (let n = 0; n < table.getUint16(2); n += 1) {
    const at = 6 + n * 12;
    if (![13, 14].includes(table.getUint16(at + 6))) continue;
    const start = table.byteOffset + strings + table.getUint16(at + 10);
    found.push(
      Buffer.from(table.buffer, start, table.getUint16(at + 8))
        .toString('latin1')
        .replaceAll('\0', ''),
    );
  }
  return [...new Set(found)].join(' ').trim();
}

/**
 * Formats 4 and 12 of the character map, which are all that books meet. Tables that several records name are
 * read once.
 */
function charactersOf(bytes: Uint8Array): ReadonlySet<number> {
  const points = new Set<number>();
  const table = fontTable(bytes, 'cmap');
  if (table === undefined) return points;
  const places = new Set(
    Array.from({ length: table.getUint16(2) }, (_, n) => table.getUint32(4 + n * 8 + 4)),
  );
  for (const at of places) {
    if (table.getUint16(at) === 4) addSegments(table, at, points);
    if (table.getUint16(at) === 12) addGroups(table, at, points);
  }
  return points;
}

/** Segments and groups ascend. One that steps back would let a small file hold the loop for hours. */
function addSegments(table: DataView, at: number, points: Set<number>): void {
  const doubled = table.getUint16(at + 6);
  let next = 0;
  for (let n = 0; n < doubled; n += 2) {
    const last = table.getUint16(at + 14 + n);
    const first = Math.max(next, table.getUint16(at + 16 + doubled + n));
    for (let point = first; point <= last && point !== 0xffff; point += 1) points.add(point);
    next = Math.max(next, last + 1);
  }
}

const LAST_CODE_POINT = 0x10ffff;

function addGroups(table: DataView, at: number, points: Set<number>): void {
  let next = 0;
  for (let n = 0; n < table.getUint32(at + 12); n += 1) {
    const first = Math.max(next, table.getUint32(at + 16 + n * 12));
    const last = Math.min(table.getUint32(at + 20 + n * 12), LAST_CODE_POINT);
    for (let point = first; point <= last; point += 1) points.add(point);
    next = Math.max(next, last + 1);
  }
}

/**
 * Tags of the features that the font can do, as its GSUB table lists them (OpenType 1.9, "FeatureList
 * table").
 */
export function fontFeatures(bytes: Uint8Array): ReadonlySet<string> {
  try {
    const table = fontTable(bytes, 'GSUB');
    if (table === undefined) return new Set();
    const list = table.getUint16(6);
    return new Set(
      Array.from({ length: table.getUint16(list) }, (_, n) =>
        Buffer.from(table.buffer, table.byteOffset + list + 2 + n * 6, 4).toString('latin1'),
      ),
    );
  } catch (error) {
    if (error instanceof RangeError) return new Set();
    throw error;
  }
}
