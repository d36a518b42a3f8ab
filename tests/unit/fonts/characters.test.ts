import { describe, expect, test } from 'vitest';
import { readFontTables } from '../../../src/fonts/font-tables.js';

/** A font of one table: a character map whose records all name the same groups. */
function fontOf(groups: readonly (readonly [first: number, last: number])[], records = 1): Uint8Array {
  const subtable = 4 + records * 8;
  const length = subtable + 16 + groups.length * 12;
  const bytes = new Uint8Array(28 + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, 1);
  bytes.set(Buffer.from('cmap'), 12);
  view.setUint32(20, 28);
  view.setUint32(24, length);
  view.setUint16(30, records);
  for (let n = 0; n < records; n += 1) view.setUint32(28 + 4 + n * 8 + 4, subtable);
  const at = 28 + subtable;
  view.setUint16(at, 12);
  view.setUint32(at + 12, groups.length);
  groups.forEach(([first, last], n) => {
    view.setUint32(at + 16 + n * 12, first);
    view.setUint32(at + 20 + n * 12, last);
  });
  return bytes;
}

describe('the characters of a font', () => {
  test('are those of its groups', () => {
    expect([
      ...(readFontTables(
        fontOf([
          [0x41, 0x43],
          [0x61, 0x61],
        ]),
      )?.characters ?? []),
    ]).toEqual([0x41, 0x42, 0x43, 0x61]);
  });

  test('are counted once where a map repeats all of Unicode ten thousand times', { timeout: 10_000 }, () => {
    const all = Array.from({ length: 10_000 }, () => [0, 0xffffffff] as const);
    expect(readFontTables(fontOf(all, 2_000))?.characters.size).toBe(0x110000);
  });
});
