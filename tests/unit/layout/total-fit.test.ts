import { describe, expect, it } from 'vitest';
import { spaceRatio } from '../../../src/layout/lines/line-geometry.js';
import { JUSTIFIED, RAGGED } from '../../../src/layout/lines/line-settings.js';
import { chooseFit, fitRequested, fitLines, fitsBeside } from '../../../src/layout/lines/total-fit.js';
import { paragraphOf, plainPiece, sayings } from './pieces.js';
import type { LineShape, LinePiece } from '../../../src/layout/lines/piece.js';

const ROOM: LineShape = { width: 200, hangs: 'both' };
const em = 12;

function fits(
  pieces: readonly LinePiece[],
  shapes: readonly LineShape[] = [ROOM],
  setting = JUSTIFIED,
): ReturnType<typeof fitLines> {
  return fitLines({ pieces, shapes, em, indent: 0 }, setting);
}

const prose = sayings(1).flatMap((words) =>
  words.flatMap((word, index) =>
    word.map((width, at) =>
      at < word.length - 1
        ? plainPiece({ width, after: 'hyphen', trail: 5 })
        : plainPiece({ width, after: index === words.length - 1 ? 'end' : 'space', space: 4 }),
    ),
  ),
);

describe('dividing a paragraph', () => {
  it('gives the same answer to the same question', () => {
    expect(fits(prose)).toEqual(fits(prose));
  });

  it('covers every piece once, in order', () => {
    for (const fit of fits(prose)) {
      expect(fit.lines[0]?.from).toBe(0);
      expect(fit.lines.at(-1)?.to).toBe(prose.length);
      fit.lines.slice(1).forEach((line, index) => {
        expect(line.from).toBe(fit.lines[index]?.to);
      });
    }
  });

  it('fills every full line exactly: natural width, spaces and tracking add up to the room', () => {
    for (const fit of fits(prose)) {
      for (const line of fit.lines.slice(0, -1)) {
        expect(line.natural + line.spaces * line.addedSpace + line.letters * line.addedTracking).toBeCloseTo(
          200,
          6,
        );
      }
    }
  });

  it('keeps tracking within its bounds however loose the line', () => {
    const loose = fits(paragraphOf(Array.from({ length: 9 }, () => ({ width: 70 }))));
    const tracking = loose.flatMap((fit) => fit.lines.map((line) => line.addedTracking / em));
    expect(Math.max(...tracking)).toBeCloseTo(0.03, 6);
    expect(Math.min(...tracking)).toBeGreaterThanOrEqual(-0.025);
  });

  /** The line that four words make: 40 letters and three spaces of 4, short of its room by so much. */
  function lineShortOf(session: number): { readonly space: number; readonly tracking: number } {
    const words = paragraphOf([
      ...Array.from({ length: 4 }, () => ({ width: (188 - session) / 4, letters: 10 })),
      { width: 120, letters: 20 },
    ]);
    const line = chooseFit(fits(words), 0)?.lines[0];
    return { space: (line && spaceRatio(line)) ?? 0, tracking: (line?.addedTracking ?? 0) / em };
  }

  it('keeps the reserve of letters for a line that a reader would see', () => {
    const decent = lineShortOf(15);
    expect(decent.tracking).toBeCloseTo(0.02, 6);
    expect(decent.space).toBeCloseTo(1.45, 6);
    const loose = lineShortOf(18);
    expect(loose.tracking).toBeCloseTo(0.02 + 4.2 / 40 / em, 6);
    expect(loose.space).toBeCloseTo(1.35, 6);
  });

  it('closes letters further where a line could not be set otherwise, and words no nearer to one another', () => {
    const apart = ({ space, tracking }: ReturnType<typeof lineShortOf>): number => 4 * space + tracking * em;
    expect(lineShortOf(-7.8).tracking).toBeCloseTo(-0.012, 6);
    expect(lineShortOf(-9).tracking).toBeLessThan(-0.012);
    expect(apart(lineShortOf(-9))).toBeCloseTo(apart(lineShortOf(-7.8)), 6);
    expect(lineShortOf(-13).tracking).toBeGreaterThan(-0.025);
    expect(lineShortOf(-14).tracking).toBeCloseTo(0.03, 6); // three words only
  });

  it('returns every line count within tolerance, each the best of its count, and chooses by looseness', () => {
    const all = fits(prose);
    const best = chooseFit(all, 0);
    expect(all.map((fit) => fit.lines.length)).toEqual(
      [...new Set(all.map((fit) => fit.lines.length))].sort((a, b) => a - b),
    );
    expect(all.length).toBeGreaterThan(1);
    expect(best?.demerits).toBe(Math.min(...all.map((fit) => fit.demerits)));
    const longest = all.at(-1);
    expect(chooseFit(all, 99)).toBe(longest);
    expect(chooseFit(all, -99)).toBe(all[0]);
    expect(chooseFit(all, 1)?.lines.length).toBe(
      Math.min((best?.lines.length ?? 0) + 1, longest?.lines.length ?? 0),
    );
  });

  it('goes further for a line count that the author asked for', () => {
    const text = { pieces: prose, shapes: [ROOM], em, indent: 0 };
    const strict = { ...JUSTIFIED, tolerances: [0.9, 6] };
    const best = fitRequested(text, strict, 0);
    const more = (fitLines(text, strict).at(-1)?.lines.length ?? 0) + 1 - (best?.fit.lines.length ?? 0);
    expect(fitRequested(text, strict, more)?.fit.lines.length).toBe((best?.fit.lines.length ?? 0) + more);
  });

  it('gives a page the ways of a line more and a line less, no dearer than they are without the reserve', () => {
    const text = { pieces: prose, shapes: [ROOM], em, indent: 0 };
    const all = fitLines(text, JUSTIFIED);
    const lines = chooseFit(all, 0)?.lines.length ?? 0;
    const beside = fitsBeside(text, JUSTIFIED, lines);
    expect(
      beside.map((fit) => Math.abs(fit.lines.length - lines)).every((difference) => difference === 1),
    ).toBe(true);
    const cheaper = beside.map(
      (fit) =>
        fit.demerits <= (all.find((one) => one.lines.length === fit.lines.length)?.demerits ?? Infinity),
    );
    expect(cheaper.length).toBeGreaterThan(0);
    expect(cheaper).not.toContain(false);
  });

  it('says that there is no way when a word is wider than the line', () => {
    expect(fits(paragraphOf([{}, { width: 260 }, {}]))).toEqual([]);
    expect(chooseFit([], 0)).toBeUndefined();
  });

  it('sets a lone word that cannot fill its line rather than giving up', () => {
    expect(
      chooseFit(fits(paragraphOf([{ width: 150 }, { width: 150 }, { width: 20 }])), 0)?.lines.map(
        (line) => line.to,
      ),
    ).toEqual([1, 3]);
  });

  it("never runs a line across a break of the author's, and leaves the line before it short", () => {
    const lines = chooseFit(fits(paragraphOf([{}, { after: 'forced', space: 0 }, {}, {}])), 0)?.lines;
    expect(lines?.map((line) => [line.to, line.addedSpace])).toEqual([
      [2, 0],
      [4, 0],
    ]);
  });

  it('gives the lines beside a drop cap less room', () => {
    const beside: LineShape = { width: 140, hangs: 'end' };
    const lines = chooseFit(fits(prose, [beside, beside, beside, ROOM]), 0)?.lines ?? [];
    for (const line of lines.slice(0, 3)) expect(line.natural + line.slack).toBeCloseTo(140, 6);
    expect(lines[3] && lines[3].natural + lines[3].slack).toBeCloseTo(200, 6);
  });

  it("hangs marks where the line's shape lets it", () => {
    const quoted = paragraphOf(Array.from({ length: 12 }, () => ({ hangStart: 2, hangEnd: 3 })));
    const hangs = (shape: LineShape['hangs']): readonly (readonly number[])[] =>
      (chooseFit(fits(quoted, [{ width: 200, hangs: shape }]), 0)?.lines ?? [])
        .slice(0, 1)
        .map((line) => [line.hangStart, line.hangEnd]);
    expect([hangs('both'), hangs('end'), hangs('none')]).toEqual([[[2, 3]], [[0, 3]], [[0, 0]]]);
  });

  it('avoids a third hyphen running', () => {
    for (const seed of sayings(8)) {
      const pieces = seed.flatMap((word, index) =>
        word.map((width, at) =>
          at < word.length - 1
            ? plainPiece({ width, after: 'hyphen', trail: 5 })
            : plainPiece({ width, after: index === 59 ? 'end' : 'space', space: 4 }),
        ),
      );
      const ends = chooseFit(fits(pieces), 0)
        ?.lines.map((line) => (line.end === 'hyphen' ? 'h' : '.'))
        .join('');
      expect(ends).not.toContain('hhh');
    }
  });

  it('does not stack a word on itself a third time where a line can be a little looser', () => {
    const free = { ...JUSTIFIED, costs: { ...JUSTIFIED.costs, stack: 0 } };
    for (const [edge, at] of [
      ['begins', 0],
      ['ends', 12],
    ] as const) {
      // Thirteen words fill a line, and each thirteenth is the same.
      const words = paragraphOf(
        Array.from({ length: 60 }, (_, index) => ({
          width: 12,
          letters: 2,
          [edge]: index % 13 === at ? 'and' : `${index}`,
        })),
      );
      const linesOf = (setting: typeof JUSTIFIED): readonly (number | undefined)[] =>
        (chooseFit(fits(words, [{ width: 204, hangs: 'none' }], setting), 0)?.lines ?? []).map(
          ({ to }) => to,
        );
      expect(linesOf(free)).toEqual([13, 26, 39, 52, 60]);
      const lines = linesOf(JUSTIFIED);
      expect(lines.length).toBe(5);
      expect(lines.slice(0, 3)).not.toEqual([13, 26, 39]);
      expect(lines.slice(1, 4)).not.toEqual([26, 39, 52]);
    }
  });

  it('adds nothing to the spaces of ragged text', () => {
    const lines = chooseFit(fits(prose, [{ width: 200, hangs: 'none' }], RAGGED), 0)?.lines ?? [];
    expect(lines.every((line) => line.addedSpace === 0 && line.addedTracking === 0 && line.slack >= 0)).toBe(
      true,
    );
  });
});
