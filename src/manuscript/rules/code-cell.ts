// Code cells of Quarto, R Markdown and MyST: "```{python}". Their options are read and not printed; a cell
// that hides its code is left out.
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';
import { remarkToken } from './rule-finding.js';

const CELL = /^\{+\s*([A-Za-z][\w+-]*)\b\s*[, ]?\s*([^}]*)\}+\s*$/;
const OPTION = /^\s*(?:#|\/\/|--|%|%%|')\|\s?(.*)$/;

export function codeCell(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'code_cell', (state: StateCore) => {
    state.tokens = state.tokens.flatMap((token) => (token.type === 'fence' ? settle(state, token) : [token]));
  });
}

function settle(state: StateCore, token: Token): readonly Token[] {
  const [, language = '', chunk = ''] = CELL.exec(token.info) ?? [];
  if (language === '') return [token];
  const lines = token.content.split('\n');
  const first = lines.findIndex((line) => !OPTION.test(line));
  const own = lines.slice(0, Math.max(0, first)).map((line) => OPTION.exec(line)?.[1] ?? '');
  const isHidden = [...own, ...chunk.split(',')].some((option) =>
    /^\s*(?:echo|include)\s*[:=]\s*(?:false|F|FALSE)\s*$/i.test(option),
  );
  if (own.length > 0) {
    token.content = lines.slice(first).join('\n');
    if (token.map) token.map = [token.map[0], token.map[1]];
  }
  token.info = language.toLowerCase();
  const said = remarkToken(state, token.map?.[0], {
    code: 'MARK-005',
    message: isHidden
      ? 'A code cell that hides its code is left out, and it is not run.'
      : 'A code cell is printed and not run, and its options are left out.',
    hint: isHidden
      ? 'Put the result of the cell into the text.'
      : 'Put the result of the cell below it, as text or as an image.',
  });
  return isHidden ? [said] : [said, token];
}
