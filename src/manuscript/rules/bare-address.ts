// Addresses without angle brackets: `https://…` and `www.…`. They become links, and no rule of typography
// touches them: a reader types what is printed.
import type { MarkdownEngine, StateCore, StateInline, Token } from '../markdown-it.js';

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/u;

export function bareAddress(engine: MarkdownEngine): void {
  engine.set({ linkify: true });
  engine.enable('linkify');
  engine.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  // The words of an address stay as they are typed: markdown-it would decode what is escaped in them.
  engine.normalizeLinkText = (address) => address;
  for (const other of ['ftp:', '//', 'mailto:']) engine.linkify.add(other, null);
  engine.linkify.add('www.', {
    validate: (text, at, linkify) => {
      const rest = text.slice(at);
      return HOST.test(rest) ? linkify.testSchemaAt(`http://${rest}`, 'http:', 5) - 2 : 0;
    },
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
  engine.inline.ruler.before('linkify', 'address_in_braces', keepBraces);
  engine.core.ruler.after('linkify', 'address_words', (state: StateCore) => {
    for (const block of state.tokens) if (block.type === 'inline') keepWords(block.children ?? []);
  });
}

/** An address in braces is the value of an attribute: `{style="background: url(http://…)"}`. */
function keepBraces(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== ':' || !OPEN_BRACES.test(state.pending)) return false;
  if (!silent) state.pending += ':';
  state.pos += 1;
  return true;
}

const OPEN_BRACES = /\{[^{}]*=[^{}]*$/;

/** Smart quotes and dashes look into plain text only. */
function keepWords(tokens: readonly Token[]): void {
  let address: string | undefined;
  for (const token of tokens) {
    if (token.type === 'link_open' && token.info === 'auto') address = token.markup;
    else if (token.type === 'link_close') address = undefined;
    else if (token.type === 'text' && address !== undefined) token.type = 'text_special';
  }
}
