// What has to be known of a font to put its letters in a row: how far each moves on, and which of them is a
// space or a soft hyphen.
import { readCharacters } from '../../objects/to-unicode.js';
import { contentOf, refIn, type PrintedObject } from '../read-printed.js';
import { statedWidths } from '../glyph-widths.js';

export interface RunFont {
  /** Thousandths of an em. */
  widthOf(glyph: number): number;
  isSpace(glyph: number): boolean;
  isSoftHyphen(glyph: number): boolean;
}

type Objects = readonly (PrintedObject | undefined)[];

/**
 * By object number; undefined for a font that is not coded by glyph in two bytes, or runs downwards. Each is
 * read once.
 */
export function openFonts(objects: Objects): (font: number) => RunFont | undefined {
  const known = new Map<number, RunFont | undefined>();
  return (font) => {
    if (!known.has(font)) known.set(font, readFont(objects, font));
    return known.get(font);
  };
}

function readFont(objects: Objects, number: number): RunFont | undefined {
  const text = objects[number]?.text ?? '';
  if (!text.includes('/Subtype /Type0') || !text.includes('/Encoding /Identity-H')) return undefined;
  const widths = statedWidths(objects[Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(text)?.[1])]?.text ?? '');
  if (widths === undefined) return undefined;
  const characters = readCharacters(
    Buffer.from(contentOf(objects[refIn(text, 'ToUnicode') ?? -1])).toString('latin1'),
  );
  const glyphsOf = (pattern: RegExp): ReadonlySet<number> =>
    new Set([...characters].filter(([, written]) => pattern.test(textOf(written))).map(([glyph]) => glyph));
  const [spaces, softHyphens] = [glyphsOf(/^\s+$/), glyphsOf(/^\u00ad$/)];
  return {
    widthOf: widths,
    isSpace: (glyph) => spaces.has(glyph),
    isSoftHyphen: (glyph) => softHyphens.has(glyph),
  };
}

/** Hexadecimal UTF-16 in plain. */
function textOf(written: string): string {
  return Buffer.from(written, 'hex').swap16().toString('utf16le');
}
