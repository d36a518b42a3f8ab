// Lines of Rust that are compiled and not shown: "# use std::io;" in a block of ```rust, as rustdoc has it.
import type { MarkdownEngine, StateCore } from '../markdown-it.js';

export function hiddenRust(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'hidden_rust', (state: StateCore) => {
    for (const token of state.tokens) {
      if (token.type === 'fence' && /^rust\b/.test(token.info.trim())) token.content = shown(token.content);
    }
  });
}

/** `##` at the head of a line is a `#` that is shown; `#[…]` and `#!` are Rust. */
function shown(code: string): string {
  return code
    .split('\n')
    .filter((line) => !/^\s*#(?: |$)/.test(line))
    .map((line) => line.replace(/^(\s*)##(?!#)/, '$1#'))
    .join('\n');
}
