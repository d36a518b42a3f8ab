// Citations and cross-references that another tool would look up: `[@key, p. 7]`, `@fig-map`,
// `\@ref(fig:map)`. Their words stay.
import type { MarkdownEngine, StateInline } from '../markdown-it.js';
import { remark } from './rule-finding.js';

const CITED =
  /\[[^[\]]*?-?@[\p{L}\p{N}_][^[\]]*\]|@(?:sec|fig|tbl|tab|eq|lst|thm|lem|cor|prp|exm|exr|cha?p?)[:-][\p{L}\p{N}_:-]*[\p{L}\p{N}]|\\@ref\([^()]*\)/uy;

export function citation(engine: MarkdownEngine): void {
  engine.inline.ruler.before('escape', 'citation', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  const mark = state.src[state.pos];
  if (mark !== '[' && mark !== '@' && mark !== '\\') return false;
  CITED.lastIndex = state.pos;
  const found = CITED.exec(state.src);
  const end = state.pos + (found?.[0].length ?? 0);
  if (!found || end > state.posMax || /[({[]/.test(state.src[end] ?? '')) return false;
  if (mark === '@' && /[\p{L}\p{N}]/u.test(state.src[state.pos - 1] ?? '')) return false;
  // An address in brackets is no key.
  if (mark === '[' && /[\p{L}\p{N}.]@/u.test(found[0])) return false;
  if (!silent) {
    remark(state, {
      code: 'MARK-002',
      message: 'A citation or cross-reference is printed as typed.',
      hint: 'Write a footnote for a source, and a link for a place in the book.',
    });
    state.push('text_special', '', 0).content = found[0];
  }
  state.pos = end;
  return true;
}
