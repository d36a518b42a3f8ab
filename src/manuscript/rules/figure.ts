// An image alone in its paragraph is a figure; its title is the caption, with markup and notes.
//   ![Io in orbit](orbit.svg "The orbit of *Io*"){#orbit .wide}
import type { MarkdownEngine, StateCore, Token } from '../markdown-it.js';
import { isAttributes } from './attribute-braces.js';

export function figure(engine: MarkdownEngine): void {
  // Before notes are collected, so that a caption may call one.
  engine.core.ruler.before('footnote_tail', 'figure', (state: StateCore) => {
    state.tokens = state.tokens.flatMap((token, index) => replacement(state, token, index));
  });
}

function replacement(state: StateCore, token: Token, index: number): Token | Token[] {
  const { tokens } = state;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token.type === 'inline' && before?.type === 'paragraph_open')
    return isAlone(token) ? figureTokens(state, before, token) : token;
  if (token.type === 'paragraph_open') return after && isAlone(after) ? [] : token;
  if (token.type === 'paragraph_close') return before && isAlone(before) ? [] : token;
  return token;
}

/** One image, followed by nothing or by attributes, on its own line or the next. */
function isAlone(token: Token): boolean {
  if (token.type !== 'inline' || token.children?.[0]?.type !== 'image') return false;
  const rest = token.children.slice(1).filter((child) => child.type !== 'softbreak');
  return (
    rest.length === 0 || (rest.length === 1 && rest[0]?.type === 'text' && isAttributes(rest[0].content))
  );
}

function figureTokens(state: StateCore, paragraph: Token, inline: Token): Token[] {
  const children = (inline.children ?? []).filter((child) => child.type !== 'softbreak');
  const image = children[0];
  const title = image?.attrGet('title');
  if (image?.attrs) image.attrs = image.attrs.filter(([name]) => name !== 'title');
  const make = (type: string, tag: string, nesting: -1 | 0 | 1, more: Partial<Token> = {}): Token =>
    Object.assign(
      new state.Token(type, tag, nesting),
      { map: inline.map, block: true, level: paragraph.level },
      more,
    );
  const caption = typeof title === 'string' ? captionTokens(state, title) : undefined;
  return [
    make('figure_open', 'figure', 1),
    make('inline', '', 0, { content: inline.content, children }),
    ...(caption
      ? [
          make('figcaption_open', 'figcaption', 1),
          make('inline', '', 0, { content: String(title), children: caption }),
          make('figcaption_close', 'figcaption', -1),
        ]
      : []),
    make('figure_close', 'figure', -1),
  ];
}

function captionTokens(state: StateCore, title: string): Token[] {
  const tokens: Token[] = [];
  state.md.inline.parse(title, state.md, state.env, tokens);
  return tokens;
}
