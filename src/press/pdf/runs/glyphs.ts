// The glyphs that a string of a content stream shows, in a font that codes them in two bytes each.

/** From `<002d019a>` or `(\t1)`; undefined where the bytes are not in pairs. */
export function glyphsIn(string: string): readonly number[] | undefined {
  if (string.length === SINGLE && string.startsWith('<')) { // nearly all of a book's
    const glyph = parseInt(string.slice(1, -1), 16);
    if (!Number.isNaN(glyph)) return [glyph];
  }
  const bytes = string.startsWith('<') ? Buffer.from(string.slice(1, -1).replace(/\s/g, ''), 'hex') : literal(string.slice(1, -1));
  if (bytes.length === 0 || bytes.length % 2 !== 0) return undefined;
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2));
}

/** The length of `<002d>`. */
const SINGLE = 6;

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** PDF 32000-1, table 3. */
function literal(text: string): Buffer {
  const plain = text.replace(/\\(?:([0-7]{1,3})|(\r\n?|\n)|([^]))/g, (_, octal: string | undefined, turn: string | undefined, one: string) => {
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    return turn === undefined ? ESCAPED[one] ?? one : '';
  });
  return Buffer.from(plain, 'latin1');
}
