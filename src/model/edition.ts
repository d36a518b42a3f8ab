// What one medium makes of the book: measures, and the parts ready for a press.
import type { AnchorId, ChapterId } from './cast.js';
import type { ChapterKind, ChapterRole, OutlineEntry } from './book.js';
import type { Flow } from './flow.js';
import type { Margins } from './margins.js';
import type { Metadata } from './metadata.js';
import type { ThemeReport } from './theme.js';

/** All lengths in millimetres. */
export interface PageGeometry {
  readonly trim: { readonly width: number; readonly height: number };
  readonly bleed: number;
  /** From the trim edge to the sheet edge on the master; bleed included; room for marks. */
  readonly overhang: number;
  /** The page area that text flows into. */
  readonly margins: Margins;
}

export interface PrintEdition {
  readonly medium: 'print';
  readonly page: PageGeometry;
  readonly marks: boolean;
  /**
   * Where the sheet is folded, in millimetres from the trim's left edge: the two edges of a cover's spine.
   */
  readonly folds?: readonly number[];
  readonly chapterStart: 'recto' | 'next';
  readonly folios?: 'continuous';
  /**
   * Pages are added before the last sheet-filling section until the count is a multiple of this; 1 for none.
   */
  readonly pagesMultiple: number;
}

export interface EbookEdition {
  readonly medium: 'ebook';
  readonly fonts: 'subset' | 'none';
  readonly tocDepth: number;
}

export type Edition = PrintEdition | EbookEdition;

/** One piece that begins on a new page, or one file of the EPUB. */
export interface Part {
  readonly id: ChapterId;
  readonly kind: ChapterKind;
  readonly role: ChapterRole;
  /** Plain text. Never empty: generated sections have a name too. */
  readonly title: string;
  readonly runningHead: string;
  readonly number?: string;
  /** Where it begins in print. `verso` is for plates that face an opening. */
  readonly start: 'recto' | 'verso' | 'next';
  /** Roman before the first body part, arabic from there; covers have none. */
  /** `continuous`: arabic, counted from the book's first page. */
  readonly folios: 'roman' | 'arabic' | 'continuous' | 'none';
  /** The whole section, one root element, ready but for page numbers and lines. Real XHTML names only. */
  readonly flow: Flow;
  readonly language?: string;
}

export interface Resource {
  /** As the flow and the styles name it: `images/orbit.svg`, `fonts/Alegreya_400Regular.ttf`. */
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface FontFace {
  /** As the styles name it. */
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: number;
  readonly href: string;
  /** The family's own name inside the file: `Alegreya`. */
  readonly name: string;
  /** As a PDF names the face: `Alegreya-Italic`. Empty where the font has no such name. */
  readonly postscriptName: string;
  readonly licence: string;
  /** A reserved font name forbids changed versions under the same name: such a face is never subset. */
  readonly subset: boolean;
  /** Of a fallback: the characters that it is for. Absent: all that it has. */
  readonly characters?: string;
}

export interface Composition {
  readonly edition: Edition;
  readonly metadata: Metadata;
  readonly parts: readonly Part[];
  readonly outline: readonly OutlineEntry[];
  readonly anchors: Readonly<Record<AnchorId, ChapterId>>;
  /** In cascade order; `path` is where a sheet was read. */
  readonly styles: readonly {
    readonly name: string;
    readonly path?: string;
    readonly own?: string;
    readonly css: string;
  }[];
  readonly resources: readonly Resource[];
  /** The author's own picture of the cover, under its path in the book; of an e-book only. */
  readonly cover?: Resource;
  readonly fonts: readonly FontFace[];
  /** What the typographic report holds the theme to, where it differs from the house. */
  readonly report?: ThemeReport;
  /** What the page furniture template needs, compiled; the press calls it for every page. */
  readonly furniture?: (page: FurniturePage) => string;
}

/** What a theme's `furniture.hbs` is given for one page. */
export interface FurniturePage {
  readonly index: number; // 0-based, counted from the first page of the file
  readonly total: number;
  readonly folio: string; // `xii`, `12`; empty where the page has none
  readonly side: 'recto' | 'verso';
  readonly kind: ChapterKind;
  readonly part: ChapterId;
  readonly opening: boolean; // the first page of its part
  // an opening that shows its folio, as in a collection, where most pages are openings
  readonly openingFolio: boolean;
  readonly blank: boolean;
  readonly bookTitle: string;
  readonly bookSubtitle: string;
  readonly runningHead: string;
  readonly number: string;
  /** index / total, from 0 to below 1: what a flip-book turns by. */
  readonly turn: number;
}
