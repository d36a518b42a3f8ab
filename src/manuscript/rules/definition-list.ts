// Definition lists, by markdown-it-deflist: a term in one line, and under it lines that begin with a colon.
//   Ebb
//   : The tide that runs out.
import { definitionRule, type BlockRule, type MarkdownEngine, type StateBlock } from '../markdown-it.js';

export function definitionList(engine: MarkdownEngine): void {
  const read = definitionRule(engine);
  const guarded: BlockRule = (state, startLine, endLine, silent) =>
    (silent || isTerm(state, startLine, endLine)) && read(state, startLine, endLine, silent);
  engine.block.ruler.before('paragraph', 'definition_list', guarded, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

/** Pandoc's tilde is no mark here: it names an author. A table's caption is no definition. */
function isTerm(state: StateBlock, startLine: number, endLine: number): boolean {
  const below = textAt(state, startLine + 1) === '' ? startLine + 2 : startLine + 1;
  if (below >= endLine || !/^:(?:\s|$)/.test(textAt(state, below))) return false;
  if (/^(?:Table)?:\s/.test(textAt(state, startLine))) return false;
  let next = below + 1;
  while (next < endLine && textAt(state, next) === '') next++;
  return next >= endLine || !isTable(state, next);
}

function isTable(state: StateBlock, line: number): boolean {
  const [first, second] = [textAt(state, line), textAt(state, line + 1)];
  return (
    /^\+[-=+]+\+$/.test(first) ||
    (first.includes('|') && /^[|\s:-]*-[|\s:-]*$/.test(second)) ||
    /^-{3,}(?:\s+-+)*$/.test(first)
  );
}

function textAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trim();
}
