// A text as its author sees it in an editor: lines that can be pointed at.
import type { SourcePath, Span } from '../model/source-span.js';

export interface SourceText {
  readonly path: SourcePath;
  /**
   * What is parsed. Lines that are not Markdown (front matter) are empty in it, so that line numbers stay
   * true.
   */
  readonly markdown: string;
  readonly lines: readonly string[];
  /** For each line the line of the file, where a text holds others: a place in them is where it asks. */
  readonly origins?: readonly number[];
  /** The file as it was written, where `lines` are others. */
  readonly written?: readonly string[];
  /** For texts that do not stand in a file of their own: every place in them is this one. */
  readonly within?: Span;
}

export function sourceText(path: SourcePath, markdown: string): SourceText {
  return { path, markdown, lines: markdown.split('\n') };
}

/** The span of a place in a text; lines and columns are 1-based. */
export function spanOf(source: SourceText, place: SourcePlace): Span {
  if (source.within) return source.within;
  const line = source.origins?.[place.line - 1];
  if (line === undefined) return { path: source.path, ...place };
  const isWritten = source.written?.[line - 1] === source.lines[place.line - 1];
  return { path: source.path, ...(isWritten ? place : {}), line };
}

export interface SourcePlace {
  readonly line: number;
  readonly column?: number;
}

/**
 * Finds places in a block of inline text: `content` is what the parser made of some lines, `line` the first
 * of them. The column is known when the parser's text of a line is found in the source's line, at its end or
 * only once: the parser has taken off quotation marks, list markers and spaces.
 */
export function placeFinder(
  source: SourceText,
  text: { readonly content: string; readonly line: number },
): (offset: number) => SourcePlace {
  const rows = rowsOf(text.content);
  const starts = new Map<number, number | undefined>();
  return (offset) => {
    const row = rowAt(rows, offset);
    const line = text.line + row;
    if (!starts.has(row))
      starts.set(row, startOfText(source.lines[line - 1] ?? '', (rows[row]?.words ?? '').trimEnd()));
    const start = starts.get(row);
    return start === undefined ? { line } : { line, column: start + offset - (rows[row]?.start ?? 0) + 1 };
  };
}

/** A note written in place begins after its `^[`, and its later lines where theirs do. */
export function placesInNote(content: string, call: Required<SourcePlace>): (offset: number) => SourcePlace {
  return (offset) => {
    const rows = content.slice(0, offset).split('\n');
    const column = (rows.at(-1) ?? '').length + 1;
    return {
      line: call.line + rows.length - 1,
      column: rows.length === 1 ? call.column + 1 + column : column,
    };
  };
}

interface Row {
  readonly words: string;
  readonly start: number;
}

function rowsOf(content: string): readonly Row[] {
  let start = 0;
  return content.split('\n').map((words) => {
    const row = { words, start };
    start += words.length + 1;
    return row;
  });
}

/** The last row that begins at an offset or before it. */
function rowAt(rows: readonly Row[], offset: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startOfText(sourceLine: string, wanted: string): number | undefined {
  const line = sourceLine.trimEnd();
  // Braces alone in a paragraph were given a space in front; see rules/attribute-braces.ts.
  const words = line.includes(wanted) ? wanted : wanted.trimStart();
  if (words === '') return undefined;
  if (line.endsWith(words)) return line.length - words.length;
  const first = line.indexOf(words);
  return first >= 0 && first === line.lastIndexOf(words) ? first : undefined;
}
