// Lines as the line setter left them: what findings about evenness are made from.
import type { BlockId } from './flow.js';

/**
 * How a line ends. `hyphen`: one was added; `hard-hyphen`: it stands in the text; `joint`: after a dash or
 * slash; `forced`: the author's break.
 */
export type LineEnd = 'space' | 'hyphen' | 'hard-hyphen' | 'joint' | 'forced' | 'last';

export interface LineFact {
  /** Word space over the natural one: 1 is what the font's maker drew. Absent on a line of one word. */
  readonly space?: number;
  /** Letter-spacing added, as a share of the em: .012 is 1.2 %. */
  readonly tracking: number;
  readonly end: LineEnd;
  /** How far the first and the last mark stand outside the measure, in millimetres; 0 for none. */
  readonly hang: { readonly start: number; readonly end: number };
  /** Natural width of the line, in millimetres: a last line's length. */
  readonly width: number;
  readonly letters: number;
  /** The middle of each word space, in millimetres from the left edge of the measure. */
  readonly gaps: readonly number[];
  readonly text: string;
}

/** One way to divide a paragraph, for a page breaker to choose from. */
export interface LineCount {
  readonly lines: number;
  /** What total fit charges: less is better. Only comparable within one paragraph. */
  readonly demerits: number;
  /** Widest and narrowest word space of any justified line, over natural. */
  readonly widest: number;
  readonly narrowest: number;
}

/**
 * `set`: justified by total fit. `ragged`: broken by total fit, spaces natural. `left`: left to the browser,
 * `reason` says why.
 */
export interface ParagraphFact {
  readonly block?: BlockId;
  readonly state: 'set' | 'ragged' | 'left';
  readonly reason?: string;
  /** In millimetres. */
  readonly measure: number;
  readonly indent: number;
  readonly lines: readonly LineFact[];
  /** Every line count within tolerance, shortest first. */
  readonly counts: readonly LineCount[];
}

export interface LineReport {
  readonly paragraphs: readonly ParagraphFact[];
}
