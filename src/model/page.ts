// What stands on a page, as the press left it: what findings about page turns and facing pages are made from.
import type { BlockId } from './flow.js';

export interface PageBlock {
  readonly block?: BlockId;
  readonly kind: 'paragraph' | 'heading' | 'scene-break' | 'art';
  /** The first and last of its lines on this page, counted from 1, and how many it has; all 0 where it has no set lines. */
  readonly from: number;
  readonly to: number;
  readonly lines: number;
  /** Whether its last line here ends in a hyphen that was added. */
  readonly broken: boolean;
  /** In lines of the grid from the head of the text, to a hundredth. */
  readonly top: number;
  readonly bottom: number;
  readonly words: string;
}

export interface PageColumn {
  /** Lines that the text has room for, and the height of one in millimetres. */
  readonly depth: number;
  readonly line: number;
  /** Whether notes stand at its foot. */
  readonly notes: boolean;
  readonly blocks: readonly PageBlock[];
}
