// A callout: an `aside` with a title, whatever the dialect that it was written in.
//   ::: {.callout-note title="Tides"}      > [!NOTE] Tides      !!! note "Tides"      {% hint style="info" %}
import { calloutKind, calloutTitle } from '../callout-titles.js';
import { languageOf, type StateBlock, type StateCore, type Token } from '../markdown-it.js';
import { closingIndex } from './closing-token.js';

export interface Callout {
  /** As the author wrote it: `warning`, `callout-tip`. */
  readonly name: string;
  /** Markdown; absent: the word of the text's language. An empty one leaves the title out. */
  readonly title?: string;
  readonly classes?: readonly string[];
  readonly id?: string;
  /** Counted from 0: where the title stands, or the mark. */
  readonly line: number;
}

/** The name without Quarto's prefix; undefined where it names no callout. */
export function calloutName(written: string): string | undefined {
  const name = written.toLowerCase().replace(/^(?:callout|alert|admonition|hint)-/, '');
  return calloutKind(name) === undefined ? undefined : name;
}

export function openCallout(state: StateBlock, callout: Callout): Token {
  const open = state.push('callout_open', 'aside', 1);
  state.push('paragraph_open', 'p', 1);
  state.push('inline', '', 0);
  state.push('paragraph_close', 'p', -1);
  const title = state.tokens.splice(-3);
  describe(open, callout);
  const words = titleOf(callout, languageOf(state.md));
  if (words !== '') state.tokens.push(...titled(title, words, callout.line));
  return open;
}

/** A heading at the beginning of a callout is its title. `first`: the place of the first token inside. */
export function takeHeading(state: StateBlock, first: number): void {
  const [heading, inline] = state.tokens.slice(first);
  const before = state.tokens[first - 2];
  if (heading?.type !== 'heading_open' || !inline) return;
  const end = closingIndex(state.tokens, first, { type: 'heading_close' });
  const last = state.tokens[end];
  if (before?.type === 'inline') {
    before.content = inline.content;
    before.map = inline.map;
    state.tokens.splice(first, end - first + 1);
    return;
  }
  Object.assign(heading, { type: 'paragraph_open', tag: 'p', meta: { class: 'callout-title' } });
  if (last) Object.assign(last, { type: 'paragraph_close', tag: 'p' });
}

/** For rules that rewrite finished blocks: the tokens that open a callout. */
export function calloutTokens(
  state: StateCore,
  { level, ...callout }: Callout & { readonly level: number },
): readonly Token[] {
  const open = new state.Token('callout_open', 'aside', 1);
  open.level = level;
  describe(open, callout);
  const words = titleOf(callout, languageOf(state.md));
  if (words === '') return [open];
  const title = [
    new state.Token('paragraph_open', 'p', 1),
    new state.Token('inline', '', 0),
    new state.Token('paragraph_close', 'p', -1),
  ];
  title.forEach((token, index) => (token.level = level + (index === 1 ? 2 : 1)));
  return [open, ...titled(title, words, callout.line)];
}

function describe(open: Token, { name, classes = [], id, line }: Callout): void {
  const kind = calloutKind(name) ?? 'note';
  const own = name.toLowerCase();
  open.block = true;
  open.map = [line, line + 1];
  open.meta = {
    class: ['callout', `callout-${kind}`, ...(own === kind ? [] : [`callout-${own}`])].join(' '),
  };
  const more = [...new Set(classes)].filter((one) => !String(open.meta?.['class']).split(' ').includes(one));
  if (more.length > 0) open.attrJoin('class', more.join(' '));
  if (id !== undefined) open.attrSet('id', id);
}

function titleOf({ name, title }: Callout, language: string): string {
  return title === undefined ? calloutTitle(name, language) : title.trim();
}

function titled(tokens: readonly Token[], words: string, line: number): readonly Token[] {
  const [paragraph, inline] = tokens;
  if (paragraph) paragraph.meta = { class: 'callout-title' };
  if (inline) Object.assign(inline, { content: words, children: [] });
  for (const token of tokens) {
    token.block = true;
    if (token.nesting >= 0) token.map = [line, line + 1];
  }
  return tokens;
}
