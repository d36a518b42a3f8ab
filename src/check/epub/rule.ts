// What a rule is: a question to an opened EPUB, answered with findings that name the file and the line.
import { finding, type Finding } from '../../model/finding.js';
import type { DiagnosticCode } from '../../model/codes.js';
import type { Publication } from './publication.js';
import type { XmlElement } from './xml-tree.js';

export type EpubRule = (publication: Publication) => readonly Finding[];

/** The number of a rule as a code: rule 7 is EPUB-007. */
export type RuleCode = Extract<DiagnosticCode, `EPUB-0${string}`>;

export interface RuleFinding {
  readonly file: string;
  /** The element that breaks the rule; absent: the file as a whole. */
  readonly at?: Pick<XmlElement, 'line' | 'column'> | undefined;
  readonly message: string;
  readonly hint?: string;
}

/** A finding in a file of the EPUB. */
export function ruleFinding(code: RuleCode, { file, at, message, hint }: RuleFinding): Finding {
  const place = at === undefined ? { path: file, line: 1 } : { path: file, line: at.line, column: at.column };
  return finding(code, { message, at: place, ...(hint === undefined ? {} : { hint }) });
}

/** One finding for many places of the same kind in a file: the first is named and the others counted. */
export function ruleFindings(
  code: RuleCode,
  file: string,
  found: readonly XmlElement[],
  say: (first: XmlElement) => string,
): readonly Finding[] {
  const [first] = found;
  if (first === undefined) return [];
  const others = found.length === 1 ? '' : ` And ${found.length - 1} more in this file.`;
  return [ruleFinding(code, { file, at: first, message: `${say(first)}${others}` })];
}
