// A paragraph on the bench: its pieces, and sums up to each of them, so that whatever is asked of a line is a
// difference of two.
import type { LineShape, LinePiece } from './piece.js';
import type { LineSettings } from './line-settings.js';

export interface FitText {
  readonly pieces: readonly LinePiece[];
  /** Room line by line; the last shape holds for all further lines. */
  readonly shapes: readonly LineShape[];
  readonly em: number;
  readonly indent: number;
}

/** A paragraph made ready for quick questions: sums up to each piece, so that any line is a difference. */
export interface ParagraphSums {
  readonly text: FitText;
  readonly setting: LineSettings;
  readonly width: Float64Array;
  /** Widths of the spaces between pieces, and of all spaces. */
  readonly gap: Float64Array;
  readonly space: Float64Array;
  readonly gaps: Float64Array;
  readonly spaces: Float64Array;
  readonly letters: Float64Array;
  /**
   * For each piece, which word a line begins with or ends with there: equal numbers, equal words; 0 where the
   * author begins or ends the line, and inside of words.
   */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

export function paragraphSums(text: FitText, setting: LineSettings): ParagraphSums {
  return { text, setting, ...sumsOf(text.pieces), ...edgeWords(text.pieces) };
}

type Sums = Pick<ParagraphSums, 'width' | 'gap' | 'space' | 'gaps' | 'spaces' | 'letters'>;

function sumsOf(pieces: readonly LinePiece[]): Sums {
  const empty = (): Float64Array => new Float64Array(pieces.length + 1);
  const sums: Sums = {
    width: empty(),
    gap: empty(),
    space: empty(),
    gaps: empty(),
    spaces: empty(),
    letters: empty(),
  };
  const add = (to: Float64Array, index: number, value: number): void => {
    to[index + 1] = (to[index] ?? 0) + value;
  };
  pieces.forEach((piece, index) => {
    add(sums.width, index, piece.width);
    add(sums.gap, index, piece.space);
    add(sums.space, index, piece.innerSpaceWidth);
    add(sums.gaps, index, piece.after === 'space' ? 1 : 0);
    add(sums.spaces, index, piece.innerSpaces);
    add(sums.letters, index, piece.letters);
  });
  return sums;
}

/** The same paragraph for lines whose letters give no more than they should. */
export function withoutReserve(bench: ParagraphSums): ParagraphSums {
  return { ...bench, setting: { ...bench.setting, reserve: { stretch: 0, shrink: 0 } } };
}

export function shapeAt({ text: { shapes } }: ParagraphSums, line: number): LineShape {
  const shape = shapes[Math.min(line, shapes.length - 1)];
  if (!shape) throw new RangeError('A paragraph needs the shape of at least one line');
  return shape;
}

function edgeWords(pieces: readonly LinePiece[]): Pick<ParagraphSums, 'begins' | 'ends'> {
  const known = new Map<string, number>([['', 0]]);
  const numberOf = (word: string): number => {
    const number = known.get(word);
    if (number !== undefined) return number;
    known.set(word, known.size);
    return known.size - 1;
  };
  const [begins, ends] = [new Int32Array(pieces.length), new Int32Array(pieces.length)];
  pieces.forEach((piece, index) => {
    begins[index] = pieces[index - 1]?.after === 'forced' ? 0 : numberOf(piece.begins);
    ends[index] = piece.after === 'forced' ? 0 : numberOf(piece.ends);
  });
  return { begins, ends };
}

export function pieceAt(bench: ParagraphSums, index: number): LinePiece {
  const piece = bench.text.pieces[index];
  if (!piece) throw new RangeError(`A line reaches past piece ${index}`);
  return piece;
}

export function over(sums: Float64Array, from: number, to: number): number {
  return to > from ? (sums[to] ?? 0) - (sums[from] ?? 0) : 0;
}
