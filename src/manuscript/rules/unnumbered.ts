// pandoc's `{-}` behind a heading is short for `{.unnumbered}`.
import type { MarkdownEngine, StateCore } from '../markdown-it.js';

const SHORT = /\{([^{}]*?)(?<=[\s{])-(?=[\s}])([^{}]*)\}[ \t]*$/;

export function unnumbered(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'unnumbered', (state: StateCore) => {
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1];
      if (token.type === 'heading_open' && inline)
        inline.content = inline.content.replace(SHORT, '{$1.unnumbered$2}');
    });
  });
}
