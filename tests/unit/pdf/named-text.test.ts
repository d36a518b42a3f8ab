// Letters that are drawn in parts: what stands beside them is read, and stays in a printer's file.
import { describe, expect, it } from 'vitest';
import { convertContent } from '../../../src/pdf/colour/convert-content.js';
import { TO_GRAY } from '../../../src/pdf/colour/colour-conversion.js';
import { nameTexts } from '../../../src/pdf/read/pdf-text.js';
import type { RawText } from '../../../src/pdf/read/pdf-reader-thread.js';

const CONTENT =
  '/P <</MCID 0 >>BDC BT /Span<</ActualText (fi) >> BDC <01> Tj EMC /Span<</ActualText <FEFF062E> >> ' +
  'BDC <0203> Tj EMC ET EMC';

describe('a text beside glyphs', () => {
  it('is taken where a glyph has no letter, once, and nowhere else', () => {
    const texts = [raw('\uFB01', 0), raw('\0', 1), raw('\0', 1), raw('\0', -1)];
    expect(nameTexts(texts, () => CONTENT).map(([text]) => text)).toEqual(['\uFB01', '\u062E', '', '\0']);
  });

  it('is not asked for where every glyph has its letter', () => {
    expect(
      nameTexts([raw('\uFB01', 0)], () => {
        throw new Error('read');
      }).map(([text]) => text),
    ).toEqual(['\uFB01']);
  });

  it("stays in a printer's file for such letters only", () => {
    expect(convertContent(CONTENT, TO_GRAY).replace(/\s+/g, ' ').trim()).toBe(
      'BT <01> Tj /Span<</ActualText <FEFF062E> >> BDC <0203> Tj EMC ET',
    );
  });
});

function raw(text: string, span: number): RawText {
  return [text, span, 10, 10, 1, 0, 0, 1, 0, 0];
}
