// What stands in a paragraph, in order, as far as its lines are concerned: the border between the page's
// elements and the pure line setter.

/**
 * A way of drawing text: all that decides how wide a word is. Equal faces are one object, as widths are
 * remembered under it.
 */
export interface TextFace {
  /** Whether the line's tracking reaches it; a span with letter-spacing of its own keeps that. */
  readonly tracked: 'yes' | 'no';
  /** Whether a line may end inside it. */
  readonly wraps: 'yes' | 'no';
  /**
   * Of a page reference: its figures count as wide as the widest, so that the line holds whichever number it
   * comes to have.
   */
  readonly figures?: 'widest';
}

/**
 * `box`: an image, an inline block, the padding of a span. `silent`: takes no room in the line: a note, an
 * anchor, a drop cap.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly face: TextFace }
  | { readonly kind: 'box'; readonly width: number }
  | { readonly kind: 'break' }
  | { readonly kind: 'silent' };

/**
 * A place between two characters: the inline it is in, and the offset in its text (0 before, 1 after, for
 * what is not text).
 */
export interface Position {
  readonly item: number;
  readonly offset: number;
}
