// `[words]{.sc}`: words with a class, a language or an id. The braces are left to the attributes plugin.
import type { MarkdownEngine, StateInline } from '../markdown-it.js';

export function span(engine: MarkdownEngine): void {
  engine.inline.ruler.before('link', 'span', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[' || state.src[state.pos + 1] === '^') return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  if (end < 0 || !/^\{ *[.#A-Za-z]/.test(state.src.slice(end + 1, state.posMax))) return false;
  if (!silent) {
    const max = state.posMax;
    state.push('span_open', 'span', 1);
    state.pos++;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
    state.posMax = max;
  }
  state.pos = end + 1;
  return true;
}
