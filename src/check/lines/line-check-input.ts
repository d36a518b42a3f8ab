// What the check of lines is given.
import type { PagePlace } from '../../model/finding.js';
import type { LineReport } from '../../model/line-report.js';
import type { Span } from '../../model/source-span.js';

/** A page as it is printed, and a line of it, counted from the head of the text. */
export interface Where {
  readonly page: string;
  readonly line: number;
  readonly place?: PagePlace;
}

export interface LineFacts extends LineReport {
  /** Where each block of the manuscript stands in what the author wrote. */
  readonly places?: Readonly<Record<string, Span>>;
  /** The file in which the lines are seen. */
  readonly artifact?: string;
  /** Where on the pages each line of a block stands, its lines counted from 1. */
  readonly where?: (block: string, line: number) => Where | undefined;
}
