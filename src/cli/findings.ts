// Prints findings in their colours, grouped unless all are wanted.
import { formatFindings, isShortened } from '../pipeline/report/group-findings.js';
import type { Finding } from '../model/finding.js';
import { TERMINAL_COLOURS } from './terminal.js';

/** What `--verbose` says in every verb's help. */
export const VERBOSE = ['--verbose', 'print every finding in full, not one line for each code'] as const;

export interface FindingFlags {
  readonly verbose?: true;
}

export function printFindings(
  findings: readonly Finding[],
  { verbose }: FindingFlags,
  say: (text: string) => void,
): void {
  for (const { severity, text } of formatFindings(findings, verbose ? 'full' : 'grouped'))
    say(TERMINAL_COLOURS[severity](text));
}

/** How to see what was left out; empty where nothing was. */
export function moreFindings(findings: readonly Finding[], { verbose }: FindingFlags): string {
  return !verbose && isShortened(findings) ? ' (--verbose prints each)' : '';
}

/** `1 warning`, `12 warnings`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
