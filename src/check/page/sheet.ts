// What the checks of pages pass among themselves.
import type { PageFact } from '../../model/artifact.js';
import type { PageBlock, PageColumn } from '../../model/page.js';

export interface Sheet {
  readonly fact: PageFact;
  /** Absent on blanks and on pages composed by hand. */
  readonly column?: PageColumn | undefined;
}

/** What is to be said of a block, before it has its place. */
export interface Remark {
  readonly code: 'PAGE-002' | 'PAGE-003' | 'PAGE-004' | 'PAGE-005' | 'PAGE-006' | 'PAGE-007' | 'PAGE-008';
  readonly message: string;
  readonly block?: PageBlock | undefined;
}
