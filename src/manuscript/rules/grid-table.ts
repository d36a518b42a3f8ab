// pandoc's grid tables, whose cells may hold several lines and blocks.
//   +-----+------+
//   | a   | b    |
//   +=====+======+
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { mayNest } from './nested-blocks.js';
import { pushTable, type Alignment, type TableRow } from './table-tokens.js';

const RULE = /^\+(?:[:=-]+\+)+$/;

export function gridTable(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'grid_table', scan, { alt: ['paragraph', 'blockquote'] });
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineAt(state, startLine);
  if (!RULE.test(first) || !mayNest(state)) return false;
  let end = startLine + 1;
  while (end < endLine && /^[|+]/.test(lineAt(state, end))) end++;
  const lines = Array.from({ length: end - startLine }, (_, index) => lineAt(state, startLine + index));
  const edges = edgesOf(first);
  const rows =
    lines.length > 2 && RULE.test(lines.at(-1) ?? '') ? rowsOf(lines, edges, startLine) : undefined;
  if (!rows) return false;
  if (silent) return true;
  const headEnd = lines.findIndex((line) => line.includes('='));
  const marks = lines[headEnd > 0 ? headEnd : 0] ?? '';
  const isHead = headEnd > 0 && headEnd < lines.length - 1;
  const head = isHead ? rows.filter(({ line }) => line < startLine + headEnd) : [];
  const [only, ...others] = head;
  const isOne = only !== undefined && others.length === 0;
  pushTable(state, {
    ...(isOne && { head: only }),
    rows: isOne ? rows.slice(1) : rows,
    aligned: edges.slice(1).map((to, index) => alignment(marks.slice((edges[index] ?? 0) + 1, to))),
    from: startLine,
    to: end,
  });
  state.line = end;
  return true;
}

/** Undefined where a cell spans several columns or rows: its place is not known. */
function rowsOf(
  lines: readonly string[],
  edges: readonly number[],
  from: number,
): readonly TableRow[] | undefined {
  const rows: TableRow[] = [];
  let open: { line: number; cells: string[][] } | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('+')) {
      if (!RULE.test(line) || edgesOf(line).join() !== edges.join()) return undefined;
      if (open) rows.push(open);
      open = undefined;
      continue;
    }
    const cells = cellsOf(line, edges);
    if (!cells) return undefined;
    open ??= { line: from + index, cells: cells.map(() => []) };
    cells.forEach((cell, column) => open?.cells[column]?.push(cell));
  }
  return rows.length > 0 ? rows : undefined;
}

/** Wide signs move the bars: such a line is cut at its bars if there are as many as columns. */
function cellsOf(line: string, edges: readonly number[]): readonly string[] | undefined {
  const cut = edges.every((at) => line[at] === '|')
    ? edges.slice(1).map((to, index) => line.slice((edges[index] ?? 0) + 1, to))
    : line.split(/(?<!\\)\|/).slice(1, -1);
  return cut.length === edges.length - 1 ? cut.map((cell) => cell.replace(/^ /, '').trimEnd()) : undefined;
}

function edgesOf(rule: string): readonly number[] {
  return [...rule].flatMap((sign, at) => (sign === '+' ? [at] : []));
}

function alignment(rule: string): Alignment {
  const [left, right] = [rule.startsWith(':'), rule.endsWith(':')];
  return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trimEnd();
}
