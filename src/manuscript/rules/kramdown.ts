// kramdown's attributes `{: .name #id}`: on the line below a block, or directly behind words. Its comments
// and options are left out.
import { readAttributes, type AttributeList } from '../attribute-list.js';
import type { MarkdownEngine, StateCore, StateInline, Token } from '../markdown-it.js';
import { remark } from './rule-finding.js';

const LINE = /^\{:(?![:/])\s*([^{}\n]*)\}[ \t]*(?:\n|$)/;
const WITHIN = /\{:(?![:/])\s*([^{}\n]+)\}/y;
const EXTENSION = /\{::(comment|nomarkdown|options)[^}]*?(?:\/\}|\}([^]*?)\{:\/(?:\1)?\})/y;

export function kramdown(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'kramdown_blocks', (state: StateCore) => {
    for (let at = 0; at < state.tokens.length; at++) if (takeLine(state, at)) at--;
  });
  engine.inline.ruler.before('emphasis', 'kramdown', scan);
}

/** Whether a paragraph that began with attributes is gone. */
function takeLine(state: StateCore, at: number): boolean {
  const { tokens } = state;
  const [paragraph, inline] = tokens.slice(at, at + 2);
  if (paragraph?.type !== 'paragraph_open' || !inline) return false;
  const lines = inline.content.split('\n');
  const last = lines.at(-1) ?? '';
  const tail = lines.length > 1 ? listOf(LINE.exec(last)?.[1]) : undefined;
  if (tail) {
    inline.content = lines.slice(0, -1).join('\n');
    give(owner(tokens, at), tail);
    return false;
  }
  const head = listOf(LINE.exec(inline.content)?.[1]);
  if (!head) return false;
  const before = tokens[at - 1];
  const touches = before !== undefined && openingOf(tokens, at - 1)?.map?.[1] === paragraph.map?.[0];
  const rest = lines.slice(1).join('\n');
  if (rest !== '') {
    give(touches ? openingOf(tokens, at - 1) : paragraph, head);
    inline.content = rest;
    if (inline.map) inline.map = [inline.map[0] + 1, inline.map[1]];
    return false;
  }
  give(touches ? openingOf(tokens, at - 1) : tokens[at + 3], head);
  tokens.splice(at, 3);
  return true;
}

/** The last paragraph of a list's last item carries what is meant for the list. */
function owner(tokens: readonly Token[], at: number): Token | undefined {
  const paragraph = tokens[at];
  const close = tokens.slice(at + 3).find(({ nesting }) => nesting === -1);
  if (tokens[at + 3] !== close || close?.type !== 'list_item_close') return paragraph;
  const after = tokens.slice(at + 4).find((token) => token.type !== 'list_item_close');
  if (after === undefined || !/_list_close$/.test(after.type)) return paragraph;
  return tokens
    .slice(0, at)
    .findLast((token) => token.level === after.level && token.nesting === 1 && token.tag === after.tag);
}

/** The token that opens the block which ends here. */
function openingOf(tokens: readonly Token[], end: number): Token | undefined {
  const close = tokens[end];
  if (!close || close.nesting === 0) return close?.map ? close : undefined;
  return tokens
    .slice(0, end)
    .findLast((token) => token.nesting === 1 && token.level === close.level && token.tag === close.tag);
}

function give(token: Token | undefined, list: AttributeList): void {
  if (!token || token.nesting < 0 || token.type === 'html_block') return;
  if (list.classes.length > 0) token.attrJoin('class', list.classes.join(' '));
  if (list.id !== undefined) token.attrSet('id', list.id);
  for (const [name, value] of Object.entries(list.pairs)) token.attrSet(name, value);
}

function scan(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('{:', state.pos)) return false;
  EXTENSION.lastIndex = state.pos;
  const extension = EXTENSION.exec(state.src);
  if (extension) {
    if (!silent)
      remark(state, {
        code: 'MARK-010',
        message: `kramdown's \`{::${extension[1]}}\` is left out.`,
        hint: 'Write a comment as <!-- … -->.',
      });
    state.pos += extension[0].length;
    return true;
  }
  WITHIN.lastIndex = state.pos;
  const found = WITHIN.exec(state.src);
  const before = state.src[state.pos - 1] ?? '';
  const list = found && /[*_`)\]]/.test(before) ? listOf(found[1]) : undefined;
  if (!found || !list) return false;
  // The attributes plugin reads them where they stand in its own spelling.
  if (!silent) {
    const words = [
      ...list.classes.map((name) => `.${name}`),
      ...(list.id === undefined ? [] : [`#${list.id}`]),
      ...Object.entries(list.pairs).map(([name, value]) => `${name}="${value}"`),
    ];
    state.pending += `{${words.join(' ')}}`;
  }
  state.pos += found[0].length;
  return true;
}

/** Bare words are references to lists of attributes, such as `toc`; nothing is known of them. */
function listOf(text: string | undefined): AttributeList | undefined {
  if (text === undefined || !/^\s*[.#]|=/.test(text)) return undefined;
  return readAttributes(text);
}
