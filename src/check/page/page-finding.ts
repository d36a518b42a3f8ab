// What the checks of pages pass among themselves.
import type { PageFact } from '../../model/artifact.js';
import type { Box } from '../../model/box.js';
import type { PagePlace } from '../../model/finding.js';
import type { PageBlock, PageColumn } from '../../model/page-column.js';
import { MM_PER_INCH, POINTS_PER_INCH } from '../../shared/units.js';

export interface PageOfFile {
  readonly fact: PageFact;
  /** Absent on blanks and on pages composed by hand. */
  readonly column?: PageColumn | undefined;
  /** Where its text stands, from the lower left of the trim; absent: nobody asks. */
  readonly area?: Box | undefined;
}

/** What is to be said of a block, before it has its place. */
export interface PageRemark {
  readonly code:
    'PAGE-002' | 'PAGE-003' | 'PAGE-004' | 'PAGE-005' | 'PAGE-006' | 'PAGE-007' | 'PAGE-008' | 'PAGE-016';
  readonly message: string;
  readonly block?: PageBlock | undefined;
}

/** The lines of a page from `top` to `bottom`, counted on its grid; without them, all of the page. */
export function placeOn(
  { fact: { index }, column, area }: PageOfFile,
  lines?: { readonly top: number; readonly bottom: number },
): PagePlace {
  if (!lines || !column || !area) return { index };
  const height = (column.line / MM_PER_INCH) * POINTS_PER_INCH;
  return {
    index,
    box: { ...area, top: area.top - lines.top * height, bottom: area.top - lines.bottom * height },
  };
}
