// What a press hands over: bytes for a reader or a printer, and the facts that checks and other editions
// need.
import type { AnchorId, ChapterId } from './cast.js';
import type { ChapterKind } from './book.js';
import type { EditionName } from './settings.js';
import type { BlockId } from './flow.js';
import type { PrinterProfile } from './profile.js';
import type { Span } from './source-span.js';

export interface PageFact {
  /** 0-based place in the file. */
  readonly index: number;
  readonly folio: string;
  readonly side: 'recto' | 'verso';
  readonly part?: ChapterId;
  readonly kind?: ChapterKind;
  readonly opening: boolean;
  readonly blank: boolean;
  /**
   * The first block of the manuscript on this page, and how many of its characters stood on earlier pages.
   */
  readonly first?: { readonly block: BlockId; readonly offset: number };
}

/** Pagination's answer: which page everything landed on. */
export interface PageMap {
  readonly pages: readonly PageFact[];
  /** Anchor to 0-based page. */
  readonly anchors: Readonly<Record<AnchorId, number>>;
}

/** Where each anchor stands: page of the book, and place on the sheet in CSS pixels from its top left. */
export type AnchorPlaces = Readonly<
  Record<AnchorId, { readonly page: number; readonly left: number; readonly top: number }>
>;

export type ArtifactName = string;

/** Images of a PDF that had more pixels than their places need. */
export interface ResampledImages {
  /** `lineArt`: drawings in a few plain colours, whose edges need more. */
  readonly kind: 'photograph' | 'lineArt';
  readonly images: number;
  /** Pixels per inch that they have now, where they are shown largest. */
  readonly ppi: number;
  /** Bytes that the file would be larger; estimated where colours were converted, too. */
  readonly savedBytes: number;
}

/** From this place of a packed file on, what was written at `at`; without it, what Foldmark wrote. */
export interface PackedPlace {
  readonly line: number;
  readonly column: number;
  readonly at?: Span;
}

export interface Artifact {
  readonly edition: EditionName;
  /** The file's name in dist/: `io-print.pdf`. */
  readonly name: ArtifactName;
  readonly mediaType: 'application/pdf' | 'application/epub+zip';
  readonly bytes: Uint8Array;
  readonly pages?: PageMap;
  /** Of a PDF: absent where no image was resampled. */
  readonly resampled?: readonly ResampledImages[];
  /** The printer that a print file was made for. */
  readonly profile?: PrinterProfile;
  /** Of an EPUB for a store that shows the cover by itself. */
  readonly coverPage?: 'left-out';
  /** Of an EPUB: its stylesheet's path, and where the author wrote what. */
  readonly styles?: { readonly path: string; readonly places: readonly PackedPlace[] };
  /** Milliseconds by stage. */
  readonly spent: Readonly<Record<string, number>>;
}
