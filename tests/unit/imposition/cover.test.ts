// The bar code against published ones, and spines against printers' own figures.
import { describe, expect, it } from 'vitest';
import { STOCKS } from '../../../src/model/cover-wrap.js';
import { elementsOf, textOf } from '../../../src/model/flow.js';
import { barcode, ean13, ean5 } from '../../../src/imposition/cover/barcode.js';
import { spineOf } from '../../../src/imposition/cover/spine.js';

describe('the bar code', () => {
  // https://en.wikipedia.org/wiki/International_Article_Number and /EAN-5, worked examples
  it('has the bars of published examples', () => {
    expect(ean13('5901234123457')).toBe(
      [
        '101',
        '0001011',
        '0100111',
        '0110011',
        '0010011',
        '0111101',
        '0011101',
        '01010',
        '1100110',
        '1101100',
        '1000010',
        '1011100',
        '1001110',
        '1000100',
        '101',
      ].join(''),
    );
    expect(ean5('52495')).toBe(
      ['1011', '0111001', '01', '0010011', '01', '0011101', '01', '0001011', '01', '0110001'].join(''),
    );
  });

  it('has the bars that another maker of bar codes gives, for every first digit of a book', () => {
    const runs = (modules: string) => [...modules.matchAll(/1+|0+/g)].map(([run]) => run.length).join('');
    expect(runs(ean13('9783161484100'))).toBe('11113123121114122214111222111111113212131132222132113211111');
    expect(runs(ean5('51299'))).toBe('1121231111222112122113112112113');
  });

  it('is drawn at its full size, with its quiet zones, in black on white', () => {
    const { attributes, children } = barcode({ isbn: '9783161484100' });
    expect([attributes['width'], attributes['viewBox'], attributes['aria-label']]).toEqual([
      '37.29mm',
      '0 0 113 91',
      'ISBN 9783161484100',
    ]);
    expect([...elementsOf(children)].map(({ tag, attributes: { fill } }) => `${tag} ${fill ?? ''}`)).toEqual([
      'rect #fff',
      'path #000',
      ...Array<string>(4).fill('text #000'),
    ]);
  });

  it('says its digits, and those of a price beside it', () => {
    expect(textOf(barcode({ isbn: '9783161484100', price: '51299' }).children)).toBe(
      'ISBN 9783161484100978316148410051299',
    );
  });
});

describe('the spine', () => {
  it('is as wide as the printer reckons', () => {
    expect(spineOf({ stock: 'kdp-white' }, 300).width).toBe(17.16);
    expect(spineOf({ stock: 'kdp-cream' }, 250).width).toBe(15.88);
    expect(spineOf({ stock: 'offset-80' }, 100).width).toBe(5);
  });

  it('is as wide as the author says, by the leaf or as a whole', () => {
    expect(spineOf({ stock: 'kdp-white', caliper: 0.12 }, 100).width).toBe(6);
    expect(spineOf({ stock: 'kdp-white', caliper: 0.12, spine: 7 }, 100).width).toBe(7);
  });

  it('has no words on a thin book, nor where the printer takes none', () => {
    const words = (pages: number, spine: number) => spineOf({ stock: 'kdp-white', spine }, pages).words > 0;
    expect([words(78, 10), words(79, 10), words(200, 5.6), words(200, 5.7)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('has a source and a date for every paper', () => {
    for (const { source, verifiedOn } of Object.values(STOCKS))
      expect([source.length > 10, verifiedOn]).toEqual([true, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  });
});
