// Braces are attributes only when they look like attributes: `{.class #id key=value}`. markdown-it-attrs
// takes any words between braces at the end of a block for attributes, and the words are gone; here they are
// kept as text instead.
import type { MarkdownEngine, StateCore, StateInline } from '../markdown-it.js';

const ITEM = String.raw`(?:\.[\p{L}\p{N}_-]+|#[\p{L}\p{N}_:.-]+|[A-Za-z][\w:-]*=(?:"[^"]*"|[^\s"{}]+))`;
const BRACES = String.raw`\{ *${ITEM}(?: +${ITEM})* *\}`;
const HERE = new RegExp(BRACES, 'uy');
const ONLY = new RegExp(`^${BRACES}$`, 'u');

export function attributeBraces(engine: MarkdownEngine): void {
  engine.inline.ruler.push('attribute_braces', keepBrace);
  engine.core.ruler.after('inline', 'attribute_braces', keepBlocks);
}

/** Whether a text is nothing but attributes. */
export function isAttributes(text: string): boolean {
  return ONLY.test(text.trim());
}

function keepBrace(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  HERE.lastIndex = state.pos;
  if (HERE.test(state.src)) return false;
  if (!silent) {
    // The plugin looks into plain text only; markdown-it joins special text to its neighbours later.
    const token = state.push('text_special', '', 0);
    token.content = '{';
    token.markup = '{';
    token.info = 'brace';
  }
  state.pos++;
  return true;
}

/**
 * After a list or a table the plugin judges a paragraph by its source; a space in front makes it look
 * elsewhere.
 */
function keepBlocks(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.content.startsWith('{') && !isAttributes(token.content))
      token.content = ` ${token.content}`;
  }
}
