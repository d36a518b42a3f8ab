// Where something stands in what the author wrote.

/** A file of the book, relative to the book folder, with `/` between folders: `chapters/02.md`. */
export type SourcePath = string;

/** A place in a source file. Lines and columns are 1-based, as an editor shows them. */
export interface Span {
  readonly path: SourcePath;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
}
