// Pictures to be drawn, as data: what stands on them and where. Pixels, y downwards, unless a name says otherwise.
import type { Box } from '../../model/box.js';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place on a page that is framed; `label` stands at its corner. */
export interface Mark {
  /** In the page's own points. */
  readonly box: Box;
  readonly label: string;
}

export type Piece =
  /** A page of a file, or the part of it that `from` holds, in the page's own points; the marks are drawn over it. */
  | { readonly kind: 'page'; readonly file: string; readonly index: number; readonly from: Box; readonly to: Area; readonly marks: readonly Mark[] }
  /** A thin frame. */
  | { readonly kind: 'outline'; readonly at: Area }
  /** Words on a baseline, shortened where they are wider than `width`. */
  | { readonly kind: 'words'; readonly words: string; readonly x: number; readonly y: number; readonly size: number; readonly width: number; readonly tone: 'text' | 'label' };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly pieces: readonly Piece[];
}

/** The bytes of the files that pictures show, by the names that their pieces use. */
export type PictureFiles = Readonly<Record<string, Uint8Array>>;
