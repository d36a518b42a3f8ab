// What a book says of itself: one record feeds the title page, the PDF's metadata and the EPUB's package.
import type { SourcePath } from './source-span.js';

export interface Contributor {
  readonly name: string;
  /** As a library files it: `Jeter, Clay`. */
  readonly sortName?: string;
  /** A MARC relator code: aut, edt, ill, trl … See https://id.loc.gov/vocabulary/relators.html */
  readonly role: string;
  readonly url?: string;
}

export interface BookSubject {
  readonly term: string;
  /** BISAC, Thema, LCSH … with the scheme's own code for the term. */
  readonly authority?: string;
  readonly code?: string;
}

export interface Rights {
  readonly statement?: string;
  readonly holder?: string;
  readonly year?: number;
  readonly licence?: string;
}

export interface Accessibility {
  readonly conformsTo?: string;
  readonly certifiedBy?: string;
  readonly summary?: string;
  readonly hazards?: readonly string[];
}

export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  readonly shortTitle?: string;
  readonly sortTitle?: string;
  readonly contributors: readonly Contributor[];
  /** BCP 47: en-GB, de, ar. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly description?: string;
  readonly subjects: readonly BookSubject[];
  readonly publisher?: { readonly name: string; readonly place?: string };
  readonly rights?: Rights;
  /** ISO 8601 dates. */
  readonly published?: string;
  readonly modified?: string;
  /** What the book's lasting identifier is made from; never changes between editions. */
  readonly seed: string;
  readonly isbn: { readonly print?: string; readonly epub?: string };
  readonly doi?: string;
  readonly series?: { readonly name: string; readonly position?: string; readonly id?: string };
  readonly edition?: string;
  /**
   * `image`: the EPUB's own; absent: a picture of the cover template. `photograph`: what the template shows,
   * with the title or (`title: false`) alone.
   */
  readonly cover: {
    readonly image?: SourcePath;
    readonly alt?: string;
    readonly photograph?: SourcePath;
    readonly title?: boolean;
  };
  readonly accessibility: Accessibility;
  /** Anything else the author wants templates to know, under `custom:` in book.yml. */
  readonly custom: Readonly<Record<string, string>>;
}
