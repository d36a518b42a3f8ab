import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCharacters, writeCharacters } from '../../../src/pdf/objects/to-unicode.js';
import { renamedMaps, type NamedFont } from '../../../src/pdf/merge/shared-glyphs.js';

const QUOTE_GLYPH = 0x01ed;

describe('a glyph that serves a quotation mark and a modifier letter', () => {
  it('is named by what all of the book means', () => {
    expect(
      quoteIn([font('/F4 20 Tf /Span<</ActualText <FEFF2019> >> BDC 1 0 Td <01ED> Tj EMC <002E> Tj')]),
    ).toEqual(['2019']);
  });

  it('keeps its name where it once stands for itself', () => {
    const shown = '/F4 20 Tf /Span<</ActualText <FEFF2019> >> BDC <01ED> Tj EMC <01ED0033> Tj';
    expect(quoteIn([font(shown)])).toEqual(['02BC']);
  });

  it('keeps its name in every piece when one piece means the letter', () => {
    const quoted = font('/F4 20 Tf /Span<</ActualText <FEFF2019> >> BDC <01ED> Tj EMC');
    expect(quoteIn([quoted, font('/F4 20 Tf <01ED> Tj')])).toEqual(['02BC', '02BC']);
  });

  it('is told from the same glyph of another font', () => {
    expect(
      quoteIn([font('/F4 20 Tf /Span<</ActualText <FEFF2019> >> BDC <01ED> Tj EMC /F9 20 Tf <01ED> Tj')]),
    ).toEqual(['2019']);
  });

  it('keeps its name beside a text of several characters', () => {
    expect(quoteIn([font('/F4 20 Tf /Span<</ActualText (ffi) >> BDC <01ED> Tj EMC')])).toEqual(['02BC']);
  });

  it('is named so too where a letter shares its glyph with a radical', () => {
    const shown = '/F4 20 Tf /Span<</ActualText <FEFF9577> >> BDC <01ED> Tj EMC';
    const radical = { ...font(shown), map: writeCharacters(new Map([[QUOTE_GLYPH, '2ED1']])) };
    const [renamed = ''] = renamedMaps([radical]).values();
    expect(readCharacters(renamed).get(QUOTE_GLYPH)).toBe('9577');
  });

  it('leaves fonts without modifier letters unread', () => {
    const plain = { ...font('<01ED> Tj'), map: writeCharacters(new Map([[QUOTE_GLYPH, '2019']])) };
    expect(renamedMaps([plain]).size).toBe(0);
  });
});

function font(shown: string): NamedFont {
  const stream = zlibSync(Buffer.from(shown, 'latin1'));
  const map = writeCharacters(
    new Map([
      [0x2e, '0073'],
      [QUOTE_GLYPH, '02BC'],
    ]),
  );
  return { objects: [undefined, { text: '<</Filter /FlateDecode>>', stream }], face: 'Source', font: 4, map };
}

function quoteIn(fonts: readonly NamedFont[]): readonly (string | undefined)[] {
  const maps = renamedMaps(fonts);
  return fonts.map((one) => readCharacters(maps.get(one) ?? one.map).get(QUOTE_GLYPH));
}
