// How a rule says that something is wrong where it stands: a token of no width, which becomes a finding when
// the tokens are rendered and places are known.
import type { DiagnosticCode } from '../../model/codes.js';
import type { StateInline } from '../markdown-it.js';

export interface RuleRemark {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

export function remark(state: StateInline, said: RuleRemark): void {
  state.push('remark', '', 0).meta = { ...said };
}
