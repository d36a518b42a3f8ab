// A text as its author sees it in an editor: lines that can be pointed at.
import type { SourcePath, Span } from '../model/source.js';

export interface SourceText {
  readonly path: SourcePath;
  /** What is parsed. Lines that are not Markdown (front matter) are empty in it, so that line numbers stay true. */
  readonly markdown: string;
  readonly lines: readonly string[];
  /** For texts that do not stand in a file of their own: every place in them is this one. */
  readonly within?: Span;
}

export function sourceText(path: SourcePath, markdown: string): SourceText {
  return { path, markdown, lines: markdown.split('\n') };
}

/** The span of a place in a text; lines and columns are 1-based. */
export function spanOf(source: SourceText, place: Place): Span {
  return source.within ?? { path: source.path, ...place };
}

export interface Place {
  readonly line: number;
  readonly column?: number;
}

/** A block of inline text: what the parser made of some lines, and the 1-based line it begins on. */
export interface InlineText {
  readonly content: string;
  readonly line: number;
}

/**
 * Where a character of inline text stands. The column is known when the parser's text of that line is found in the
 * source's line, at its end or only once: the parser has taken off quotation marks, list markers and spaces.
 */
export function placeInText(source: SourceText, text: InlineText, offset: number): Place {
  const before = text.content.slice(0, offset).split('\n');
  const row = before.length - 1;
  const wanted = (text.content.split('\n')[row] ?? '').trimEnd();
  const line = text.line + row;
  const start = startOfText(source.lines[line - 1] ?? '', wanted);
  return start === undefined ? { line } : { line, column: start + (before[row]?.length ?? 0) + 1 };
}

function startOfText(sourceLine: string, wanted: string): number | undefined {
  const line = sourceLine.trimEnd();
  // Attribute braces alone in a paragraph were given a space in front; see rules/attribute-braces.ts.
  const text = line.includes(wanted) ? wanted : wanted.trimStart();
  if (text === '') return undefined;
  if (line.endsWith(text)) return line.length - text.length;
  const first = line.indexOf(text);
  return first >= 0 && first === line.lastIndexOf(text) ? first : undefined;
}
