// The order in which findings are told: by file and line, those of the whole book last; each said once.
import type { Finding } from '../../model/finding.js';

export function sortFindings(diagnostics: readonly Finding[]): readonly Finding[] {
  const once = new Map(diagnostics.map((one) => [keyOf(one), one]));
  return [...once.values()].sort(byPlace);
}

function keyOf(one: Finding): string {
  return JSON.stringify([one.code, one.message, one.at, one.seen]);
}

function byPlace(a: Finding, b: Finding): number {
  if (!a.at || !b.at) return Number(!a.at) - Number(!b.at);
  return compare(a.at.path, b.at.path) || a.at.line - b.at.line || (a.at.column ?? 0) - (b.at.column ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
