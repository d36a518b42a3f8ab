// A paragraph `Table: words {#id}` or `: words` directly above or under a table is its caption, and its
// attributes are the table's.
import type { MarkdownEngine, StateBlock, StateCore, Token } from '../markdown-it.js';
import { closingIndex } from './closing-token.js';

const PREFIX = /^(?:Table)?:[ \u00a0]+/;

export function tableCaption(engine: MarkdownEngine): void {
  // A table takes any line under it for a row; the paragraph chain of a blockquote is the one it asks when to
  // stop.
  engine.block.ruler.before('paragraph', 'table_caption', stopsTable, { alt: ['blockquote'] });
  engine.core.ruler.after('curly_attributes', 'table_caption', (state: StateCore) => {
    state.tokens = moveCaptions(state);
  });
}

function stopsTable(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!silent || state.parentType !== 'table') return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const line = state.src.slice(start, state.eMarks[startLine]);
  return PREFIX.test(line) && !line.includes('|');
}

function moveCaptions(state: StateCore): Token[] {
  const tokens = [...state.tokens];
  for (let open = 0; open < tokens.length; open++) {
    const table = tokens[open];
    if (table?.type !== 'table_open') continue;
    const close = closingIndex(tokens, open, { type: 'table_close', level: table.level });
    const at = isCaption(tokens, close + 1) ? close + 1 : isCaption(tokens, open - 3) ? open - 3 : -1;
    if (at < 0) continue;
    const taken = tokens.splice(at, 3);
    const place = at < open ? open - 3 : open;
    tokens.splice(place + 1, 0, ...captionTokens(state, taken));
    taken[0]?.attrs?.forEach(([name, value]) =>
      name === 'class' ? table.attrJoin(name, value) : table.attrSet(name, value),
    );
    open = place;
  }
  return tokens;
}

function isCaption(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at + 1]?.children?.[0];
  return tokens[at]?.type === 'paragraph_open' && first?.type === 'text' && PREFIX.test(first.content);
}

function captionTokens(state: StateCore, [paragraph, inline]: readonly Token[]): Token[] {
  const first = inline?.children?.[0];
  if (!paragraph || !inline || !first) return [];
  first.content = first.content.replace(PREFIX, '');
  const open = Object.assign(new state.Token('caption_open', 'caption', 1), {
    map: paragraph.map,
    block: true,
  });
  return [open, inline, Object.assign(new state.Token('caption_close', 'caption', -1), { block: true })];
}
