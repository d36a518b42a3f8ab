// How a rule says that something is wrong where it stands: a token of no width, which becomes a finding when
// the tokens are rendered and places are known.
import type { DiagnosticCode } from '../../model/codes.js';
import type { StateBlock, StateCore, StateInline, Token } from '../markdown-it.js';

export interface RuleRemark {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

export function remark(state: StateInline, said: RuleRemark): void {
  state.push('remark', '', 0).meta = { ...said };
}

/** The same among blocks; `line` counts from 0. */
export function remarkAt(state: StateBlock, line: number, said: RuleRemark): void {
  const token = state.push('remark', '', 0);
  token.meta = { ...said };
  token.map = [line, line + 1];
  token.block = true;
}

/** For rules that rewrite finished tokens. */
export function remarkToken(state: StateCore, line: number | undefined, said: RuleRemark): Token {
  return Object.assign(new state.Token('remark', '', 0), {
    meta: { ...said },
    block: true,
    ...(line !== undefined && { map: [line, line + 1] as [number, number] }),
  });
}
