// The table of anchors: every id of the book and the chapter that holds it.
import type { AnchorId, CastMember, ChapterId } from '../model/cast.js';
import type { NumberedChapter } from '../model/book.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { elementsOf } from '../model/flow.js';
import type { Span } from '../model/source-span.js';

export type Anchors = Readonly<Record<AnchorId, ChapterId>>;

interface Place {
  readonly anchor: AnchorId;
  readonly chapter: ChapterId;
  readonly at?: Span | undefined;
}

/** The anchor of a member's entry in the cast appendix. */
export function castAnchor(member: CastMember): AnchorId {
  return `cast-${member.id}`;
}

/**
 * Collects all anchors. Finding: BOOK-001 at the second of two places with one id, the first as related
 * place.
 */
export function indexAnchors(
  chapters: readonly NumberedChapter[],
  cast: readonly CastMember[],
): Outcome<Anchors> {
  const first = new Map<AnchorId, Place>();
  const diagnostics: Finding[] = [];
  for (const place of chapters.flatMap((chapter) => placesOf(chapter, cast))) {
    const other = first.get(place.anchor);
    if (!other) first.set(place.anchor, place);
    else diagnostics.push(usedTwice(place, other));
  }
  return outcome(
    Object.fromEntries([...first.values()].map((place) => [place.anchor, place.chapter])),
    diagnostics,
  );
}

function placesOf(chapter: NumberedChapter, cast: readonly CastMember[]): readonly Place[] {
  const within = (anchor: AnchorId, at?: Span): Place => ({
    anchor,
    chapter: chapter.id,
    at: at ?? chapter.at,
  });
  const flows = [chapter.title, chapter.flow, ...chapter.notes.map((note) => note.flow)];
  const ids = flows.flatMap((flow) => elementsOf(flow)).filter((one) => one.attributes['id'] !== undefined);
  return [
    within(chapter.id, chapter.at),
    ...ids.map((one) => within(one.attributes['id'] ?? '', one.at)),
    ...chapter.notes.map((note) => within(note.id, note.at)),
    ...(chapter.kind === 'cast' ? cast.map((member) => within(castAnchor(member), member.at)) : []),
  ];
}

function usedTwice(second: Place, first: Place): Finding {
  return finding('BOOK-001', {
    message: `The id "${second.anchor}" is used twice.`,
    ...(second.at && { at: second.at }),
    hint: 'Give one of the two places another id.',
    ...(first.at && { related: [{ at: first.at, message: `"${first.anchor}" is here as well` }] }),
  });
}
