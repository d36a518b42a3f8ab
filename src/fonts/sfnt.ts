// The file around the tables of a font. Source: OpenType 1.9.1, "Organization of an OpenType font".

export type FontTables = ReadonlyMap<string, Uint8Array>;

/** All tables by their tags. @throws RangeError for a file that is cut off. */
export function readTables(font: Uint8Array): FontTables {
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
export function writeTrueType(tables: FontTables): Uint8Array {
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
