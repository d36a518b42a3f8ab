// The cast with all their mentions, for the appendix.
import type { CastEntry, NumberedChapter } from '../model/book.js';
import type { CastMember } from '../model/cast.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { castAnchor } from './anchors.js';

/**
 * One entry a member, in the order of cast.yml, mentions in reading order. Finding: CAST-010 for a member
 * never mentioned.
 */
export function castEntries(
  cast: readonly CastMember[],
  chapters: readonly NumberedChapter[],
): Outcome<readonly CastEntry[]> {
  const mentions = chapters.flatMap((chapter) => chapter.mentions);
  const entries = cast.map((member) => ({
    member,
    anchor: castAnchor(member),
    mentions: mentions.filter((mention) => mention.cast === member.id),
  }));
  const unseen = entries.filter((entry) => entry.mentions.length === 0);
  return outcome(
    entries,
    unseen.map((entry) => neverMentioned(entry.member)),
  );
}

function neverMentioned(member: CastMember): Finding {
  return finding('CAST-010', {
    message: `"${member.name}" is mentioned nowhere in the book.`,
    at: member.at,
    hint: `Mark a mention as {@${member.id}}, or remove the member.`,
  });
}
