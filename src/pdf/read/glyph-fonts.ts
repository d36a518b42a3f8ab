// What has to be known of a font to read letters one by one: the characters of each glyph, and how far it
// moves on.
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { latin1, unpackStream } from '../objects/streams.js';
import { readCharacters } from '../objects/to-unicode.js';

export interface GlyphFont {
  /** The characters of a glyph; empty where the file names none. */
  textOf(glyph: number): string;
  /** Thousandths of the size. */
  widthOf(glyph: number): number;
}

const known = new WeakMap<PDFDict, { readonly font: GlyphFont | undefined }>();

/** Undefined for a font that is not coded by glyph in two bytes. PDF 32000-1, 9.7. */
export function glyphFont(font: PDFDict): GlyphFont | undefined {
  const found = known.get(font) ?? { font: readFont(font) };
  known.set(font, found);
  return found.font;
}

function readFont(font: PDFDict): GlyphFont | undefined {
  const [descendants, map] = [
    font.lookup(PDFName.of('DescendantFonts')),
    font.lookup(PDFName.of('ToUnicode')),
  ];
  const described = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  if (
    font.lookup(PDFName.of('Encoding')) !== PDFName.of('Identity-H') ||
    !(described instanceof PDFDict) ||
    !(map instanceof PDFRawStream)
  )
    return undefined;
  const texts = new Map(
    [...readCharacters(latin1(unpackStream(map)))].map(([glyph, written]) => [
      glyph,
      Buffer.from(written, 'hex').swap16().toString('utf16le'),
    ]),
  );
  const widths = widthsOf(described.lookup(PDFName.of('W')));
  const usual = numberIn(described.lookup(PDFName.of('DW')), 1000);
  return { textOf: (glyph) => texts.get(glyph) ?? '', widthOf: (glyph) => widths.get(glyph) ?? usual };
}

/**
 * `12 [500 510]` gives the widths of 12 and 13; `20 29 480` gives one width to all from 20 to 29. PDF
 * 32000-1, 9.7.4.3.
 */
function widthsOf(array: unknown): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  if (!(array instanceof PDFArray)) return widths;
  for (let index = 0; index + 1 < array.size();) {
    const [first, second] = [numberIn(array.lookup(index), 0), array.lookup(index + 1)];
    if (second instanceof PDFArray) {
      for (let next = 0; next < second.size(); next += 1)
        widths.set(first + next, numberIn(second.lookup(next), 0));
      index += 2;
    } else {
      const width = numberIn(array.lookup(index + 2), 0);
      for (let glyph = first; glyph <= numberIn(second, first); glyph += 1) widths.set(glyph, width);
      index += 3;
    }
  }
  return widths;
}

function numberIn(value: unknown, otherwise: number): number {
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
