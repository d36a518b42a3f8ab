// Each id once in the book: an id that another place has, or that Foldmark gives itself, gets a number.
import type { NumberedChapter } from '../model/book.js';
import type { AnchorId, CastMember } from '../model/cast.js';
import { elementsOf, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';
import { castAnchor } from './anchors.js';
import type { WrittenIds } from './place-names.js';

/** Names that editions give to markers of pages, to the calls of notes, and to a store's own boxes. */
const MADE_LATER = /^(?:page-(?:\d+|[ivxlcdm]+)(?:-\d+)?|call-note-.*|kobo\..*|book-columns|book-inner)$/;

/**
 * The chapters with every id once. Ids of chapters, notes and cast members stay; of other places the first
 * keeps its id, and the second `storm` becomes `storm-2`. An id that editions give later becomes
 * `own-page-1`. `written` says what links call it.
 */
export function uniqueIds(
  chapters: readonly NumberedChapter[],
  cast: readonly CastMember[],
): { readonly chapters: readonly NumberedChapter[]; readonly written: WrittenIds } {
  const taken = new Set<AnchorId>(chapters.flatMap((chapter) => fixedIds(chapter, cast)));
  const wished = new Set(chapters.flatMap((chapter) => flowsOf(chapter).flatMap(idsOf)));
  const written = new Map<AnchorId, string>();
  const take = (id: string): AnchorId => {
    const plain = MADE_LATER.test(id) ? `own-${id}` : id;
    let free = plain;
    for (let count = 2; taken.has(free) || (free !== id && wished.has(free)); count++)
      free = `${plain}-${count}`;
    taken.add(free);
    if (free !== id) written.set(free, id);
    return free;
  };
  const settled = chapters.map((chapter) => renamed(chapter, take));
  return { chapters: written.size === 0 ? chapters : settled, written };
}

function fixedIds(chapter: NumberedChapter, cast: readonly CastMember[]): readonly AnchorId[] {
  const mentions = flowsOf(chapter)
    .flatMap(elementsOf)
    .flatMap(({ tag, attributes: { id } }) => (tag === 'fm-mention' && id !== undefined ? [id] : []));
  return [
    chapter.id,
    ...chapter.notes.flatMap(({ id }) => [id, `call-${id}`]),
    ...(chapter.kind === 'cast' ? cast.map(castAnchor) : []),
    ...mentions,
  ];
}

function flowsOf(chapter: NumberedChapter): readonly Flow[] {
  return [chapter.title, chapter.flow, ...chapter.notes.map(({ flow }) => flow)];
}

function idsOf(flow: Flow): readonly string[] {
  return elementsOf(flow).flatMap(({ attributes: { id } }) => id ?? []);
}

function renamed(chapter: NumberedChapter, take: (id: string) => AnchorId): NumberedChapter {
  const headings = [...chapter.headings];
  const figures = [...chapter.figures];
  let heading = 0;
  const move = (node: ElementNode, id: AnchorId): void => {
    const figure = figures.findIndex(
      (one) => one.anchor === node.attributes['id'] && holds(node, one.at.line, one.image),
    );
    const old = figures[figure];
    if (old) figures[figure] = { ...old, anchor: id };
  };
  const walk = (node: FlowNode): FlowNode => {
    if (node.type === 'text' || node.tag === 'fm-mention') return node;
    const { id } = node.attributes;
    const mine = id === undefined ? undefined : take(id);
    if (/^h[2-6]$/.test(node.tag) && headings[heading]?.anchor === id) {
      const old = headings[heading];
      if (old && mine !== undefined) headings[heading] = { ...old, anchor: mine };
      heading += 1;
    }
    if (mine !== undefined && mine !== id) move(node, mine);
    const attributes = mine === undefined ? node.attributes : { ...node.attributes, id: mine };
    return { ...node, attributes, children: node.children.map(walk) };
  };
  return {
    ...chapter,
    title: chapter.title.map(walk),
    flow: chapter.flow.map(walk),
    notes: chapter.notes.map((note) => ({ ...note, flow: note.flow.map(walk) })),
    headings,
    figures,
  };
}

/** Whether an element is the image of that place, or a figure around it. */
function holds(node: ElementNode, line: number, src: string): boolean {
  return elementsOf([node]).some(
    ({ tag, attributes, at }) => tag === 'img' && attributes['src'] === src && at?.line === line,
  );
}
