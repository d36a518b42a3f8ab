// A galley as the page breaker sees it: one column of blocks whose heights are whole lines, and where it was
// divided.

/** One way to set a paragraph. */
export interface Division {
  readonly lines: number;
  /** What it costs to choose this division and not the best one; 0 for that. */
  readonly cost: number;
  /** Lines, counted from 1, that end in a hyphen. */
  readonly broken: readonly number[];
}

interface Common {
  /** Lines of air above; at the head of a page it goes. */
  readonly air: number;
  /** `page`: the author begins a page here. */
  readonly begins?: 'page';
  /** A style keeps it with what stands before it, as it does an attribution or a letter's signature. */
  readonly stays?: 'with-previous';
}

/** A paragraph whose lines are set: a page may end after any of them. */
export interface ParagraphBlock extends Common {
  readonly kind: 'paragraph';
  /** Best first. */
  readonly divisions: readonly Division[];
  /** Lines that it keeps free under its last one, beside a drop cap. */
  readonly tail: number;
  /**
   * Notes by the line (counted from 1) that calls them, in lines of the text. Such a paragraph has one
   * division.
   */
  readonly notes: readonly { readonly line: number; readonly height: number }[];
}

/**
 * A figure, a heading, a table: what goes whole. `art` is anything that has no part in the rules for headings
 * and scene breaks.
 */
export interface SolidBlock extends Common {
  readonly kind: 'heading' | 'scene-break' | 'art';
  readonly lines: number;
  readonly noteHeight: number;
  /** Lines that stand above it where a page begins with it: a table's head, which is repeated. */
  readonly head?: number;
}

export type Block = ParagraphBlock | SolidBlock;

export interface Column {
  readonly blocks: readonly Block[];
  /** Lines that a page holds. */
  readonly depth: number;
  /** What notes take beside their own height: the rule above them, in lines. */
  readonly noteRule: number;
  /**
   * The side that the galley begins on. `next` may be either, so neighbours have to match whatever faces
   * what.
   */
  readonly start: 'recto' | 'verso' | 'next';
}

/** A page begins before this line of this block, both counted from 0. */
export interface PageStart {
  readonly block: number;
  readonly line: number;
}

export interface PagePlan {
  /** Every page but the first. */
  readonly starts: readonly PageStart[];
  /** Block to the division chosen for it, where that is not the first. */
  readonly divisions: Readonly<Record<number, number>>;
  readonly cost: number;
}
