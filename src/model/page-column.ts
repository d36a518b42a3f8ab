// What stands on a page, as the press left it: what findings about page turns and facing pages are made from.
import type { BlockId } from './flow.js';

export interface PageBlock {
  readonly block?: BlockId;
  readonly kind: 'paragraph' | 'heading' | 'scene-break' | 'art';
  /**
   * The first and last of its lines on this page, counted from 1, and how many it has; all 0 where it has no
   * set lines.
   */
  readonly from: number;
  readonly to: number;
  readonly lines: number;
  /** Whether its last line here ends in a hyphen that was added. */
  readonly broken: boolean;
  /** In lines of the grid from the head of the text, to a hundredth. */
  readonly top: number;
  readonly bottom: number;
  /** Where what stands in it ends, where that is below its own foot. */
  readonly reach?: number;
  readonly words: string;
}

export interface PageColumn {
  /** Lines that the text has room for, and the height of one in millimetres. */
  readonly depth: number;
  readonly line: number;
  /** Whether notes stand at its foot. */
  readonly notes: boolean;
  readonly blocks: readonly PageBlock[];
  /** Ids of the notes that are called here first, and of those that begin at its foot. */
  readonly called: readonly string[];
  readonly noted: readonly string[];
  /** Anchors that links on this page lead to. */
  readonly targets: readonly string[];
  /** Every kind of type on the page, once. */
  readonly type: readonly TypeUse[];
}

/** A kind of type as the styles ask for it, with the words it was first met in. */
export interface TypeUse {
  /** The first family of the list. */
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Whether the styles ask for small capitals. */
  readonly smallCaps: boolean;
  /** Whether the browser may imitate a face that is not there. */
  readonly imitates: boolean;
  /** Figures that stand in these words: of which kind the styles make them, and where. */
  readonly figures?: { readonly kind: 'old-style' | 'lining' | 'tabular'; readonly within: 'text' | 'table' };
  /** The first run of three capitals or more that are not small ones. */
  readonly capitals?: string;
  readonly block?: BlockId;
  readonly words: string;
}
