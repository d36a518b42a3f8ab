// How lines are set: what may give, how far, and what each flaw costs. Every figure here is a ratio or a
// charge, never a length.

export interface LineSettings {
  /**
   * What a word space may gain and lose at an adjustment of 1 and -1, as a share of its natural width and as
   * the eye sees it: with what tracking does to it.
   */
  readonly space: Give;
  /** The same for letter-spacing, as a share of the em. It never passes these bounds. */
  readonly tracking: Give;
  /**
   * What letters give beyond that, as a share of the em, where spaces have given what they should; only in
   * paragraphs that are flawed otherwise.
   */
  readonly reserve: Give;
  /** Word space over natural past which a reader sees it: such a line is a flaw. */
  readonly seen: number;
  /** What a line may fall short of the measure at an adjustment of 1, in ems: 0 when justified. */
  readonly shortfall: number;
  /** The largest adjustment accepted, tried in turn; `Infinity` last sets whatever can be set at all. */
  readonly tolerances: readonly number[];
  readonly costs: Costs;
}

export interface Give {
  readonly stretch: number;
  readonly shrink: number;
}

/**
 * Charges in the terms of Knuth and Plass, "Breaking paragraphs into lines" (1981): demerits = (line +
 * badness + penalty)² + the rest, where the badness of a line that gives all it should is 100 when it is
 * stretched and `tight` when it is shrunk, and grows by `power`.
 */
export interface Costs {
  readonly line: number;
  readonly power: number;
  readonly tight: number;
  /**
   * Penalties, inside the square: for an added hyphen, and for a break after a hyphen or dash of the text.
   */
  readonly hyphen: number;
  readonly joint: number;
  /** Penalties for a line whose letters give all of their reserve; less costs the square of its share. */
  readonly reserve: Give;
  /**
   * Demerits: a second hyphen running, a third, a tight line next to a loose one, a hyphen before the last
   * line.
   */
  readonly secondHyphen: number;
  readonly thirdHyphen: number;
  readonly contrast: number;
  readonly lastHyphen: number;
  /** Demerits for a last line of fewer than eight letters, or no longer than the indent. */
  readonly shortLast: number;
  /** Demerits for the third line running that begins or ends with one word. */
  readonly stack: number;
}

/** As Knuth and Plass have them, with a hyphen that costs more. */
const RAGGED_COSTS: Costs = {
  line: 10,
  power: 3,
  tight: 100,
  hyphen: 400,
  joint: 20,
  reserve: { stretch: 0, shrink: 0 },
  secondHyphen: 9_000,
  thirdHyphen: 1e8,
  contrast: 0,
  lastHyphen: 150_000,
  shortLast: 200_000,
  stack: 200_000,
};

/**
 * The fourteenth power instead of the third: up to a stretch of 1, where spaces are a third wider than
 * natural, lines look alike; past it they are seen, and a hyphen is the smaller flaw. Fewer hyphens go with
 * fewer loose lines then; figures in docs/internals/layout.md.
 */
const BOOK_COSTS: Costs = {
  line: 10,
  power: 14,
  tight: 200,
  hyphen: 3600,
  joint: 20,
  reserve: { stretch: 2000, shrink: 12_000 },
  secondHyphen: 800_000,
  thirdHyphen: 4e9,
  contrast: 2e6,
  lastHyphen: 1e8,
  shortLast: 1e9,
  stack: 1e8,
};

/**
 * Measured on the manuals of docs/internals/layout.md: a wider stretch has fewer hyphens and more loose
 * lines, a narrower one the reverse. With the tracking of the letter before it a space shrinks to .8 of
 * Alegreya's; poppler takes words that stand nearer for one.
 */
export const JUSTIFIED: LineSettings = {
  space: { stretch: 0.35, shrink: 0.17 },
  tracking: { stretch: 0.02, shrink: 0.012 },
  reserve: { stretch: 0.01, shrink: 0.013 },
  seen: 1.5,
  shortfall: 0,
  tolerances: [2, 4, Infinity],
  costs: BOOK_COSTS,
};

/** For scripts whose letters join: their letters are never spaced. */
export const JUSTIFIED_BY_SPACES: LineSettings = {
  ...JUSTIFIED,
  space: { stretch: 0.5, shrink: 0.2 },
  tracking: { stretch: 0, shrink: 0 },
  reserve: { stretch: 0, shrink: 0 },
};

export const RAGGED: LineSettings = {
  space: { stretch: 0, shrink: 0 },
  tracking: { stretch: 0, shrink: 0 },
  reserve: { stretch: 0, shrink: 0 },
  seen: Infinity,
  shortfall: 3,
  tolerances: [2.5, Infinity],
  costs: RAGGED_COSTS,
};
