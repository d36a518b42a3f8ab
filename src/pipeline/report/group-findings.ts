// Findings as a terminal shows them: one line for each code, with its count and its first three places. A
// code that occurs once is printed in full. An error names something to mend, so the first three errors of a
// code are printed in full, too.
import type { Finding, Severity } from '../../model/finding.js';
import { formatFinding, formatLine, formatPlace, HINT, visible } from './format-finding.js';

/** What is printed at once, in one colour. */
export interface PrintedFinding {
  readonly severity: Severity;
  /** Its line, and the lines below that belong to it. */
  readonly text: string;
}

/** `grouped` for a person, `full` for `--verbose`. */
export type Detail = 'grouped' | 'full';

/** Places that a group names, the first one included; errors of a code that are printed in full. */
const SHOWN = 3;

/** In full as they come; grouped with errors last, where a reader looks first. */
export function formatFindings(
  findings: readonly Finding[],
  detail: Detail = 'grouped',
): readonly PrintedFinding[] {
  if (detail === 'full') return findings.map(inFull);
  const groups = groupsOf(findings);
  const isError = ([first]: readonly Finding[]): boolean => first?.severity === 'error';
  return [
    ...groups.filter((one) => !isError(one)).flatMap(remarkLines),
    ...groups.filter(isError).flatMap(errorLines),
  ];
}

/** Whether `grouped` leaves anything out. */
export function isShortened(findings: readonly Finding[]): boolean {
  return groupsOf(findings).some((group) => group.length > (group[0]?.severity === 'error' ? SHOWN : 1));
}

/** By code, in the order of their first places. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = `${one.code} ${one.severity}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function inFull(one: Finding): PrintedFinding {
  return { severity: one.severity, text: formatFinding(one) };
}

/** The first of a group with the places of others behind it, and the hint once. */
function remarkLines(group: readonly Finding[]): readonly PrintedFinding[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  if (others.length === 0) return [inFull(first)];
  const places = placesOf(others, formatPlace(first)).slice(0, SHOWN - 1);
  const isEqual = others.every(({ message }) => message === first.message);
  const also =
    places.length === 0
      ? ''
      : `, also ${first.at ? 'at' : 'in'} ` +
        `${places.join(', ')}${group.length > places.length + 1 ? ' …' : ''}`;
  const count = `(${group.length} ${isEqual ? 'times' : 'like this'}${acrossFiles(group)}${also})`;
  return [
    {
      severity: first.severity,
      text: [formatLine(first, count), ...(first.hint ? [visible(HINT + first.hint)] : [])].join('\n'),
    },
  ];
}

/** The first errors of a code in full, and one line for all others. */
function errorLines(group: readonly Finding[]): readonly PrintedFinding[] {
  const full = group.slice(0, SHOWN);
  const rest = group.slice(SHOWN);
  const [next] = rest;
  if (next === undefined) return full.map(inFull);
  const places = placesOf(rest).slice(0, SHOWN);
  const where = places.length === 0 ? '' : `: ${places.join(', ')}${rest.length > places.length ? ' …' : ''}`;
  return [
    ...full.map(inFull),
    { severity: next.severity, text: `${next.severity} ${next.code} ${rest.length} more like this${where}` },
  ];
}

/** Each place once, and not that of the first. */
function placesOf(findings: readonly Finding[], except?: string): readonly string[] {
  const places = findings.map(formatPlace).filter((place) => place !== undefined && place !== except);
  return [...new Set(places)].map(String);
}

/** ` in 14 files`, for what runs through a book. */
function acrossFiles(group: readonly Finding[]): string {
  const files = new Set(group.map(({ at }) => at?.path));
  return group.length > SHOWN && files.size > 1 && !files.has(undefined) ? ` in ${files.size} files` : '';
}
