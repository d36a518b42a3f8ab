import { describe, expect, it } from 'vitest';
import { marginsOn } from '../../../src/edition/page-geometry.js';

const NOVEL = {
  trim: { width: 133.35, height: 203.2 },
  margins: { top: 21, bottom: 24.1, inside: 15, outside: 16.35 },
};

function measure(width: number, page: Parameters<typeof marginsOn>[1] = NOVEL): number {
  const { inside, outside } = marginsOn({ width, height: 203.2 }, page);
  return width - inside - outside;
}

describe('margins of a theme', () => {
  it('are as it says on its own trim, and on one that is narrower or lower', () => {
    expect(marginsOn(NOVEL.trim, NOVEL)).toEqual(NOVEL.margins);
    expect(marginsOn({ width: 111, height: 178 }, NOVEL)).toEqual(NOVEL.margins);
  });

  it.each([[148], [152.4], [210]])('keep the measure on a trim %d mm wide', (width) => {
    expect(measure(width)).toBeCloseTo(measure(133.35), 9);
  });

  it("take a wider trim in their own proportion, or in the theme's", () => {
    const own = marginsOn({ width: 164.7, height: 203.2 }, NOVEL);
    expect(own.inside / own.outside).toBeCloseTo(15 / 16.35, 9);
    const thirds = marginsOn(
      { width: 163.35, height: 203.2 },
      { ...NOVEL, wider: { inside: 1, outside: 2 } },
    );
    expect([thirds.inside, thirds.outside]).toEqual([25, expect.closeTo(36.35, 9)]);
  });

  it('are halved where there are none to go by', () => {
    expect(
      marginsOn(
        { width: 143.35, height: 203.2 },
        { ...NOVEL, margins: { top: 0, bottom: 0, inside: 0, outside: 0 } },
      ),
    ).toMatchObject({ inside: 5, outside: 5 });
  });

  it('grow at head and foot with a taller trim, as its text does', () => {
    const { top, bottom } = marginsOn({ width: 148, height: 297 }, NOVEL);
    expect(top / bottom).toBeCloseTo(21 / 24.1, 9);
    expect((297 - top - bottom) / 297).toBeCloseTo((203.2 - 45.1) / 203.2, 9);
  });
});
