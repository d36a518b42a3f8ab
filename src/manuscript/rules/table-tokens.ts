// The tokens of a table whose cells are known, as markdown-it writes its own.
import type { StateBlock } from '../markdown-it.js';
import { readNested } from './nested-blocks.js';

export interface TableRow {
  /** The row's first line, counted from 0. */
  readonly line: number;
  /** The lines of each cell, the first of them on the row's first line. */
  readonly cells: readonly (readonly string[])[];
}

export type Alignment = 'left' | 'right' | 'center' | undefined;

export interface TableParts {
  readonly head?: TableRow;
  readonly rows: readonly TableRow[];
  readonly aligned: readonly Alignment[];
  readonly from: number;
  readonly to: number;
}

export function pushTable(state: StateBlock, { head, rows, aligned, from, to }: TableParts): void {
  push(state, 'table', 'table', [from, to]);
  if (head) {
    push(state, 'thead', 'thead', [head.line, head.line + 1]);
    pushRow(state, head, { tag: 'th', aligned });
    close(state, 'thead');
  }
  push(state, 'tbody', 'tbody', [rows[0]?.line ?? from, to]);
  for (const row of rows) pushRow(state, row, { tag: 'td', aligned });
  close(state, 'tbody');
  close(state, 'table');
}

function pushRow(
  state: StateBlock,
  { line, cells }: TableRow,
  { tag, aligned }: { tag: 'th' | 'td'; aligned: readonly Alignment[] },
): void {
  push(state, 'tr', 'tr', [line, line + 1]);
  cells.forEach((cell, index) => {
    push(state, tag, tag, [line, line + 1]);
    const side = aligned[index];
    if (side) state.tokens.at(-1)?.attrSet('style', `text-align:${side}`);
    pushCell(state, cell, line);
    close(state, tag);
  });
  close(state, 'tr');
}

/** A cell of one paragraph holds its words alone. */
function pushCell(state: StateBlock, cell: readonly string[], line: number): void {
  const start = state.tokens.length;
  readNested(state, cell, line);
  const [first, inline, last, more] = state.tokens.slice(start);
  if (first?.type === 'paragraph_open' && inline && last?.type === 'paragraph_close' && !more) {
    state.tokens.splice(start, 3, inline);
  } else if (!first) {
    Object.assign(state.push('inline', '', 0), { content: '', children: [], map: [line, line + 1] });
  }
}

function push(state: StateBlock, name: string, tag: string, map: [number, number]): void {
  Object.assign(state.push(`${name}_open`, tag, 1), { map, block: true });
}

function close(state: StateBlock, name: string): void {
  state.push(`${name}_close`, name, -1).block = true;
}
