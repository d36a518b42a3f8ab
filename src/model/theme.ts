// What a theme's theme.yml says once it is read: the page, the faces and the variables; its look is in its
// styles and templates.
import type { ChapterKind } from './book.js';
import type { Margins } from './margins.js';
import type { SourcePath, Span } from './source-span.js';

/** The family that formulas are set in. Not "Math": that is CSS's word for whatever the system has. */
export const MATH_FAMILY = 'Formula';

export interface ThemeFont {
  /** As the styles name it: `font-family: "Alegreya"`. */
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** 100 to 900. */
  readonly weight: number;
  /**
   * The npm package that holds the file, for `World.font`; absent: the file is in the theme's folder or the
   * book's.
   */
  readonly package?: string;
  readonly file: string;
  /** Where the face is named; absent for one that Foldmark adds. */
  readonly at?: Span;
  /** The family's own name, for the colophon and NOTICE. This and the rest: absent, as the file says. */
  readonly name?: string;
  /** SPDX: `OFL-1.1`. */
  readonly licence?: string;
  /** False where a reserved font name forbids changed versions under the same name. */
  readonly subset?: boolean;
}

/** The family, as the styles name it, of each role that an author may give a face to. */
export const FONT_FAMILIES = { text: 'Text', label: 'Label', mono: 'Mono', math: MATH_FAMILY } as const;

export type FontRole = keyof typeof FONT_FAMILIES;

export type FontChoices = Readonly<Partial<Record<FontRole, FontChoice>>> & {
  /** Fonts for what the others have not, the first first. */
  readonly fallback?: readonly FontChoice[];
};

/**
 * What an author names for a role: one file, which brings its family along; a package alone, likewise; or
 * each file.
 */
export type FontChoice =
  | { readonly at: Span; readonly only: SourcePath }
  | { readonly at: Span; readonly package: string; readonly files?: never }
  | {
      readonly at: Span;
      readonly package?: string;
      readonly files: FontFiles;
      readonly places: Readonly<Partial<Record<keyof FontFiles, Span>>>;
    };

export interface FontFiles {
  readonly regular: SourcePath;
  readonly italic?: SourcePath;
  readonly bold?: SourcePath;
  readonly boldItalic?: SourcePath;
}

export interface ThemeSettings {
  /** As a reader may see it: `Zine`. */
  readonly name: string;
  /**
   * Where the theme's styles/ and templates/ files are: `styles/zine`, in the book's folder or in Foldmark's
   * own.
   */
  readonly folder: SourcePath;
  readonly from: 'book' | 'home';
  /** Lengths in millimetres. */
  readonly page: {
    readonly trim: { readonly width: number; readonly height: number };
    readonly margins: Margins;
    /** Parts of what a wider trim has more in width, where they are not as the margins. */
    readonly wider?: { readonly inside: number; readonly outside: number };
  };
  readonly chapterStart: 'recto' | 'next';
  /** Where kinds begin whose place this theme decides itself: `{ epigraph: 'verso' }`. */
  readonly starts: Readonly<Partial<Record<ChapterKind, 'recto' | 'verso' | 'next'>>>;
  readonly fonts: readonly ThemeFont[];
  /** Faces that theme.yml names by their roles, instead of in `fonts`. */
  readonly chosen?: FontChoices;
  /**
   * CSS custom properties with their dashes: `{ '--spot': '#ff5c39' }`. A book's own variables come after
   * them.
   */
  readonly variables: Readonly<Record<string, string>>;
  /** What the typographic report holds this theme to, where it differs from the house's own. */
  readonly report?: ThemeReport;
}

/** Word spaces are told over the natural one, the rest as shares of a chapter's lines. */
export interface ThemeReport {
  readonly tightest?: number;
  readonly loosest?: number;
  readonly torn?: number;
  readonly looseLines?: number;
  readonly mean?: number;
  readonly spread?: number;
  readonly hyphens?: number;
  /** Characters of a full line of the text, spaces counted: least and most on the average. */
  readonly shortestMeasure?: number;
  readonly longestMeasure?: number;
  /** The longest run of full capitals in the text. */
  readonly capitals?: number;
  /** `any`: the theme's figures are its own affair. */
  readonly figures?: 'old-style' | 'any';
}
