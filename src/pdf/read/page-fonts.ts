// The fonts of a page's resources: their names, and whether the file carries them.
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';

export interface UsedFont {
  /** Without the letters of a subset: `Alegreya-Regular`. */
  readonly name: string;
  readonly embedded: boolean;
  /** Whether codes are two bytes and name glyphs, so that 0000 is a missing one. */
  readonly isGlyphCoded: boolean;
}

/** A font's facts; glyphs drawn by the file itself (Type 3) need no embedding. */
export function pageFonts(font: PDFDict): UsedFont {
  const type = font.get(PDFName.of('Subtype'));
  const base = font.lookup(PDFName.of('BaseFont'));
  const name = base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, '') : '';
  if (type === PDFName.of('Type3'))
    return { name: name || 'drawn glyphs', embedded: true, isGlyphCoded: false };
  const described = type === PDFName.of('Type0') ? descendant(font) : font;
  const descriptor = described?.lookup(PDFName.of('FontDescriptor'));
  const embedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key)));
  return {
    name,
    embedded,
    isGlyphCoded:
      type === PDFName.of('Type0') && String(font.get(PDFName.of('Encoding'))).startsWith('/Identity'),
  };
}

function descendant(font: PDFDict): PDFDict | undefined {
  const list = font.lookup(PDFName.of('DescendantFonts'));
  const first = list instanceof PDFArray ? list.lookup(0) : undefined;
  return first instanceof PDFDict ? first : undefined;
}
