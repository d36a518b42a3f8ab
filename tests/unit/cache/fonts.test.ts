// The texts of a printed font that are joined when pieces are.
import { describe, expect, it } from 'vitest';
import { readCharacters, writeCharacters } from '../../../src/pdf/objects/to-unicode.js';
import { joinWidths, writeWidths } from '../../../src/pdf/merge/glyph-widths.js';
import { refsIn, renumbered } from '../../../src/pdf/merge/read-printed.js';

describe('the characters of glyphs', () => {
  it('are read from rows and ranges, and come back the same', () => {
    const map =
      '1 beginbfchar\n<0003> <00660069>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0041>\nendbfrange\n';
    const characters = readCharacters(map);
    expect([...characters]).toEqual([
      [3, '00660069'],
      [16, '0041'],
      [17, '0042'],
      [18, '0043'],
    ]);
    expect(readCharacters(writeCharacters(characters))).toEqual(characters);
  });
});

describe('widths', () => {
  it('of several subsets are those of all', () => {
    const joined = joinWidths([
      new Map([
        [1, 500],
        [2, 510],
      ]),
      new Map([
        [2, 510],
        [9, 480],
      ]),
    ]);
    expect(writeWidths(joined ?? new Map())).toBe('/W [1 [500 510] 9 [480]]\n/DW 0');
  });

  it('that disagree are not joined', () => {
    expect(joinWidths([new Map([[1, 500]]), new Map([[1, 501]])])).toBeUndefined();
  });
});

describe('references between objects', () => {
  it('are renumbered, and what only looks like one stays', () => {
    expect(
      renumbered('[4 0 R (5 0 R \\) 6 0 R) <50> 7 0 R]', (old) => (old === 7 ? undefined : old + 100)),
    ).toBe('[104 0 R (5 0 R \\) 6 0 R) <50> null]');
    expect(refsIn('/K [4 0 R 15 0 R] /T (9 0 R)')).toEqual([4, 15]);
  });
});
