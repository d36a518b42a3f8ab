// What good lines are, in figures: points 1 to 12 of the typographic report. A theme may ask for more or
// less.

export interface LineThresholds {
  /** Word space over natural: least and most for a line, and where it is torn. */
  readonly space: { readonly least: number; readonly most: number; readonly torn: number };
  /**
   * For a chapter: lines looser than `loose` are at most the share `looseShare`; mean and spread of the word
   * spaces.
   */
  readonly chapter: {
    readonly loose: number;
    readonly looseShare: number;
    readonly mean: number;
    readonly spread: number;
    readonly hyphens: number;
  };
  /** Shares are only spoken of when a chapter has at least this many justified lines. */
  readonly enoughLines: number;
  /** Share of the em. */
  readonly tracking: { readonly least: number; readonly most: number };
  readonly hyphensRunning: number;
  readonly lastLineLetters: number;
  /**
   * Lines that a river or a stack of words needs, how far its gaps may drift from line to line in
   * millimetres, and how wide they are.
   */
  readonly river: { readonly lines: number; readonly drift: number; readonly space: number };
  readonly stack: number;
  /** Characters of a full line, spaces counted, on the average of a book. */
  readonly measure: { readonly least: number; readonly most: number };
}

export const THRESHOLDS: LineThresholds = {
  space: { least: 0.8, most: 1.75, torn: 2.2 },
  chapter: { loose: 1.5, looseShare: 0.05, mean: 1.25, spread: 0.25, hyphens: 0.15 },
  enoughLines: 20,
  tracking: { least: -0.025, most: 0.03 },
  hyphensRunning: 2,
  lastLineLetters: 8,
  river: { lines: 4, drift: 0.5, space: 1.2 },
  stack: 3,
  measure: { least: 55, most: 70 },
};
