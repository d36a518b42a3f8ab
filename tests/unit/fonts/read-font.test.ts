import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFont } from '../../../src/fonts/read-font.js';
import { withTrueTypeOutlines } from '../../../src/fonts/truetype.js';
import { plainFont } from '../../../src/fonts/plain-font.js';
import { readFontTables } from '../../../src/fonts/font-tables.js';
import { fontTable } from '../../../src/shared/font-table.js';

const font = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fonts/${name}`, import.meta.url)));
const facts = (bytes: Uint8Array | undefined) => {
  const read = readFont(bytes ?? new Uint8Array());
  if ('problem' in read) throw new Error(read.problem);
  return read;
};

/** A change at some place of a copy. */
function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

describe('a font file', () => {
  test('says its names, its look and its licence', () => {
    expect(facts(font('Fieldbook-Italic.ttf'))).toMatchObject({
      mediaType: 'font/ttf',
      family: 'Fieldbook Serif',
      postscriptName: 'FieldbookSerif-Italic',
      style: 'italic',
      weight: 400,
      width: 5,
      axes: {},
      licence: 'OFL-1.1',
      subset: true,
      embeddable: true,
    });
    expect(facts(font('Postscript-Regular.otf'))).toMatchObject({
      mediaType: 'font/otf',
      postscriptName: 'PostscriptSerif-Regular',
      style: 'normal',
    });
    expect(facts(font('Varying[wght].ttf')).axes).toEqual({ wght: { least: 200, usual: 400, most: 900 } });
  });

  test('with a reserved name is embedded whole, another name reserved is none of its own', () => {
    const reserved = (name: string) =>
      facts(renamed(font('Fieldbook-Regular.ttf'), `with Reserved Font Name '${name}'.`)).subset;
    expect([reserved('Fieldbook'), reserved('Another')]).toEqual([false, true]);
  });

  test('that is no font, a collection, cut off or without a table is told by its fault', () => {
    const whole = font('Fieldbook-Regular.ttf');
    const problem = (bytes: Uint8Array) => {
      const read = readFont(bytes);
      return 'problem' in read ? read.problem : undefined;
    };
    expect(problem(new Uint8Array())).toBe('is empty');
    expect(problem(new TextEncoder().encode('<svg viewBox="0 0 1 1"/>'))).toBe(
      'is no TrueType, OpenType or WOFF2 font',
    );
    expect(problem(new TextEncoder().encode('ttcf\0\u0001\0\0'))).toBe('is a collection of several fonts');
    expect(problem(whole.slice(0, whole.length - 100))).toBe('is cut off');
    expect(problem(whole.slice(0, 8))).toBe('is damaged: one of its tables ends too early');
    expect(
      problem(
        changed(whole, (view) => {
          for (let at = 12; at < 400; at += 16)
            if (view.getUint32(at) === 0x636d6170) view.setUint8(at, 0x78);
        }),
      ),
    ).toBe('is damaged: it has no table "cmap"');
  });

  test('whatever stands in it, never throws', () => {
    const whole = font('Fieldbook-Regular.ttf').slice(0, 4000);
    for (let at = 0; at < whole.length; at += 7) {
      const read = readFont(
        changed(whole, (view) => {
          view.setUint8(at, 0xff);
        }),
      );
      expect('problem' in read || read.family !== undefined).toBe(true);
    }
  });
});

describe('a plain font', () => {
  test('is what was packed for the web', { timeout: 60_000 }, () => {
    expect(facts(plainFont(font('Packed-Regular.woff2')))).toMatchObject({
      mediaType: 'font/ttf',
      family: 'Packed Serif',
      postscriptName: 'PackedSerif-Regular',
    });
  });

  test('of a variable font has one weight, and no axes', { timeout: 60_000 }, () => {
    const [light, heavy] = [400, 700].map((wght) => plainFont(font('Varying[wght].ttf'), { pins: { wght } }));
    expect([facts(light).axes, facts(heavy).axes]).toEqual([{}, {}]);
    expect(fontTable(heavy ?? new Uint8Array(), 'hmtx')?.getUint16(4 * 40)).not.toBe(
      fontTable(light ?? new Uint8Array(), 'hmtx')?.getUint16(4 * 40),
    );
  });

  test('is none for what cannot be unpacked', () => {
    expect(plainFont(font('Packed-Regular.woff2').slice(0, 3000))).toBeUndefined();
  });

  test('is the same bytes when it is asked for again', () => {
    expect(plainFont(font('Packed-Regular.woff2'))).toBe(plainFont(font('Packed-Regular.woff2')));
  });
});

describe('PostScript outlines as TrueType', () => {
  const before = font('Postscript-Regular.otf');
  const after = withTrueTypeOutlines(before);

  test('leave names, characters and widths as they are', () => {
    expect(facts(after)).toEqual({ ...facts(before), mediaType: 'font/ttf' });
    expect(readFontTables(after)?.characters).toEqual(readFontTables(before)?.characters);
    const widths = (bytes: Uint8Array) =>
      Array.from({ length: 100 }, (_, glyph) => fontTable(bytes, 'hmtx')?.getUint16(glyph * 4));
    expect(widths(after)).toEqual(widths(before));
  });

  test('fill the same box as the glyphs of the TrueType font that they were made from', () => {
    const source = font('Fieldbook-Regular.ttf');
    for (const glyph of ['A', 'g', 'Q', '&', 'é']) {
      const [made, wanted] = [boxOf(after, glyph), boxOf(source, glyph)];
      made.forEach((edge, n) => {
        expect(Math.abs(edge - (wanted[n] ?? 0)), `${glyph}, edge ${n}`).toBeLessThanOrEqual(2);
      });
    }
  });

  test('have sums that come out', () => {
    const view = new DataView(after.buffer, after.byteOffset, after.byteLength);
    let sum = 0;
    for (let at = 0; at < after.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

/** Left, bottom, right and top of a character's glyph. */
function boxOf(bytes: Uint8Array, character: string): readonly number[] {
  const [map, loca, glyf, head] = ['cmap', 'loca', 'glyf', 'head'].map(
    (name) => fontTable(bytes, name) ?? new DataView(new ArrayBuffer(0)),
  );
  const glyph = glyphOf(map ?? new DataView(new ArrayBuffer(0)), character.codePointAt(0) ?? 0);
  const at = head?.getInt16(50) === 1 ? loca?.getUint32(glyph * 4) : (loca?.getUint16(glyph * 2) ?? 0) * 2;
  return [0, 1, 2, 3].map((n) => glyf?.getInt16((at ?? 0) + 2 + n * 2) ?? 0);
}

/** Format 4 of the character map. */
function glyphOf(map: DataView, point: number): number {
  for (let n = 0; n < map.getUint16(2); n += 1) {
    const at = map.getUint32(4 + n * 8 + 4);
    if (map.getUint16(at) !== 4) continue;
    const doubled = map.getUint16(at + 6);
    for (let k = 0; k < doubled; k += 2) {
      const [last, first] = [map.getUint16(at + 14 + k), map.getUint16(at + 16 + doubled + k)];
      if (point < first || point > last) continue;
      const [delta, place] = [map.getUint16(at + 16 + 2 * doubled + k), at + 16 + 3 * doubled + k];
      const offset = map.getUint16(place);
      return ((offset === 0 ? point : map.getUint16(place + offset + 2 * (point - first))) + delta) & 0xffff;
    }
  }
  return 0;
}

/** The font with another licence: the text replaces the beginning of what stands there. */
function renamed(bytes: Uint8Array, words: string): Uint8Array {
  const table = fontTable(bytes, 'name');
  const copy = bytes.slice();
  for (let n = 0; n < (table?.getUint16(2) ?? 0); n += 1) {
    const at = 6 + n * 12;
    if (table?.getUint16(at + 6) !== 13) continue;
    const start = table.byteOffset - bytes.byteOffset + table.getUint16(4) + table.getUint16(at + 10);
    copy.set(Buffer.from(words, 'utf16le').swap16(), start);
  }
  return copy;
}
