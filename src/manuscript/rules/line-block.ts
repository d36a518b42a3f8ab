// pandoc's line blocks: lines that begin with `| ` stay lines, with their indentation.
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { pushLines, type VerseLine } from './verse.js';

const LINE = /^\|(?: (.*))?$/;

export function lineBlock(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'line_block', scan, { alt: ['blockquote'] });
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!LINE.test(lineAt(state, startLine))) return false;
  const lines: VerseLine[] = [];
  let end = startLine;
  for (; end < endLine && !state.isEmpty(end); end++) {
    const [line, words = ''] = LINE.exec(lineAt(state, end)) ?? [];
    const last = lines.at(-1);
    if (line !== undefined) {
      lines.push({ text: words.trim(), number: end, indent: words.length - words.trimStart().length });
    } else if (last && (state.sCount[end] ?? 0) > state.blkIndent) {
      lines[lines.length - 1] = { ...last, text: `${last.text} ${lineAt(state, end)}` };
    } else return false;
  }
  // A table's rows have a bar at their end, or between their cells.
  if (lines.length < 2 || lines.some(({ text }) => /(?<!\\)\|$|\s\|\s/.test(text))) return false;
  if (silent) return true;
  const open = state.push('line_block_open', 'div', 1);
  open.block = true;
  open.map = [startLine, end];
  open.meta = { class: 'verse' };
  pushLines(state, lines);
  state.push('line_block_close', 'div', -1).block = true;
  state.line = end;
  return true;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}
