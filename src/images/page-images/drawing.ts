// Pictures to be drawn, as data: what stands on them and where. Pixels, y downwards, unless a name says
// otherwise.
import type { Box } from '../../model/box.js';

export interface ImageArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place on a page that is framed; `label` stands at its corner. */
export interface ImageMark {
  /** In the page's own points. */
  readonly box: Box;
  readonly label: string;
}

export type ImagePiece =
  /**
   * A page of a file, or the part of it that `from` holds, in the page's own points; the marks are drawn over
   * it.
   */
  | {
      readonly kind: 'page';
      readonly file: string;
      readonly index: number;
      readonly from: Box;
      readonly to: ImageArea;
      readonly marks: readonly ImageMark[];
    }
  /** A thin frame. */
  | { readonly kind: 'outline'; readonly at: ImageArea }
  /** Words on a baseline, shortened where they are wider than `width`. */
  | {
      readonly kind: 'words';
      readonly words: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly width: number;
      readonly tone: 'text' | 'label';
    };

export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly pieces: readonly ImagePiece[];
}

/** The bytes of the files that pictures show, by the names that their pieces use. */
export type ImageFiles = Readonly<Record<string, Uint8Array>>;
