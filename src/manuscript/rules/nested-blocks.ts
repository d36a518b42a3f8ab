// Markdown within lines that a sign or a margin sets apart: it is read as blocks of its own, and its places
// stay those of the file.
import type { StateBlock, Token } from '../markdown-it.js';

/** Blocks within blocks, as deep as anybody writes them. */
const DEEPEST = 12;

/** False where the lines stand too deep. They are then left to the other rules. */
export function mayNest(state: StateBlock): boolean {
  return depthOf(state) < DEEPEST;
}

/** Reads lines, the first of which is line `first` of the file, counted from 0, and adds their tokens. */
export function readNested(state: StateBlock, lines: readonly string[], first: number): void {
  const tokens: Token[] = [];
  const before = { depth: depthOf(state), shift: lineShift(state.env) };
  state.env['nestedDepth'] = before.depth + 1;
  state.env['lineShift'] = before.shift + first;
  state.md.block.parse(lines.join('\n'), state.md, state.env, tokens);
  state.env['nestedDepth'] = before.depth;
  state.env['lineShift'] = before.shift;
  for (const token of tokens) {
    token.level += state.level;
    if (token.map) token.map = [token.map[0] + first, token.map[1] + first];
    state.tokens.push(token);
  }
}

/** The line of the file at which the text that is being read begins. */
export function lineShift(env: object): number {
  return (env as { readonly lineShift?: number }).lineShift ?? 0;
}

function depthOf(state: StateBlock): number {
  return (state.env as { readonly nestedDepth?: number }).nestedDepth ?? 0;
}
