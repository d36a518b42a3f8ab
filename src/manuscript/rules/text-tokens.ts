// Typography rules change words, and only words: not code, not addresses.
import type { StateCore, Token } from '../markdown-it.js';

/** What stands beside a run of text in its line; empty at the ends of a block. */
interface Neighbours {
  /** The last characters before it. */
  readonly before: string;
  /** The first characters after it. */
  readonly after: string;
}

type Change = (text: string, beside: Neighbours) => string;

/** Rewrites each run of plain text; what is escaped, in code or in an address written out stays. */
export function changeWords(state: Pick<StateCore, 'tokens'>, change: Change): void {
  for (const block of state.tokens) {
    if (block.type === 'inline') changeIn(block.children ?? [], change);
  }
}

/**
 * Replaces what a pattern finds in a run of text, where the pattern sees what stands beside the run. An empty
 * match between two runs belongs to the second.
 */
export function replaceBeside(
  text: string,
  { before, after }: Neighbours,
  [pattern, replacement]: readonly [RegExp, string],
): string {
  const from = before.length;
  const to = from + text.length;
  const changed = `${before}${text}${after}`.replace(pattern, (...match: readonly unknown[]) => {
    const written = String(match[0]);
    const index = Number(match.find((one) => typeof one === 'number'));
    const isInside = index >= from && index + written.length <= to && (index < to || written !== '');
    return isInside ? replacement : written;
  });
  return changed.slice(from, changed.length - after.length);
}

/** Characters beside a run that patterns may look at. */
const REACH = 12;

function changeIn(tokens: readonly Token[], change: Change): void {
  let address = false;
  const shown = tokens.map(shownText);
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'link_open' && token.info === 'auto') address = true;
    if (token.type === 'link_close') address = false;
    if (token.type === 'image') changeIn(token.children ?? [], change);
    if (token.type !== 'text' || address) continue;
    token.content = outsideAddresses(token.content, change, {
      before: shown.slice(0, index).join('').slice(-REACH),
      after: shown
        .slice(index + 1)
        .join('')
        .slice(0, REACH),
    });
    shown[index] = token.content;
  }
}

/** What a token shows in its line: an image is one character of no kind. */
function shownText({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  if (type === 'image') return '\uFFFC';
  return /^(?:text|text_special|code_inline)$/.test(type) ? content : '';
}

/** With a scheme, with `www.`, or a host with a path. Marks of the sentence behind it are no part of it. */
const ADDRESS =
  /((?:\b(?:https?|ftp|mailto|tel):|\bwww\.)\S*[^\s!?;:»”"’'),.]|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,}\/\S*[^\s!?;:»”"’'),.])/u;

function outsideAddresses(text: string, change: Change, { before, after }: Neighbours): string {
  const pieces = text.split(ADDRESS);
  return pieces
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : change(piece, {
            before: index === 0 ? before : (pieces[index - 1] ?? '').slice(-REACH),
            after: index === pieces.length - 1 ? after : (pieces[index + 1] ?? '').slice(0, REACH),
          }),
    )
    .join('');
}
