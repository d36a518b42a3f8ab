// The people of the book and where they are named.
import type { Span } from './source-span.js';
import type { SourcePath } from './source-span.js';

export type CastId = string;
export type AnchorId = string;
export type ChapterId = string;

export interface CastMember {
  readonly id: CastId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly playedBy?: string;
  readonly role?: string;
  readonly note?: string;
  readonly portrait?: { readonly image: SourcePath; readonly alt: string };
  readonly group?: string;
  readonly spoiler: boolean;
  readonly at: Span;
}

/** One place where a member is named; `anchor` is the id of its fm-mention element. */
export interface Mention {
  readonly cast: CastId;
  readonly anchor: AnchorId;
  readonly chapter: ChapterId;
  readonly at: Span;
}
