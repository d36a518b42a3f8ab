// What the reading of one written value gives: the value, or what to say of it.
import type { DiagnosticCode } from '../../model/codes.js';

export interface ValueFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

export type ParsedValue<T> = { readonly value: T } | { readonly fault: ValueFault };

/** `Did you mean "x"?` where something near exists, else what would be right. */
export function didYouMean(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}
