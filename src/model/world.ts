// The only way in: rooms read files through a World and never touch the disk or the clock.
import type { SourcePath } from './source-span.js';

/** Why a file cannot be had. `outside`: it leaves its folder by `..`, an absolute path or a link. */
export type FileProblem = 'missing' | 'outside' | 'not-a-file' | 'too-large';

export type FileRead = { readonly bytes: Uint8Array } | { readonly problem: FileProblem };

export interface Files {
  read(path: SourcePath): FileRead;
  /** All files below a folder ('' for all), relative to the root, sorted by code unit, dot files left out. */
  list(folder: SourcePath): readonly SourcePath[];
}

/**
 * What was found out before, by a digest of all that it depends on. What is damaged or gone is simply not
 * there.
 */
export interface Remembered {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
}

/** The size of a picture whose pixels were all read, or why they cannot be. */
export type PhotographRead =
  | { readonly width: number; readonly height: number }
  | { readonly problem: 'too-large' }
  | { readonly problem: 'unreadable'; readonly reason: string };

/**
 * `pins`: where the axes of a variable font are fixed, all of them. `outlines`: PostScript outlines are
 * turned into TrueType's. `characters`: no others are kept.
 */
export interface FontWish {
  readonly pins?: Readonly<Record<string, number>>;
  readonly outlines?: 'truetype';
  readonly characters?: string;
}

export interface World {
  /** The author's folder: book.yml, chapters, images, its own templates and styles. */
  readonly book: Files;
  /** Foldmark's own templates/ and styles/. */
  readonly home: Files;
  /**
   * A file inside an installed npm package, for fonts, looked for from the book's folder first:
   * `font('@expo-google-fonts/alegreya', '400Regular/Alegreya_400Regular.ttf')`.
   */
  font(packageName: string, file: string): FileRead;
  /** All files of an installed package; undefined where it is not installed. */
  fontFiles(packageName: string): readonly string[] | undefined;
  /** Installed packages of font collections, sorted. Default: none. */
  fontPackages?(): readonly string[];
  /**
   * A font that is packed (WOFF, WOFF2) as it was before, and as it is wished; undefined where it is damaged.
   */
  plainFont(bytes: Uint8Array, wish?: FontWish): Uint8Array | undefined;
  /** Decodes a JPEG to its last pixel. */
  photograph(bytes: Uint8Array): PhotographRead;
  /**
   * The build's one moment, in seconds since 1970: SOURCE_DATE_EPOCH where set, else the book's own date
   * decides.
   */
  readonly epoch?: number;
  /** Default: nothing is remembered. It changes nothing but the time. */
  readonly remembered?: Remembered;
}
