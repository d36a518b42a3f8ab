// A paragraph as total fit sees it: pieces that cannot be parted, and the breaks between them. Lengths are in
// one unit of the caller's.

/** `end` closes a paragraph; `forced` is a line break of the author's. */
export type BreakKind = 'space' | 'hyphen' | 'hard-hyphen' | 'joint' | 'forced' | 'end';

/**
 * A piece and the break after it.
 *
 * ```
 *   “con │ ver │ sa │ tion, ▁ he
 *   ^hangStart  ^trail: hyphen ^hangEnd
 * ```
 */
export interface LinePiece {
  /** As it stands within its word; the pieces of a word add up to the word, kerning included. */
  readonly width: number;
  /** Letters that the line's tracking widens. */
  readonly letters: number;
  /** Spaces inside (no-break): they stretch, a line never ends there. Their width is part of `width`. */
  readonly innerSpaces: number;
  readonly innerSpaceWidth: number;
  /** How far the piece reaches outside the measure as the first or last of a line. */
  readonly hangStart: number;
  readonly hangEnd: number;
  readonly after: BreakKind;
  /** The space after the piece, when `after` is a space and the line goes on. */
  readonly space: number;
  /**
   * What a line that ends here gains: a hyphen, less the kerning with the letter that has gone to the next
   * line.
   */
  readonly trail: number;
  /**
   * The word that begins or ends with this piece, in small letters and without marks; empty inside of a word.
   */
  readonly begins: string;
  readonly ends: string;
}

/** Room for one line. Beside a drop cap and after an indent no mark hangs at the start. */
export interface LineShape {
  readonly width: number;
  readonly hangs: 'both' | 'end' | 'none';
}
