// The table of anchors: every id of the book and the chapter that holds it.
import type { AnchorId, CastMember, ChapterId } from '../model/cast.js';
import type { NumberedChapter } from '../model/book.js';
import { elementsOf } from '../model/flow.js';

export type Anchors = Readonly<Record<AnchorId, ChapterId>>;

/** The anchor of a member's entry in the cast appendix. */
export function castAnchor(member: CastMember): AnchorId {
  return `cast-${member.id}`;
}

/** Every anchor of chapters whose ids are unique. */
export function indexAnchors(chapters: readonly NumberedChapter[], cast: readonly CastMember[]): Anchors {
  return Object.fromEntries(
    chapters.flatMap((chapter) => anchorsIn(chapter, cast).map((anchor) => [anchor, chapter.id] as const)),
  );
}

function anchorsIn(chapter: NumberedChapter, cast: readonly CastMember[]): readonly AnchorId[] {
  const flows = [chapter.title, chapter.flow, ...chapter.notes.map((note) => note.flow)];
  return [
    chapter.id,
    ...flows.flatMap((flow) => elementsOf(flow)).flatMap((one) => one.attributes['id'] ?? []),
    ...chapter.notes.map((note) => note.id),
    ...(chapter.kind === 'cast' ? cast.map(castAnchor) : []),
  ];
}
