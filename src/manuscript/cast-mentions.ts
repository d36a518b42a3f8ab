// Mentions of cast members: marked ones get their words, names are found where the book asks for it, and all
// get anchors.
import { closest } from '../config/decode-text.js';
import type { Chapter } from '../model/book.js';
import type { CastMember, Mention } from '../model/cast.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { elementsOf, mapFlow, text, type ElementNode, type Flow } from '../model/flow.js';
import { nameFinder } from './cast-names.js';

/**
 * Settles the mentions of all chapters, in reading order, anchors `m-<cast>-<n>`; a note is read where it is
 * first called. Findings: CAST-001 an unknown id (its words stay), CAST-002 a name of several members.
 */
export function settleMentions(
  chapters: readonly Chapter[],
  from: { cast: readonly CastMember[]; find: 'marked' | 'names' },
): Outcome<readonly Chapter[]> {
  const finder = from.find === 'names' ? nameFinder(from.cast) : outcome((flow: Flow) => flow);
  const diagnostics: Finding[] = [...finder.diagnostics];
  const settle = (flow: Flow): Flow => {
    const marked = wordMentions(flow, from.cast);
    diagnostics.push(...marked.diagnostics);
    return finder.value(marked.value);
  };
  const anchor = anchors();
  const settled = chapters.map((chapter) => {
    const title = wordMentions(chapter.title, from.cast);
    diagnostics.push(...title.diagnostics);
    return anchorChapter(
      {
        ...chapter,
        title: title.value,
        flow: settle(chapter.flow),
        notes: chapter.notes.map((note) => ({ ...note, flow: settle(note.flow) })),
        headings: chapter.headings.map((heading) => ({
          ...heading,
          title: withoutMentions(wordMentions(heading.title, from.cast).value),
        })),
      },
      anchor,
    );
  });
  return outcome(settled, diagnostics);
}

/** A mention without words of its own gets the member's name. */
function wordMentions(flow: Flow, cast: readonly CastMember[]): Outcome<Flow> {
  const diagnostics: Finding[] = [];
  const worded = mapFlow(flow, (node) => {
    if (node.type === 'text' || node.tag !== 'fm-mention') return node;
    const id = node.attributes['cast'] ?? '';
    const member = cast.find((one) => one.id === id);
    if (!member) diagnostics.push(unknown(id, { node, cast }));
    const words = node.children.length > 0 ? node.children : [text(member?.name ?? id)];
    return member ? { ...node, children: words } : words;
  });
  return outcome(worded, diagnostics);
}

type Anchor = (cast: string) => string;

function anchors(): Anchor {
  const counts = new Map<string, number>();
  return (cast) => {
    const count = (counts.get(cast) ?? 0) + 1;
    counts.set(cast, count);
    return `m-${cast}-${count}`;
  };
}

function anchorChapter(chapter: Chapter, anchor: Anchor): Chapter {
  const mentions: Mention[] = titleMentions(chapter);
  const notes = new Map<string, Flow>();
  const walk = (flow: Flow): Flow =>
    mapFlow(flow, (node) => {
      if (node.type === 'text') return node;
      const note =
        node.tag === 'fm-note' ? chapter.notes.find((one) => one.id === node.attributes['ref']) : undefined;
      if (note && !notes.has(note.id)) {
        notes.set(note.id, []);
        notes.set(note.id, walk(note.flow));
      }
      return node.tag === 'fm-mention' ? anchored(node, mentions) : node;
    });
  const anchored = (node: ElementNode, into: Mention[]): ElementNode => {
    const cast = node.attributes['cast'] ?? '';
    const id = anchor(cast);
    if (node.at) into.push({ cast, anchor: id, chapter: chapter.id, at: node.at });
    return { ...node, attributes: { ...node.attributes, id } };
  };
  const flow = walk(chapter.flow);
  return {
    ...chapter,
    title: withoutMentions(chapter.title),
    flow,
    notes: chapter.notes.map((note) => ({ ...note, flow: notes.get(note.id) ?? note.flow })),
    mentions,
  };
}

/** A title is repeated in many places, so a mention in it is anchored at the chapter itself. */
function titleMentions(chapter: Chapter): Mention[] {
  return elementsOf(chapter.title).flatMap((node) => {
    const cast = node.attributes['cast'];
    return node.tag === 'fm-mention' && cast !== undefined && node.at
      ? [{ cast, anchor: chapter.id, chapter: chapter.id, at: node.at }]
      : [];
  });
}

function withoutMentions(flow: Flow): Flow {
  return mapFlow(flow, (node) =>
    node.type === 'element' && node.tag === 'fm-mention' ? node.children : node,
  );
}

function unknown(id: string, from: { node: ElementNode; cast: readonly CastMember[] }): Finding {
  const near = closest(
    id,
    from.cast.map((member) => member.id),
  );
  const hint =
    near === undefined
      ? `Add a member with the id "${id}" to the cast file, or correct the mention.`
      : `Did you mean "${near}"?`;
  return finding('CAST-001', {
    message: `No cast member is called "${id}".`,
    ...(from.node.at && { at: from.node.at }),
    hint,
  });
}
