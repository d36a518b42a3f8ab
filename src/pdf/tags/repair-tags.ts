// Mends the reading structure that the browser made: what it cannot know or does not say (PDF 32000-1, 14.8;
// ISO 14289-1, 7). Pure: one tree in, another out.
import { LABEL_PREFIX } from '../../model/structure-label.js';
import type { TagElement, TagKid, TagMark } from './structure-tree.js';

export interface TagRepair {
  /** Whether marked content says something: holds letters. Backgrounds and rules do not. */
  readonly speaks: (mark: TagMark) => boolean;
  /** What a link inside the book goes to, by its annotation. */
  readonly targetOf: (kid: TagKid) => string | undefined;
}

/** The tree as a reader is to get it. */
export function repairTags(top: TagElement, mending: TagRepair): TagElement {
  const said = named(top);
  const seen = { ...said, kids: said.kids.flatMap((kid) => spoken(kid, mending)) };
  const notes = new Map<string, TagElement>();
  const without = takeNotes(seen, notes);
  const whole = { ...without, kids: joined(without.kids) };
  const placed = new Set<string>();
  const called = callNotes(whole, { notes, placed, mending });
  const left = [...notes.values()].filter(({ anchor = '' }) => !placed.has(anchor));
  return grouped({ ...called, kids: [...called.kids, ...left] });
}

/** Names of PDF 2.0, and what they are called in a file of 1.7. */
const OLDER: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
  Aside: 'Sect',
  FENote: 'Note',
};

/** Takes the labels of in-page/tell.ts for what they say. */
function named(element: TagElement): TagElement {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? named(kid) : kid));
  const [word, role = 'NonStruct', piece, anchor] = (element.alt ?? '').split(' ');
  if (word !== LABEL_PREFIX) return { ...element, role: OLDER[element.role] ?? element.role, kids };
  const { alt: _, ...plain } = element;
  return {
    ...plain,
    role,
    kids,
    ...(piece ? { piece: `${role} ${piece}` } : {}),
    ...(anchor ? { anchor } : {}),
  };
}

/**
 * Leaves out what says nothing: marks without letters outside of figures, figures without a description,
 * empty elements.
 */
function spoken(kid: TagKid, mending: TagRepair): readonly TagKid[] {
  if (kid.kind === 'object') return [kid];
  if (kid.kind === 'mark') return mending.speaks(kid) ? [kid] : [];
  if (kid.role === 'Figure') {
    const figure = kid.kids.some((one) => holds(one, 'Figure'));
    if (!figure) return kid.alt === undefined || kid.alt === '' ? [] : [kid];
    // An element `figure` around a picture: the picture has the description, and its caption is read besides.
    return [{ ...kid, role: 'Div', alt: undefined, kids: kid.kids.flatMap((one) => spoken(one, mending)) }];
  }
  const kids = kid.kids.flatMap((one) => spoken(one, mending));
  const isCell = kid.role === 'TD' || kid.role === 'TH';
  return kids.length === 0 && !isCell ? [] : [{ ...kid, kids }];
}

function holds(kid: TagKid, role: string): boolean {
  return kid.kind === 'element' && (kid.role === role || kid.kids.some((one) => holds(one, role)));
}

/** Notes stand at the foot of pages; their pieces are gathered by name. */
function takeNotes(element: TagElement, notes: Map<string, TagElement>): TagElement {
  const kids = element.kids.flatMap((kid): readonly TagKid[] => {
    if (kid.kind !== 'element') return [kid];
    const inner = takeNotes(kid, notes);
    if (inner.role !== 'Note' || inner.piece === undefined) return [inner];
    const before = notes.get(inner.piece);
    notes.set(
      inner.piece,
      before ? { ...before, kids: [...before.kids, ...inner.kids] } : { ...inner, id: inner.piece },
    );
    return [];
  });
  return {
    ...element,
    kids: kids.filter(
      (kid) => kid.kind !== 'element' || kid.kids.length > 0 || kid.role === 'TD' || kid.role === 'TH',
    ),
  };
}

/** Wrappers that say nothing dissolve; pieces of one element that follow one another become one. */
function joined(kids: readonly TagKid[]): readonly TagKid[] {
  const whole: TagKid[] = [];
  for (const kid of kids.flatMap(dissolved)) {
    const last = whole.at(-1);
    if (
      kid.kind === 'element' &&
      last?.kind === 'element' &&
      kid.piece !== undefined &&
      kid.piece === last.piece
    ) {
      whole[whole.length - 1] = { ...last, kids: [...last.kids, ...kid.kids] };
    } else whole.push(kid);
  }
  return whole.map((kid) => (kid.kind === 'element' ? { ...kid, kids: joined(kid.kids) } : kid));
}

