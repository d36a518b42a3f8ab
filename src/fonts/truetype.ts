// PostScript outlines as TrueType ones. Chromium embeds only these in a PDF; of others it draws each glyph as
// a picture, under no name. All else of the font stays: characters, features, kerning, names.
import { Blob, DrawFuncs, Face, Font } from 'harfbuzzjs';
import { openPen, type Contour, type Pen } from './quadratic.js';

/** The font with TrueType outlines. @throws Error for a font without the tables that every font has. */
export function withTrueTypeOutlines(font: Uint8Array): Uint8Array {
  const tables = new Map(readTables(font));
  const count = viewOf(tables.get('maxp')).getUint16(4);
  const glyphs = drawGlyphs(font, count);
  const records = glyphs.map(writeGlyph);
  ['CFF ', 'CFF2', 'VORG'].forEach((tag) => {
    tables.delete(tag);
  });
  tables.set('glyf', Buffer.concat(records));
  tables.set('loca', offsetsOf(records));
  tables.set('maxp', profileOf(glyphs));
  tables.set('hmtx', withBearings(tables, glyphs));
  viewOf(tables.get('head')).setInt16(50, 1); // long offsets in loca
  return writeTrueType(tables);
}

type Glyph = readonly Contour[];

function drawGlyphs(bytes: Uint8Array, count: number): readonly Glyph[] {
  const font = new Font(new Face(new Blob(bytes)));
  const functions = new DrawFuncs();
  functions.setMoveToFunc((x, y, pen) => {
    (pen as Pen).moveTo(x, y);
  });
  functions.setLineToFunc((x, y, pen) => {
    (pen as Pen).lineTo(x, y);
  });
  functions.setCubicToFunc((...given) => {
    (given[6] as Pen).curveTo([given[0], given[1], given[2], given[3], given[4], given[5]]);
  });
  return Array.from({ length: count }, (_, glyph) => {
    const pen = openPen();
    font.drawGlyph(glyph, functions, pen);
    return pen.contours();
  });
}

const ON_CURVE = 0x01;
const SAME_X = 0x10;
const SAME_Y = 0x20;

/** OpenType 1.9.1, "glyf": a simple glyph without instructions, at an even place. */
function writeGlyph(glyph: Glyph): Uint8Array {
  const points = glyph.flat();
  if (points.length === 0) return new Uint8Array();
  const steps = points.map(({ x, y, on }, n) => ({
    on,
    dx: x - (points[n - 1]?.x ?? 0),
    dy: y - (points[n - 1]?.y ?? 0),
  }));
  let last = -1;
  const ends = glyph.map((contour) => (last += contour.length));
  const flags = steps.map(
    ({ on, dx, dy }) => (on ? ON_CURVE : 0) | (dx === 0 ? SAME_X : 0) | (dy === 0 ? SAME_Y : 0),
  );
  const moves = [...steps.map(({ dx }) => dx), ...steps.map(({ dy }) => dy)].filter((step) => step !== 0);
  const bytes = Buffer.concat([
    words([glyph.length, ...boundsOf(points), ...ends, 0]),
    Buffer.from(flags),
    words(moves),
  ]);
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
}

function boundsOf(points: Contour): readonly [left: number, bottom: number, right: number, top: number] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, n) => bytes.writeInt16BE(value > 0x7fff ? value - 0x10000 : value, n * 2));
  return bytes;
}

function offsetsOf(records: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.alloc((records.length + 1) * 4);
  let at = 0;
  records.forEach(({ length }, n) => {
    bytes.writeUInt32BE((at += length), (n + 1) * 4);
  });
  return bytes;
}

/** OpenType 1.9.1, "maxp", version 1.0: no composites, no instructions. */
function profileOf(glyphs: readonly Glyph[]): Uint8Array {
  const most = (count: (glyph: Glyph) => number): number =>
    glyphs.reduce((largest, glyph) => Math.max(largest, count(glyph)), 0);
  const zones = 1;
  return words([
    1,
    0,
    glyphs.length,
    most((glyph) => glyph.flat().length),
    most((glyph) => glyph.length),
    0,
    0,
    zones,
    ...Array<number>(8).fill(0),
  ]);
}

/** A TrueType glyph is moved so that its left edge stands at its bearing: both have to agree. */
function withBearings(tables: ReadonlyMap<string, Uint8Array>, glyphs: readonly Glyph[]): Uint8Array {
  const metrics = viewOf(tables.get('hmtx'));
  const full = viewOf(tables.get('hhea')).getUint16(34);
  glyphs.forEach((glyph, n) => {
    const at = n < full ? n * 4 + 2 : full * 4 + (n - full) * 2;
    if (glyph.length > 0) metrics.setInt16(at, boundsOf(glyph.flat())[0]);
  });
  return new Uint8Array(metrics.buffer, metrics.byteOffset, metrics.byteLength);
}

function viewOf(table: Uint8Array | undefined): DataView {
  if (table === undefined) throw new Error('The font lacks a table that every font has.');
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

// The file around the tables of a font. Source: OpenType 1.9.1, "Organization of an OpenType font".

type FontTables = ReadonlyMap<string, Uint8Array>;

/** All tables by their tags. @throws RangeError for a file that is cut off. */
function readTables(font: Uint8Array): FontTables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, n) => {
      const at = 12 + n * 16;
      const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      if (start + length > font.length) throw new RangeError('A table reaches out of the font.');
      return [
        Buffer.from(font.subarray(at, at + 4)).toString('latin1'),
        font.slice(start, start + length),
      ] as const;
    }),
  );
}

const TRUETYPE = 0x00010000;
const MAGIC_SUM = 0xb1b0afba;
/** Where `head` keeps the number that makes the sum of the whole file come out. */
const ADJUSTMENT = 8;

/** A TrueType font of these tables, with its sums. */
function writeTrueType(tables: FontTables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = 12 + sorted.length * 16;
  const font = new Uint8Array(start + sorted.reduce((sum, [, { length }]) => sum + padded(length), 0));
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, TRUETYPE);
  [sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)].forEach((value, n) => {
    view.setUint16(4 + n * 2, value);
  });
  let at = start;
  sorted.forEach(([tag, bytes], n) => {
    font.set(bytes, at);
    if (tag === 'head') view.setUint32(at + ADJUSTMENT, 0);
    font.set(Buffer.from(tag, 'latin1'), 12 + n * 16);
    [sumOf(view, at, padded(bytes.length)), at, bytes.length].forEach((value, k) => {
      view.setUint32(16 + n * 16 + k * 4, value);
    });
    at += padded(bytes.length);
  });
  const head = sorted.findIndex(([tag]) => tag === 'head');
  if (head >= 0)
    view.setUint32(
      view.getUint32(20 + head * 16) + ADJUSTMENT,
      (MAGIC_SUM - sumOf(view, 0, font.length)) >>> 0,
    );
  return font;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function sumOf(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
