// GitHub's alerts and Obsidian's callouts: a quotation that begins with `[!NOTE]`, with a title and a fold if
// they have one. A page cannot fold, so the sign for it is left out.
//   > [!WARNING]- The lamp
//   > It is out.
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';
import { calloutTokens } from './callout.js';
import { closingIndex } from './closing-token.js';

const MARK = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\]([+-]?)(?:[ \t]+([^\n]+?))?[ \t]*(?:\n|$)/;

export function alert(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'alert', (state: StateCore) => {
    // From the last to the first, so that places before stay true.
    for (let at = state.tokens.length - 1; at >= 0; at--) {
      if (state.tokens[at]?.type === 'blockquote_open') change(state, at);
    }
  });
}

function change(state: StateCore, at: number): void {
  const { tokens } = state;
  const [quote, paragraph, inline] = tokens.slice(at, at + 3);
  if (!quote || paragraph?.type !== 'paragraph_open' || !inline) return;
  const mark = MARK.exec(inline.content);
  if (!mark) return;
  const [all, name = '', , title] = mark;
  const line = inline.map?.[0] ?? quote.map?.[0] ?? 0;
  const close = closingIndex(tokens, at, { type: 'blockquote_close', level: quote.level });
  const last = tokens[close];
  if (last) Object.assign(last, { type: 'callout_close', tag: 'aside' });
  inline.content = inline.content.slice(all.length);
  if (inline.map) inline.map = [line + (all.endsWith('\n') ? 1 : 0), inline.map[1]];
  if (paragraph.map && inline.map) paragraph.map = [...inline.map];
  const empty = inline.content.trim() === '';
  const opened: readonly Token[] = calloutTokens(state, {
    name,
    line,
    level: quote.level,
    ...(title !== undefined && { title }),
  });
  tokens.splice(at, empty ? 4 : 1, ...opened);
}
