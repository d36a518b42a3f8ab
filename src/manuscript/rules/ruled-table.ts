// pandoc's simple and multiline tables: hyphens under a head say where the columns are.
//   Place     Tide
//   -------  -----
//   Wick      4.1
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { mayNest } from './nested-blocks.js';
import { pushTable, type Alignment, type TableRow } from './table-tokens.js';

const COLUMNS = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
const EDGE = /^ {0,3}-{5,} *$/;

export function ruledTable(engine: MarkdownEngine): void {
  engine.block.ruler.before('table', 'ruled_table', scan, { alt: [] });
}

interface Found {
  /** Lines of the head, of the hyphens, of the body; the end is the line behind the last. */
  readonly head: number;
  readonly columns: number;
  readonly bodyEnd: number;
  readonly end: number;
  readonly isMultiline: boolean;
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const found = mayNest(state) ? findTable(state, startLine, endLine) : undefined;
  if (!found) return false;
  if (silent) return true;
  const columns = [...textAt(state, found.columns).matchAll(/-+/g)].map((run) => ({
    from: run.index,
    to: run.index + run[0].length,
  }));
  const starts = columns.map(({ from }) => from);
  const headLines = linesOf(state, found.head, found.columns);
  const rows = found.isMultiline
    ? groups(state, found.columns + 1, found.bodyEnd)
    : linesOf(state, found.columns + 1, found.bodyEnd).map((line, index) => ({
        line: found.columns + 1 + index,
        lines: [line],
      }));
  pushTable(state, {
    ...(headLines.length > 0 && { head: rowOf({ line: found.head, lines: headLines }, starts) }),
    rows: rows.map((row) => rowOf(row, starts)),
    aligned: columns.map((column) => alignment(headLines.at(-1) ?? rows[0]?.lines[0] ?? '', column)),
    from: startLine,
    to: found.end,
  });
  state.line = found.end;
  return true;
}

function findTable(state: StateBlock, start: number, endLine: number): Found | undefined {
  const first = textAt(state, start);
  if (EDGE.test(first)) return multiline(state, start, endLine);
  if (COLUMNS.test(first)) {
    // Without a head: the hyphens come again at the end.
    const last = nextLine(state, { from: start + 1, endLine, test: (line) => line === first.trimEnd() });
    return last === undefined || last === start + 1 || hasBlank(state, start, last)
      ? undefined
      : { head: start, columns: start, bodyEnd: last, end: last + 1, isMultiline: false };
  }
  if (first.trim() === '' || start + 2 >= endLine || !COLUMNS.test(textAt(state, start + 1)))
    return undefined;
  let bodyEnd = start + 2;
  while (bodyEnd < endLine && !state.isEmpty(bodyEnd) && !/^ {0,3}-{2,}[ -]*$/.test(textAt(state, bodyEnd)))
    bodyEnd++;
  if (bodyEnd === start + 2) return undefined;
  const end = bodyEnd < endLine && !state.isEmpty(bodyEnd) ? bodyEnd + 1 : bodyEnd;
  return { head: start, columns: start + 1, bodyEnd, end, isMultiline: false };
}

function multiline(state: StateBlock, start: number, endLine: number): Found | undefined {
  const columns = nextLine(state, { from: start + 1, endLine, test: (line) => COLUMNS.test(line) });
  if (columns === undefined || columns === start + 1 || hasBlank(state, start, columns)) return undefined;
  const last = nextLine(state, { from: columns + 1, endLine, test: (line) => EDGE.test(line) });
  if (last === undefined) return undefined;
  return { head: start + 1, columns, bodyEnd: last, end: last + 1, isMultiline: true };
}

/** Rows of a multiline table are apart by empty lines. */
function groups(state: StateBlock, from: number, to: number): readonly { line: number; lines: string[] }[] {
  const found: { line: number; lines: string[] }[] = [];
  let open = false;
  for (let line = from; line < to; line++) {
    if (state.isEmpty(line)) open = false;
    else if (open) found.at(-1)?.lines.push(textAt(state, line));
    else {
      found.push({ line, lines: [textAt(state, line)] });
      open = true;
    }
  }
  return found;
}

function rowOf(
  { line, lines }: { line: number; lines: readonly string[] },
  starts: readonly number[],
): TableRow {
  const cells = starts.map((from, index) =>
    lines.map((words) => words.slice(index === 0 ? 0 : from, starts[index + 1] ?? words.length).trim()),
  );
  return { line, cells };
}

/** As the head's words stand over their hyphens. */
function alignment(line: string, { from, to }: { from: number; to: number }): Alignment {
  const isBlank = (at: number): boolean => (line[at] ?? ' ') === ' ';
  const [left, right] = [!isBlank(from), !isBlank(to - 1)];
  if (left === right) return left ? undefined : line.slice(from, to).trim() === '' ? undefined : 'center';
  return right ? 'right' : undefined;
}

function nextLine(
  state: StateBlock,
  { from, endLine, test }: { from: number; endLine: number; test: (line: string) => boolean },
): number | undefined {
  for (let line = from; line < endLine; line++) {
    if (test(textAt(state, line).trimEnd())) return line;
  }
  return undefined;
}

function hasBlank(state: StateBlock, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (state.isEmpty(line)) return true;
  return false;
}

function linesOf(state: StateBlock, from: number, to: number): readonly string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => textAt(state, from + index));
}

/** With its indentation below the margin of the block that holds it. */
function textAt(state: StateBlock, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false);
}
