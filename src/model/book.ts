// The manuscript as it was read, and the book made of it: text without a medium.
import type { AnchorId, CastMember, ChapterId, Mention } from './cast.js';
import type { Flow } from './flow.js';
import type { Metadata } from './metadata.js';
import type { SourcePath, Span } from './source-span.js';

/** Where a chapter stands in the book. */
export type ChapterRole = 'front' | 'body' | 'back';

/** What a chapter is; the author's `role:` in front matter, or the name of a generated section. */
export const CHAPTER_KINDS = {
  // generated from templates
  cover: 'front',
  blank: 'front',
  'half-title': 'front',
  frontispiece: 'front',
  'title-page': 'front',
  copyright: 'front',
  contents: 'front',
  cast: 'back',
  'back-cover': 'back',
  // written by the author
  dedication: 'front',
  epigraph: 'front',
  foreword: 'front',
  preface: 'front',
  introduction: 'front',
  part: 'body',
  prologue: 'body',
  chapter: 'body',
  interlude: 'body',
  plate: 'body',
  epilogue: 'body',
  afterword: 'back',
  appendix: 'back',
  acknowledgements: 'back',
  sources: 'back',
  glossary: 'back',
  bibliography: 'back',
  colophon: 'back',
} as const satisfies Readonly<Record<string, ChapterRole>>;

export type ChapterKind = keyof typeof CHAPTER_KINDS;

/** The kinds that have no manuscript text: a template alone makes them. */
export const GENERATED_KINDS = [
  'cover',
  'blank',
  'half-title',
  'frontispiece',
  'title-page',
  'copyright',
  'contents',
  'cast',
  'back-cover',
] as const satisfies readonly ChapterKind[];

export interface Note {
  /** Unique in the book. */
  readonly id: string;
  /** As printed: counts from 1 in each chapter. */
  readonly number: number;
  readonly flow: Flow;
  readonly at: Span;
}

export interface Heading {
  readonly anchor: AnchorId;
  /** 2 to 6: level 1 is the chapter's title. */
  readonly level: number;
  readonly title: Flow;
  /** Headings in quotations and lists stand in no contents. */
  readonly listed?: false;
}

export interface Figure {
  readonly anchor: AnchorId;
  readonly image: SourcePath;
  readonly alt: string;
  readonly at: Span;
}

export interface Chapter {
  readonly id: ChapterId;
  readonly role: ChapterRole;
  readonly kind: ChapterKind;
  /** With the author's markup. Empty for generated sections and untitled chapters. */
  readonly title: Flow;
  /** For the running head, where it is shorter than the title. */
  readonly shortTitle?: string;
  readonly author?: string;
  /** Whether it takes a number and whether the contents list it. */
  readonly numbered: boolean;
  readonly listed: boolean;
  readonly language?: string;
  /** Extra classes for its section, from front matter. */
  readonly classes: readonly string[];
  /** Empty for generated kinds. The title is not repeated in it. */
  readonly flow: Flow;
  readonly notes: readonly Note[];
  readonly headings: readonly Heading[];
  readonly figures: readonly Figure[];
  readonly mentions: readonly Mention[];
  /** The files that are its sections, with the places where they begin. */
  readonly joined?: Readonly<Record<SourcePath, AnchorId>>;
  /** The id of the part it stands in. */
  readonly part?: ChapterId;
  /** Where the chapter begins; absent for generated kinds. */
  readonly at?: Span;
}

export interface Manuscript {
  readonly metadata: Metadata;
  readonly cast: readonly CastMember[];
  /** In reading order, generated sections included where book.yml places them. */
  readonly chapters: readonly Chapter[];
  /** Short texts that stand in book.yml and are set by templates. */
  readonly dedication?: Flow;
}

/** A chapter whose place in the book is settled. */
export interface NumberedChapter extends Chapter {
  /** `1`, `II`, as the book numbers this kind; absent where unnumbered. */
  readonly number?: string;
}

export interface OutlineEntry {
  readonly anchor: AnchorId;
  readonly chapter: ChapterId;
  readonly kind: ChapterKind;
  /** 1 for parts and for chapters outside of parts. */
  readonly level: number;
  readonly number?: string;
  readonly title: Flow;
  readonly children: readonly OutlineEntry[];
}

/** A member with all their mentions, for the appendix. */
export interface CastEntry {
  readonly member: CastMember;
  readonly anchor: AnchorId;
  /** In reading order; the first is the first appearance. */
  readonly mentions: readonly Mention[];
}

export interface Book {
  readonly metadata: Metadata;
  readonly chapters: readonly NumberedChapter[];
  readonly outline: readonly OutlineEntry[];
  readonly cast: readonly CastEntry[];
  /**
   * Which chapter holds an anchor: chapter ids, headings, figures, notes, mentions, cast entries, ids the
   * author gave.
   */
  readonly anchors: Readonly<Record<AnchorId, ChapterId>>;
  readonly dedication?: Flow;
}
