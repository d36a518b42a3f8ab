// Findings with their pages. What holds for many pages is said for the first few, then once for all.
import type { DiagnosticCode } from '../../model/codes.js';
import type { Box } from '../../model/box.js';
import { finding, type Finding, type PagePlace } from '../../model/finding.js';
import type { Span } from '../../model/source-span.js';
import type { Preflight } from './preflight-input.js';
import { MM_PER_INCH, POINTS_PER_INCH } from '../../shared/units.js';

/** A finding on one page of a file; the page by its index. */
export interface PageFinding {
  readonly page: number;
  readonly message: string;
  readonly hint: string;
  /** Where the author can change it. */
  readonly at?: Span;
  /** What of the page it is about, in its own points; absent: all of it. */
  readonly box?: Box;
}

const SAID_ONE_BY_ONE = 3;

/** One finding a page, up to three; the pages after that in one more. */
export function pageFindings(
  code: DiagnosticCode,
  found: readonly PageFinding[],
  preflight: Preflight,
): readonly Finding[] {
  const label = (page: number): string => labelOf(preflight, page);
  const said = found.slice(0, SAID_ONE_BY_ONE).map((one) =>
    finding(code, {
      message: one.message,
      hint: one.hint,
      ...(one.at ? { at: one.at } : {}),
      seen: { artifact: preflight.file, page: label(one.page), places: [placeOf(one, preflight)] },
    }),
  );
  const rest = found.slice(SAID_ONE_BY_ONE);
  const [next] = rest;
  if (!next) return said;
  const pages = [...new Set(rest.map(({ page }) => label(page)))];
  return [
    ...said,
    finding(code, {
      message:
        `The same is so ${rest.length === 1 ? 'once' : `${rest.length} times`} more, on ` +
        `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}.`,
      hint: next.hint,
      seen: {
        artifact: preflight.file,
        page: label(next.page),
        places: rest.map((one) => placeOf(one, preflight)),
      },
    }),
  ];
}

function placeOf({ page, box }: PageFinding, { facts }: Preflight): PagePlace {
  const trim = facts.pages[page]?.trim;
  return { index: page, ...(box && trim ? { box: movedBy(box, -trim.left, -trim.bottom) } : {}) };
}

function movedBy({ left, bottom, right, top }: Box, x: number, y: number): Box {
  return { left: left + x, bottom: bottom + y, right: right + x, top: top + y };
}

/** A finding about the file as a whole. */
export function fileFinding(
  code: DiagnosticCode,
  { message, hint }: { message: string; hint: string },
  { file }: Preflight,
): Finding {
  return finding(code, { message, hint, seen: { artifact: file } });
}

/** The number that is printed on a page, else its place in the file. */
export function labelOf({ labels }: Preflight, page: number): string {
  return labels[page] || `(${page + 1})`;
}

/** Points to millimetres, to be read. */
export function inMillimetres(points: number): string {
  return `${Math.round((points / POINTS_PER_INCH) * MM_PER_INCH * 100) / 100} mm`;
}
