// What passes between the press and its script inside the page: plain data only, since it travels as JSON.
import type { AnchorPlaces } from '../model/artifact.js';
import type { Flow } from '../model/flow.js';
import type { Part } from '../model/edition.js';
import type { LineReport } from '../model/line-report.js';
import type { PageColumn } from '../model/page-column.js';

/** Everything a tab needs before its first galley. */
export interface Preparation {
  /** In cascade order; `css` has its addresses relative to the book's root. */
  readonly styles: readonly { readonly name: string; readonly css: string }[];
  /** Addresses of the images that no part places, only styles, relative to the book's root. */
  readonly images: readonly string[];
}

export interface Prepared {
  readonly brokenImages: readonly string[];
  /** Families of the faces that did not load. */
  readonly brokenFonts: readonly string[];
}

/** One part to be laid out by itself. */
export interface GalleyOrder {
  readonly id: string;
  readonly flow: Flow;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Addresses of the images that it places, relative to the book's root. */
  readonly images: readonly string[];
  readonly filling: ReferenceFilling;
  /** The side that its first page stands on, where that is fixed. */
  readonly start: Part['start'];
}

/** The words that references are filled with. */
export interface ReferenceFilling {
  /** By `data-target` of a page reference. */
  readonly pages: Readonly<Record<string, string>>;
  /** By `data-targets` of a run of pages. */
  readonly runs: Readonly<Record<string, readonly RunPiece[]>>;
}

/** A piece of a run: words that link to an anchor, or words between. */
export interface RunPiece {
  readonly words: string;
  readonly anchor?: string;
}

export interface Galley {
  readonly id: string;
  readonly pages: readonly GalleyPage[];
  /** Anchor to page within the galley. */
  readonly anchors: Readonly<Record<string, number>>;
  /** What it refers to, as it stands in `data-target` and `data-targets`. */
  readonly targets: readonly string[];
  readonly runs: readonly string[];
  /** Those of them whose words were fitted into a set line. */
  readonly fitted: readonly string[];
  /** How the lines came out. */
  readonly lines: LineReport;
  readonly troubles: readonly Trouble[];
  /** Addresses of images that the browser cannot draw; absent when there are none. */
  readonly brokenImages?: readonly string[];
  /** Why its pages were left to Paged.js and not planned in whole lines; absent when they were. */
  readonly unplanned?: string;
}

export interface GalleyPage {
  readonly first?: { readonly block: string; readonly offset: number };
  /** What stands on it, where text flows into it. */
  readonly column?: PageColumn;
}

/** The pages of a galley as they were laid out, each packed as text (in-page/packed.ts). */
export interface PackedPages {
  readonly id: string;
  readonly pages: readonly string[];
}

/** Something that went wrong in layout, with the block it went wrong at where that is known. */
export interface Trouble {
  readonly kind: 'stopped' | 'repeated' | 'scaled' | 'broken';
  readonly page: number;
  readonly block?: string;
  readonly words: string;
}

/** One page of the book, in order: a page of a galley, or a blank one. */
export interface SheetSettings {
  readonly galley?: { readonly id: string; readonly page: number };
  readonly side: 'recto' | 'verso';
  readonly furniture?: string;
}

/** Sheets that are bound, and printed, together. */
export interface BindingOrder {
  readonly sheets: readonly SheetSettings[];
  /** The first sheet's place in the book. */
  readonly from: number;
  readonly fillings: Readonly<Record<string, ReferenceFilling>>;
  /** Millimetres from the sheet's edge to the trim. */
  readonly overhang: number;
}

export interface Bound {
  readonly places: AnchorPlaces;
  readonly strays: readonly StrayText[];
  readonly shortened: readonly Shortened[];
  /** The words of each page's furniture, as far as the styles show it. */
  readonly furniture: readonly string[];
  /** Addresses outside of the book that the page wanted, and elements that were left out (`<iframe>`). */
  readonly refused: readonly string[];
}

/** Text that is not where it should be. */
export interface StrayText {
  readonly page: number;
  readonly how: 'outside' | 'past-the-foot' | 'head';
  readonly block?: string;
  readonly words: string;
}

/** A line around the text that was too long for its place, with all its words. */
export interface Shortened {
  readonly page: number;
  readonly words: string;
}

/** Said by the page script while it works. */
export interface PageLaid {
  readonly galley: string;
  readonly page: number;
  /**
   * Whether the part came nearer to its end by it: pages without anything on them, or with the same again and
   * again, do not count.
   */
  readonly moves: boolean;
}

/** Said between pages, when a long step begins. */
export interface StageReached {
  readonly galley: string;
  readonly doing: string;
}
