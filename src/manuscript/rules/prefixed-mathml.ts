// `<mml:math>` in a line: CommonMark takes it for an address in angle brackets. It is MathML with a prefix.
import type { MarkdownEngine, StateInline } from '../markdown-it.js';

const TAG = /<\/?(?:m|mml|math):m[a-z]+(?:\s[^<>]*)?\/?>/y;

export function prefixedMathml(engine: MarkdownEngine): void {
  engine.inline.ruler.before('autolink', 'prefixed_mathml', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false;
  TAG.lastIndex = state.pos;
  const found = TAG.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  if (!silent) state.push('html_inline', '', 0).content = found;
  state.pos += found.length;
  return true;
}
