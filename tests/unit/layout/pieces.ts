// Paragraphs for the line setter's tests: made by a fixed rule, so that every run sees the same.
import type { LinePiece } from '../../../src/layout/lines/piece.js';

export function plainPiece(piece: Partial<LinePiece> & Pick<LinePiece, 'width' | 'after'>): LinePiece {
  return {
    letters: Math.round(piece.width / 5),
    innerSpaces: 0,
    innerSpaceWidth: 0,
    hangStart: 0,
    hangEnd: 0,
    space: 0,
    trail: 0,
    begins: '',
    ends: '',
    ...piece,
  };
}

/**
 * Paragraphs of 60 words, a word its syllables' widths: a Park-Miller sequence with a seed of its own for
 * each.
 */
export function sayings(count: number): readonly (readonly (readonly number[])[])[] {
  return Array.from({ length: count }, (_, seed) => {
    let state = seed * 7919 + 17;
    const next = (most: number): number => {
      state = (state * 16807) % 2147483647;
      return state % most;
    };
    return Array.from({ length: 60 }, () => Array.from({ length: 1 + next(3) }, () => 5 + next(18)));
  });
}

/** One piece a word, spaces between. */
export function paragraphOf(words: readonly Partial<LinePiece>[]): readonly LinePiece[] {
  return words.map((word, index) =>
    index === words.length - 1
      ? plainPiece({ width: 30, after: 'end', ...word })
      : plainPiece({ width: 30, after: 'space', space: 4, ...word }),
  );
}
