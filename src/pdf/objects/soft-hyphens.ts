// What a reader copies: the hyphens that broke words are soft hyphens in the file's text, so that words are
// whole again. ISO 32000-1, 14.8.2.2.3: a hyphen at a line's end that is not the author's is represented as
// U+00AD.
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFName, PDFRawStream, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib';

/**
 * Gives every U+2010 of a file's text the value U+00AD; what is drawn stays as it is. The line setter draws
 * its hyphens as U+2010; authors type U+002D. Chromium names the character in the font's ToUnicode map
 * (`<09AE> <2010>`), or beside the glyph where two characters share it (`/ActualText <FEFF2010>`).
 *
 * @param done contents in which that has been done
 */
export function softenHyphens({ context }: PDFDocument, done: readonly PDFRef[] = []): void {
  const known = new Set(done.map(({ tag }) => tag));
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (known.has(ref.tag) || !(object instanceof PDFRawStream) || !mayHoldText(object)) continue;
    const before = inflateSync(object.contents).toString('latin1');
    const after = before.startsWith('/CIDInit') ? soften(before) : softened(before);
    if (after === before) continue;
    object.dict.delete(PDFName.of('Length')); // written anew from the bytes
    context.assign(ref, PDFRawStream.of(object.dict, deflateSync(Buffer.from(after, 'latin1'))));
  }
}

/** The same for a page's content. */
export function softened(content: string): string {
  return content.replaceAll(NAMED_BESIDE, '/ActualText <FEFF00AD>');
}

const NAMED_BESIDE = '/ActualText <FEFF2010>';

/**
 * Maps that name single glyphs, `<glyph> <character>`; Chromium puts runs of three or more glyphs in a range.
 */
function soften(map: string): string {
  return map
    .replace(/^(<[0-9A-F]{4}> )<2010>$/gm, '$1<00AD>')
    .replace(/^<([0-9A-F]{4})> <\1> <2010>$/gm, '<$1> <$1> <00AD>');
}

/** Pages and the maps of fonts; pictures, fonts and profiles say what they are. */
function mayHoldText({ dict }: PDFRawStream): boolean {
  const others = ['Subtype', 'Length1', 'Type', 'N'].some((key) => dict.has(PDFName.of(key)));
  return !others && dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
}
