// Typography rules change words, and only words: not code, not addresses.
import type { StateCore, Token } from '../markdown-it.js';

/** Rewrites each run of plain text; what is escaped, in code or in an address written out stays. */
export function changeWords(state: StateCore, change: (text: string) => string): void {
  for (const block of state.tokens) {
    if (block.type === 'inline') changeIn(block.children ?? [], change);
  }
}

function changeIn(tokens: readonly Token[], change: (text: string) => string): void {
  let address = false;
  for (const token of tokens) {
    if (token.type === 'link_open' && token.info === 'auto') address = true;
    if (token.type === 'link_close') address = false;
    if (token.type === 'image') changeIn(token.children ?? [], change);
    if (token.type === 'text' && !address) token.content = outsideAddresses(token.content, change);
  }
}

function outsideAddresses(text: string, change: (text: string) => string): string {
  return text
    .split(/(\b(?:https?|mailto):\S+)/)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
