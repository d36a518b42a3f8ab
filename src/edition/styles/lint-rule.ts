// A rule of the style lint: what it looks at, and what it says.
import type { DiagnosticCode } from '../../model/codes.js';
import type { Medium } from '../../model/media.js';
import type { StyleDeclaration } from './declarations.js';

export type StyleCode = Extract<DiagnosticCode, `STYLE-${string}`>;

export interface Fault {
  readonly message: string;
  readonly hint: string;
}

export interface StyleRule {
  readonly code: StyleCode;
  readonly media: readonly Medium[];
  /** What is wrong with a declaration; undefined when nothing is. */
  judge(ruling: StyleDeclaration): Fault | undefined;
}

/** `overflow: hidden`, as a message quotes it, shortened where it is long. */
export function said({ property, value }: StyleDeclaration): string {
  return `${property}: ${value.length <= 60 ? value : `${value.slice(0, 60)}…`}`;
}

/** `on "p"`, or nothing in a rule without a selector. */
export function whom({ selector }: StyleDeclaration): string {
  return selector === '' ? '' : ` on "${selector.length <= 60 ? selector : `${selector.slice(0, 60)}…`}"`;
}
