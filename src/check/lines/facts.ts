// What the check of lines is given.
import type { LineReport } from '../../model/line.js';
import type { Span } from '../../model/source.js';

export interface LineFacts extends LineReport {
  /** Where each block of the manuscript stands in what the author wrote. */
  readonly places?: Readonly<Record<string, Span>>;
  /** The file in which the lines are seen. */
  readonly artifact?: string;
  /** The page each block begins on, as it is printed. */
  readonly folios?: ReadonlyMap<string, string>;
}
