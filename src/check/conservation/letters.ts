// What counts as the same text in two places: letters and digits, whatever their case, form and spacing.

/**
 * The letters and digits of a text after NFKC (so ligatures and presentation forms are their letters), in
 * lower case, because one small-capital glyph serves both cases. Spaces, punctuation, soft hyphens and the
 * hyphen of a broken word are set aside: they are where editions rightly differ.
 */
export function letters(text: string): string {
  return (
    plainLetters(text) ??
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  );
}

/** Most texts are plain: nothing in them has another form, and Unicode need not be asked of each letter. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!PLAIN[text.charCodeAt(index)]) return false;
  return true;
}

/** What is left of a plain text, letter by letter; undefined where it is none. */
function plainLetters(text: string): string | undefined {
  if (text.length > room.length) room = Buffer.alloc(2 * text.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const kept = PLAIN[text.charCodeAt(index)];
    if (!kept) return undefined;
    if (kept !== DROPPED) room[length++] = kept;
  }
  return room.toString('latin1', 0, length);
}

let room = Buffer.alloc(4096);

const DROPPED = 1;

/**
 * By a plain character's code, what is left of it: its letter, or nothing. ASCII, the letters of Latin-1,
 * no-break spaces, dashes, quotation marks and ellipses.
 */
const PLAIN = plainCharacters();

function plainCharacters(): Uint8Array {
  const plain = new Uint8Array(0x2027);
  for (let code = 0; code < plain.length; code += 1) {
    const character = String.fromCharCode(code);
    if (/[a-z0-9\u00df-\u00f6\u00f8-\u00ff]/.test(character.toLowerCase()) && code <= 0xff)
      plain[code] = character.toLowerCase().charCodeAt(0);
    else if (/[\t\n\r -~\u00a0\u00ab\u00ad\u00bb\u2010-\u2015\u2018-\u201f\u2026]/.test(character))
      plain[code] = DROPPED;
  }
  return plain;
}
