// The last line of an epigraph, when it begins with a dash, says whose words they are.
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';
import { closingIndex } from './closing-token.js';

const DASH = /^(?:---?|—|–)[ \u00a0]+/;

export function attribution(engine: MarkdownEngine): void {
  engine.core.ruler.after('inline', 'attribution', (state: StateCore) => {
    // From the last to the first, so that places before stay true.
    for (const extent of epigraphs(state.tokens).reverse()) splitLastLine(state, extent);
  });
}

/** What follows the dash of an attribution; undefined for any other line. */
export function attributionText(line: string): string | undefined {
  return DASH.test(line) ? line.replace(DASH, '') : undefined;
}

interface Extent {
  readonly open: number;
  readonly close: number;
}

function epigraphs(tokens: readonly Token[]): Extent[] {
  return tokens.flatMap((token, open) => {
    if (token.type !== 'container_block_open' || !/^\s*epigraph\b/.test(token.info)) return [];
    return [
      { open, close: closingIndex(tokens, open, { type: 'container_block_close', level: token.level }) },
    ];
  });
}

/** Cuts the last line off the epigraph's last paragraph and makes it a paragraph of its own. */
function splitLastLine(state: StateCore, { open, close }: Extent): void {
  const { tokens } = state;
  const at = open + tokens.slice(open, close).findLastIndex((token) => token.type === 'inline');
  const [paragraph, inline, end] = tokens.slice(at - 1, at + 2);
  if (at < open || paragraph?.type !== 'paragraph_open' || !inline?.children || !end) return;
  const lineStart =
    inline.children.findLastIndex((token) => token.type === 'softbreak' || token.type === 'hardbreak') + 1;
  const first = inline.children[lineStart];
  const words = first?.type === 'text' ? attributionText(first.content) : undefined;
  if (!first || words === undefined) return;
  first.content = words;
  // The new paragraph stands where its line does; the inline text keeps its own lines, by which places in it
  // are found.
  const line =
    (inline.map?.[0] ?? 0) +
    inline.children.slice(0, lineStart).filter((token) => /break$/.test(token.type)).length;
  const own = [
    Object.assign(new state.Token('paragraph_open', 'p', 1), {
      map: [line, line + 1],
      level: paragraph.level,
      block: true,
      meta: { class: 'attribution' },
    }),
    Object.assign(new state.Token('inline', '', 0), {
      map: inline.map,
      level: inline.level,
      block: true,
      content: inline.content,
      children: inline.children.slice(lineStart),
    }),
    Object.assign(new state.Token('paragraph_close', 'p', -1), { level: end.level, block: true }),
  ];
  inline.children = inline.children.slice(0, Math.max(0, lineStart - 1));
  const rest = inline.children.length > 0 ? [paragraph, inline, end] : [];
  tokens.splice(at - 1, 3, ...rest, ...own);
}
