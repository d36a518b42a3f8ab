// A book's settings once they are resolved: defaults, then book.yml, then flags.
import type { ChapterKind } from './book.js';
import type { CoverWrapSettings } from './cover-wrap.js';
import type { Margins } from './margins.js';
import { LAYOUT_NAMES, type ImposeSettings } from './imposition.js';
import type { Metadata } from './metadata.js';
import type { Colour, Ink, LeastMargins, PrinterProfile, Standard } from './profile.js';
import type { SourcePath, Span } from './source-span.js';
import type { StoreName } from './store.js';
import type { FontChoices } from './theme.js';

/**
 * A layout's name asks for the book's pages on sheets; `cover` for the cover as one sheet around the book.
 */
export const EDITION_NAMES = ['print', 'screen', 'epub', 'cover', ...LAYOUT_NAMES] as const;

export type EditionName = (typeof EDITION_NAMES)[number];

/** One line of the book's order: a generated section by its kind, a file, or a part that holds files. */
export type OrderEntry =
  | { readonly section: ChapterKind; readonly at: Span }
  | FileEntry
  | { readonly part: string; readonly chapters: readonly FileEntry[]; readonly at: Span };

/** A chapter: a file, with others as its sections. */
export interface FileEntry {
  readonly file: SourcePath;
  readonly at: Span;
  /** `depth`: 1 for sections of the chapter, 2 for theirs. */
  readonly sections?: readonly { readonly file: SourcePath; readonly depth: number }[];
  /** For a file that has none of its own. */
  readonly title?: string;
  readonly numbered?: boolean;
  readonly kind?: ChapterKind;
}

/** What a book.yml leaves to the text of its book. */
export type LeftOpen = 'theme' | 'front' | 'back' | 'cover' | 'contents' | 'numbering' | 'chapter-start';

export interface BookConfig {
  /** What the files in dist/ are called: `io` gives io-print.pdf. */
  readonly name: string;
  readonly metadata: Metadata;
  /** A folder of styles/, or of the book's own styles/. */
  readonly theme: string;
  /** The book's own faces; a role that is absent is the theme's. */
  readonly fonts?: FontChoices;
  /** CSS custom properties that the book sets over its theme's: `{ '--spot': '#007a5e' }`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly order: {
    readonly front: readonly OrderEntry[];
    /** Absent: every Markdown file not named elsewhere, in name order. */
    readonly chapters?: readonly OrderEntry[];
    readonly back: readonly OrderEntry[];
  };
  /** A single long file is cut before each heading of these levels; absent: one file, one chapter. */
  readonly split?: { readonly chapter: number; readonly part?: number };
  readonly numbering: {
    readonly chapter: 'arabic' | 'roman' | 'none';
    readonly part: 'arabic' | 'roman' | 'none';
  };
  readonly dedication?: { readonly markdown: string; readonly at: Span };
  readonly cast: { readonly file: SourcePath; readonly find: 'marked' | 'names' };
  readonly typography: {
    readonly quotes: readonly [string, string, string, string];
    readonly hyphenate: boolean;
    /** Who breaks the lines in print; absent: the line setter. */
    readonly lines?: 'set' | 'browser';
  };
  readonly print: {
    /** Absent: the theme's. */
    readonly trim?: { readonly width: number; readonly height: number };
    readonly margins?: Margins;
    /** The printers decide, by the page count; `margins` is then absent. */
    readonly marginsBy?: 'profile';
    /**
     * With `marginsBy`: what the printers ask for, as far as the page count is known. Margins are not
     * smaller.
     */
    readonly leastMargins?: LeastMargins;
    readonly bleed: number;
    readonly marks: boolean;
    readonly chapterStart?: 'recto' | 'next';
    /** Folios run from the first page on; absent: they begin anew with the first chapter. */
    readonly folios?: 'continuous';
    readonly pagesMultiple?: number;
    /**
     * The printers to make files for; none: one file by the book's own measures. `option`: the command line
     * names it.
     */
    readonly profiles: readonly { readonly name: string; readonly at: Span; readonly option?: string }[];
    /** What the book wants otherwise than its profiles. */
    readonly instead: {
      readonly colour?: Colour;
      readonly standard?: Standard;
      readonly icc?: SourcePath;
      readonly handedIcc?: HandedIcc;
      readonly inks?: readonly Ink[];
      readonly at: Span;
    };
    /** The profiles, read; absent until the build has done so. */
    readonly printers?: readonly PrinterProfile[];
  };
  /** `stores`: a file is made for each, at least one. */
  readonly epub: {
    readonly fonts: 'subset' | 'none';
    readonly tocDepth: number;
    readonly stores: readonly StoreName[];
  };
  /** How pages lie on sheets, in the editions that are sheets. */
  readonly imposition: ImposeSettings;
  readonly coverWrap: CoverWrapSettings;
  /** What is decided when the text is known; the values above hold until then. */
  readonly open: readonly LeftOpen[];
  /** The editions that this run makes. */
  readonly editions: readonly EditionName[];
}

/**
 * An ICC profile that the command line named: no file of the book's folder. `bytes` is absent where it cannot
 * be read.
 */
export interface HandedIcc {
  readonly path: string;
  readonly bytes?: Uint8Array;
}
