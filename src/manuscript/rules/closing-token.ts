// Finding the token that closes another, looking only ahead.
import type { Token } from '../markdown-it.js';

/**
 * The index of the first token of a type after `open`, at any level or at the same one; the end of the list
 * if there is none.
 */
export function closingIndex(
  tokens: readonly Token[],
  open: number,
  wanted: { type: string; level?: number | undefined },
): number {
  for (let index = open + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === wanted.type && (wanted.level === undefined || token.level === wanted.level))
      return index;
  }
  return tokens.length;
}
