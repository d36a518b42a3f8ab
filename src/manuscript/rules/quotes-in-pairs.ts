// Japanese and Chinese set no spaces between words, so that nothing beside a straight quotation mark says
// whether it opens or closes: in a block, the marks of a kind open and close by turns.
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';
import { changeWords } from './text-tokens.js';

/** Not the apostrophe of a word in Latin letters. */
const DOUBLE = /"/g;
const SINGLE = /(?<![A-Za-z])'|'(?![A-Za-z])/g;

/** Only for books in those languages. */
export function quotesInPairs(engine: MarkdownEngine): void {
  engine.core.ruler.before('smartquotes', 'quotes_in_pairs', (state: StateCore) => {
    const [open = '「', close = '」', openInner = '『', closeInner = '』'] = engine.options.quotes;
    for (const block of state.tokens) {
      if (block.type !== 'inline') continue;
      pair(block, DOUBLE, [open, close]);
      pair(block, SINGLE, [openInner, closeInner]);
    }
  });
}

function pair(block: Token, mark: RegExp, [open, close]: readonly [string, string]): void {
  let isOpen = false;
  changeWords({ tokens: [block] }, (text) =>
    text.replace(mark, () => {
      isOpen = !isOpen;
      return isOpen ? open : close;
    }),
  );
}
