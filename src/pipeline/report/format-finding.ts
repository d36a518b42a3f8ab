// How a diagnostic is printed: one line with its place, and the hint below. Plain text; colours are the
// terminal's business.
import type { Finding } from '../../model/finding.js';
import type { Span } from '../../model/source-span.js';

/** What stands before a hint, on its own line. */
export const HINT = '  hint: ';

/**
 * `book.yml:3:1 error CONF-002 Unknown key "titel".` and, indented below, related places and the hint. A
 * diagnostic without a place begins with its severity; one from a finished file names the file and the page.
 */
export function formatFinding(one: Finding): string {
  const lines = [formatLine(one)];
  for (const { at, message } of one.related ?? []) lines.push(`  ${formatSpan(at)} ${message}`);
  if (one.at && one.seen) lines.push(`  seen: ${formatSeen(one.seen)}`);
  if (one.hint) lines.push(`${HINT}${one.hint}`);
  return lines.map(visible).join('\n');
}

/** The first line alone, with something behind it. */
export function formatLine(one: Finding, more = ''): string {
  return visible([formatPlace(one), one.severity, one.code, one.message, more].filter(Boolean).join(' '));
}

/** Where it stands in the manuscript, or else where it shows in a finished file. */
export function formatPlace({ option, at, seen }: Finding): string | undefined {
  const place = option ?? (at ? formatSpan(at) : seen && formatSeen(seen));
  return place && visible(place);
}

function formatSpan(at: Span): string {
  return [at.path, at.line, at.column].filter((piece) => piece !== undefined).join(':');
}

function formatSeen(seen: NonNullable<Finding['seen']>): string {
  return [
    seen.artifact,
    ...(seen.page ? [`page ${seen.page}`] : []),
    ...(seen.line === undefined ? [] : [`line ${seen.line}`]),
  ].join(' ');
}

/** An author's own words stand in messages: none of them may break a line or steer a terminal. */
export function visible(line: string): string {
  return line.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