/**
 * What holds text of its own stays, for the time being, so that two texts beside one another are not taken
 * for one.
 */
function dissolved(kid: TagKid): readonly TagKid[] {
  if (kid.kind !== 'element' || kid.role !== 'NonStruct' || kid.lang) return [kid];
  return kid.kids.every((one) => one.kind === 'element' && !isInline(one)) || kid.kids.length === 1
    ? kid.kids.flatMap(dissolved)
    : [kid];
}

interface Calling {
  readonly notes: ReadonlyMap<string, TagElement>;
  readonly placed: Set<string>;
  readonly mending: TagRepair;
}

/** A note is read where it is called: the call becomes a Reference, the note follows it. */
function callNotes(element: TagElement, calling: Calling): TagElement {
  const { notes, placed, mending } = calling;
  const byAnchor = new Map(
    [...notes.values()].flatMap((note) => (note.anchor === undefined ? [] : [[note.anchor, note] as const])),
  );
  const walk = (kid: TagKid): readonly TagKid[] => {
    if (kid.kind !== 'element') return [kid];
    const inner = { ...kid, kids: kid.kids.flatMap(walk) };
    const target =
      inner.role === 'Link'
        ? inner.kids.map((one) => mending.targetOf(one)).find((one) => one !== undefined)
        : undefined;
    const note = target === undefined ? undefined : byAnchor.get(target);
    if (!note || target === undefined) return [inner];
    const reference: TagElement = { kind: 'element', role: 'Reference', kids: [inner] };
    if (placed.has(target)) return [reference];
    placed.add(target);
    return [reference, { ...note, kids: joined(note.kids) }];
  };
  return { ...element, kids: element.kids.flatMap(walk) };
}

const GROUPS = new Set(['Document', 'Sect', 'Div', 'BlockQuote', 'Art']);
const INLINE = new Set(['Span', 'Link', 'Reference', 'Note', 'Code', 'Quote', 'NonStruct', 'Lbl']);

function isInline(kid: TagKid): boolean {
  return kid.kind !== 'element' || (INLINE.has(kid.role) && kid.kids.every(isInline));
}

/**
 * Text that stands in a group without a paragraph gets one; what is in a list item besides its mark is its
 * body.
 */
function grouped(element: TagElement): TagElement {
  const kids = element.kids.map((kid) => (kid.kind === 'element' ? grouped(kid) : kid));
  if (GROUPS.has(element.role))
    return { ...element, kids: kids.flatMap((kid, index) => paragraphs(kid, { index, kids })) };
  const flat = kids
    .flatMap((kid) => (kid.kind === 'element' && kid.role === 'NonStruct' && !kid.lang ? kid.kids : [kid]))
    .map((kid) => (kid.kind === 'element' && kid.role === 'NonStruct' ? { ...kid, role: 'Span' } : kid));
  if (element.role !== 'LI') return { ...element, kids: flat };
  const [labels, body] = [
    flat.filter((kid) => kid.kind === 'element' && kid.role === 'Lbl'),
    flat.filter((kid) => kid.kind !== 'element' || kid.role !== 'Lbl'),
  ];
  return {
    ...element,
    kids: body.length === 0 ? labels : [...labels, { kind: 'element', role: 'LBody', kids: body }],
  };
}

/** Text directly in a group: pieces that follow one another make one paragraph, a wrapper makes its own. */
function paragraphs(
  kid: TagKid,
  { index, kids }: { index: number; kids: readonly TagKid[] },
): readonly TagKid[] {
  if (kid.kind === 'element' && kid.role === 'NonStruct')
    return kid.kids.every(isInline) ? [{ ...kid, role: 'P' }] : grouped({ ...kid, role: 'Div' }).kids;
  if (!isInline(kid)) return [kid];
  const loose = (one: TagKid | undefined): boolean =>
    one !== undefined && isInline(one) && !(one.kind === 'element' && one.role === 'NonStruct');
  if (index > 0 && loose(kids[index - 1])) return []; // it went with the first of its run
  const end = kids.findIndex((one, at) => at > index && !loose(one));
  return [{ kind: 'element', role: 'P', kids: kids.slice(index, end === -1 ? undefined : end) }];
}
