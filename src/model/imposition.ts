// How pages are put on sheets of paper to be folded and cut: the layouts by name, and what a person may
// decide.

export const LAYOUT_NAMES = [
  'booklet',
  'signatures',
  'minizine',
  'quarter',
  'sixteen',
  '2-up',
  '4-up',
] as const;

export type LayoutName = (typeof LAYOUT_NAMES)[number];

/** Lengths in millimetres. */
export interface ImposeSettings {
  readonly paper: { readonly width: number; readonly height: number };
  /** The edge over which the printer turns the sheet. Absent: the one that turns it like a leaf of a book. */
  readonly duplex?: 'long-edge' | 'short-edge';
  /** What the printer leaves white at the paper's edges. */
  readonly margin: number;
  /**
   * How much further out each sheet's pages come to lie than those of the sheet around it: the paper's
   * thickness.
   */
  readonly creep: number;
  /** Sheets in a signature, at most. */
  readonly sheets: number;
  readonly binding: 'left' | 'right';
  readonly marks: 'drawn' | 'none';
}

/** A4 at home. */
export const USUAL_IMPOSITION: ImposeSettings = {
  paper: { width: 210, height: 297 },
  margin: 0,
  creep: 0,
  sheets: 4,
  binding: 'left',
  marks: 'drawn',
};
