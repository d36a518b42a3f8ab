// What a book's folder says of its order and its title in the files of other tools.
import type { SourcePath } from '../../model/source-span.js';

/** A file with its sections, or the beginning of a part. */
export interface OtherEntry {
  readonly file?: SourcePath;
  /** Its words in the list, for a file that has no title. */
  readonly title?: string;
  readonly part?: string;
  readonly unnumbered?: true;
  /** Where a list says that it stands before or after the chapters. */
  readonly role?: 'front' | 'back';
  readonly sections: readonly OtherEntry[];
}

/** `path` is the file that says it; entries name files from the book's folder. */
export interface OtherOrder {
  readonly path: SourcePath;
  readonly entries: readonly OtherEntry[];
}

export interface OtherSettings {
  readonly path: SourcePath;
  readonly text: string;
  /** By the keys of book.yml. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface OtherBook {
  readonly order?: OtherOrder;
  readonly settings: readonly OtherSettings[];
}
