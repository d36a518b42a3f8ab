// The glyphs that a string of a content stream shows, in a font that codes them in two bytes each.
import { PDFHexString, PDFString } from '@cantoo/pdf-lib';

/** From `<002d019a>` or `(\t1)`; undefined where the bytes are not in pairs. */
export function glyphsIn(string: string): readonly number[] | undefined {
  if (string.length === SINGLE && string.startsWith('<')) {
    // nearly all of a book's
    const glyph = parseInt(string.slice(1, -1), 16);
    if (!Number.isNaN(glyph)) return [glyph];
  }
  const inside = string.slice(1, -1);
  const bytes = Buffer.from(
    (string.startsWith('<') ? PDFHexString.of(inside.replace(/\s/g, '')) : PDFString.of(inside)).asBytes(),
  );
  if (bytes.length === 0 || bytes.length % 2 !== 0) return undefined;
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2));
}

/** The length of `<002d>`. */
const SINGLE = 6;
