// The cast appendix as templates see it: members by group, and where each is named, in the medium's terms.
import type { CastEntry } from '../model/book.js';
import type { Mention } from '../model/cast.js';
import { element, text, type Flow } from '../model/flow.js';
import type { Images } from './resources/edition-images.js';
import type { Slots } from './templates/text-slots.js';
import { hrefOf, type EbookSources } from './medium/ebook-elements.js';
import { pageRef } from './medium/print-elements.js';
import type { Targets } from './medium/link-targets.js';

/** How a medium leads to where a member is named. */
export interface MentionTerms {
  first(mentions: readonly Mention[]): Flow;
  all(mentions: readonly Mention[]): Flow;
}

/**
 * Groups in the order in which cast.yml first names them; members without a group keep together under an
 * empty name.
 */
export function castGroups(
  cast: readonly CastEntry[],
  order: { readonly terms: MentionTerms; readonly images: Images; readonly slots: Slots },
) {
  const names = [...new Set(cast.map((entry) => entry.member.group ?? ''))];
  return names.map((name) => ({
    name,
    entries: cast
      .filter((entry) => (entry.member.group ?? '') === name)
      .map((entry) => entryView(entry, order)),
  }));
}

function entryView(
  { member, anchor, mentions }: CastEntry,
  { terms, images, slots }: { readonly terms: MentionTerms; readonly images: Images; readonly slots: Slots },
) {
  return {
    id: anchor,
    name: member.name,
    playedBy: member.playedBy ?? null,
    role: member.role ?? null,
    note: member.note ?? null,
    portrait: member.portrait
      ? { src: images.href(member.portrait.image, member.at), alt: member.portrait.alt }
      : null,
    spoiler: member.spoiler,
    first: slots.put(terms.first(mentions)),
    mentions: slots.put(terms.all(mentions)),
  };
}

/** Print: page numbers, which the press fills in and merges to runs. */
export function printMentions(targets: Targets): MentionTerms {
  return {
    first: (mentions) => {
      const target = mentions[0] && targets.find(mentions[0].anchor);
      return target ? [pageRef(target)] : [];
    },
    all: (mentions) => {
      const anchors = mentions.map((one) => one.anchor).filter((anchor) => targets.find(anchor));
      return anchors.length === 0
        ? []
        : [element('span', { class: 'page-runs', 'data-targets': anchors.join(' ') }, [])];
    },
  };
}

/**
 * EPUB: each chapter once, leading to the first mention in it, and a figure for every further one: "Air (2,
 * 3); Fire".
 */
export function ebookMentions(sources: EbookSources): MentionTerms {
  const { targets } = sources;
  const link = (mention: Mention, said: string, attributes: Readonly<Record<string, string>> = {}): Flow => {
    const target = targets.find(mention.anchor);
    return target ? [element('a', { href: hrefOf(target, sources), ...attributes }, [text(said)])] : [];
  };
  const place = (chapter: readonly Mention[]): Flow => {
    const [first, ...further] = chapter;
    if (!first) return [];
    const title = targets.titleOf(first.chapter);
    // A screen reader that lists links should not have to say a bare "2".
    const figures = further.map((one, index) =>
      link(one, String(index + 2), { 'aria-label': `${title}, ${index + 2}` }),
    );
    const more = figures.length === 0 ? [] : [text(' ('), ...joined(figures, ', '), text(')')];
    return [element('span', { class: 'mention-place' }, [...link(first, title), ...more])];
  };
  return {
    first: (mentions) => (mentions[0] ? link(mentions[0], targets.titleOf(mentions[0].chapter)) : []),
    all: (mentions) =>
      joined([...byChapter(mentions.filter((one) => targets.find(one.anchor)))].map(place), '; '),
  };
}

function byChapter(mentions: readonly Mention[]): Iterable<readonly Mention[]> {
  const chapters = [...new Set(mentions.map((one) => one.chapter))];
  return chapters.map((chapter) => mentions.filter((one) => one.chapter === chapter));
}

function joined(flows: readonly Flow[], between: string): Flow {
  return flows.flatMap((flow, index) => (index === 0 ? flow : [text(between), ...flow]));
}
