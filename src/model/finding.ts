// What the tool has to say about a book: one shape for mistakes, findings and remarks of every module.
import type { Box } from './box.js';
import type { BlockId } from './flow.js';
import type { Span } from './source-span.js';
import { CODES, type DiagnosticCode } from './codes.js';

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: Span;
  /** The option of the command line that it speaks of, where no file says it: `--profile`. */
  readonly option?: string;
  /** The block that it speaks of, where its author may let it stand; a chapter's id for its title. */
  readonly block?: BlockId;
  /** What the author can do about it, in one sentence. */
  readonly hint?: string;
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  /**
   * Where it shows in a finished file, when it was found there: `{ artifact: 'io-print.pdf', page: '12',
   * line: 7 }`, its lines counted from the head of the text.
   */
  readonly seen?: {
    readonly artifact: string;
    readonly page?: string;
    readonly line?: number;
    readonly places?: readonly PagePlace[];
  };
}

/** A place on a page of a finished file, for whoever draws it. */
export interface PagePlace {
  /** Of the page, from 0. */
  readonly index: number;
  /**
   * From the lower left of the page's trim, so that it holds for every file cut from one master; absent: all
   * of the page.
   */
  readonly box?: Box;
}

/**
 * A value and all that was found on the way to it. Errors do not stop a module: it returns the best value it
 * can.
 */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Finding[];
}

/** Makes a diagnostic; the severity comes from the table of codes. */
export function finding(code: DiagnosticCode, said: Omit<Finding, 'code' | 'severity'>): Finding {
  return { code, severity: CODES[code].severity, ...said };
}

export function outcome<T>(value: T, diagnostics: readonly Finding[] = []): Outcome<T> {
  return { value, diagnostics };
}

export function hasError(diagnostics: readonly Finding[]): boolean {
  return diagnostics.some((one) => one.severity === 'error');
}
