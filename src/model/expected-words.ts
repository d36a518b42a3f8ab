// The words that a finished file has to show, and those that it does show: what conservation compares.
import type { ChapterId } from './cast.js';
import type { BlockId } from './flow.js';

/** A block of text that a file must show. */
export interface ExpectedBlock {
  /**
   * Its words, cut where an inline element begins or ends: such a piece may be painted before or after the
   * rest.
   */
  readonly pieces: readonly string[];
  /**
   * Notes stand at the foot of their page, so they are looked for beside the main text. A list number is
   * nobody's text: where styles show it, it is accounted for, and where they hide it, nothing is lost.
   */
  readonly place: 'main' | 'note' | 'list-number';
  readonly part: ChapterId;
  /** The manuscript's block, where it is one; templates add others. */
  readonly block?: BlockId;
}

export interface ExpectedWords {
  readonly blocks: readonly ExpectedBlock[];
  /** What stands around the text, by page: expected there, and no part of the book. */
  readonly furniture: readonly string[];
}

/**
 * A page of a PDF or a document of an EPUB as it can be read, in the order in which it is painted or written.
 */
export interface ShownPage {
  /** The page's number or the document's name, for messages. */
  readonly label: string;
  /** Only what can be seen: text off the page is not shown. */
  readonly texts: readonly string[];
}
