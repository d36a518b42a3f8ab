// Total fit against tex-linebreak, which follows the paper: equal parameters must give equal lines.
import { breakLines, forcedBreak, type InputItem } from 'tex-linebreak';
import { describe, expect, it } from 'vitest';
import type { LinePiece } from '../../../src/layout/lines/piece.js';
import type { LineSettings } from '../../../src/layout/lines/line-settings.js';
import { chooseFit, fitLines } from '../../../src/layout/lines/total-fit.js';
import { plainPiece, sayings } from './pieces.js';

const SPACE = 4;
const HYPHEN = 5;
const CASES = [120, 160, 200, 260, 330].flatMap((measure) =>
  [0, 50].map((hyphenPenalty) => ({ measure, hyphenPenalty })),
);

describe('total fit', () => {
  it.each(CASES)(
    'breaks as the paper does at measure $measure with a hyphen penalty of $hyphenPenalty',
    ({ measure, hyphenPenalty }) => {
      for (const words of sayings(6)) {
        const fit = chooseFit(
          fitLines(
            {
              pieces: words.flatMap(toPieces),
              shapes: [{ width: measure, hangs: 'none' }],
              em: 10,
              indent: 0,
            },
            asInThePaper(hyphenPenalty),
          ),
          0,
        );
        expect(fit?.lines.map((line) => line.to)).toEqual(oracle(words, measure, hyphenPenalty));
      }
    },
  );
});

function asInThePaper(hyphen: number): LineSettings {
  return {
    space: { stretch: 0.5, shrink: 0.25 },
    tracking: { stretch: 0, shrink: 0 },
    reserve: { stretch: 0, shrink: 0 },
    seen: Infinity,
    shortfall: 0,
    tolerances: [4, 1000],
    costs: {
      line: 1,
      power: 3,
      tight: 100,
      hyphen,
      joint: 0,
      reserve: { stretch: 0, shrink: 0 },
      secondHyphen: 3000,
      thirdHyphen: 3000,
      contrast: 10_000,
      lastHyphen: 0,
      shortLast: 0,
      stack: 0,
    },
  };
}

/** A word is its syllables' widths. */
type Word = readonly number[];

function toPieces(word: Word, index: number, words: readonly Word[]): readonly LinePiece[] {
  return word.map((width, at) => {
    const last = at === word.length - 1;
    if (!last) return plainPiece({ width, after: 'hyphen', trail: HYPHEN });
    return index === words.length - 1
      ? plainPiece({ width, after: 'end' })
      : plainPiece({ width, after: 'space', space: SPACE });
  });
}

/** The same paragraph in tex-linebreak's terms; its answer as the number of pieces set after each line. */
function oracle(words: readonly Word[], measure: number, hyphenPenalty: number): readonly number[] {
  const items: InputItem[] = [];
  const setAfter = new Map<number, number>();
  let pieces = 0;
  words.forEach((word, index) =>
    word.forEach((width, at) => {
      items.push({ type: 'box', width });
      pieces += 1;
      if (at < word.length - 1)
        items.push({ type: 'penalty', width: HYPHEN, cost: hyphenPenalty, flagged: true });
      else if (index < words.length - 1)
        items.push({ type: 'glue', width: SPACE, stretch: SPACE * 0.5, shrink: SPACE * 0.25 });
      else items.push({ type: 'glue', width: 0, stretch: 1e10, shrink: 0 }, forcedBreak());
      setAfter.set(items.length - 1, pieces);
    }),
  );
  const breaks = breakLines(items, measure, {
    maxAdjustmentRatio: null,
    initialMaxAdjustmentRatio: 4,
    doubleHyphenPenalty: 3000,
    adjacentLooseTightPenalty: 10_000,
  });
  return breaks.slice(1).map((item) => setAfter.get(item) ?? -1);
}
