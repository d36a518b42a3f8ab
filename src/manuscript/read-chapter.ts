// Chapters from what was read: a file is one chapter, or several where it is cut at headings.
import { closest } from '../config/decode-text.js';
import {
  CHAPTER_KINDS,
  GENERATED_KINDS,
  type Chapter,
  type ChapterKind,
  type ChapterRole,
  type Note,
  type Figure,
} from '../model/book.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import {
  elementsOf,
  mapFlow,
  textOf,
  type ElementNode,
  type Flow,
  hasClass,
  type FlowNode,
} from '../model/flow.js';
import type { Span } from '../model/source-span.js';
import { nameBlocks } from './text-blocks.js';
import type { ParsedFragment } from './parse-fragment.js';
import { nameHeadings } from './headings.js';

/** What is known of a chapter before its text is worked through. */
export interface ChapterFacts {
  readonly id: string;
  readonly role: ChapterRole;
  readonly kind: ChapterKind;
  readonly title: Flow;
  readonly flow: Flow;
  readonly notes: ParsedFragment['notes'];
  /** The level of the chapter's title in its file. */
  readonly depth: number;
  readonly at: Span;
  readonly shortTitle?: string;
  readonly author?: string;
  readonly numbered?: boolean;
  readonly listed?: boolean;
  readonly language?: string;
  readonly classes: readonly string[];
  readonly part?: string;
  readonly joined?: NonNullable<Chapter['joined']>;
}

/**
 * Names everything in a chapter: notes, headings, images, blocks. Mentions come later, for the book as a
 * whole.
 */
export function makeChapter(facts: ChapterFacts): Outcome<Chapter> {
  const { id, depth, notes: called, ...rest } = facts;
  const headings = nameHeadings(facts.flow, { id, depth });
  const figures = nameFigures(headings.value.flow, id);
  const numbered = numberNotes(figures.value.flow, { chapter: id, notes: called });
  const notes = numbered.notes.map((note) => {
    const inside = nameFigures(note.flow, note.id);
    return { note: { ...note, flow: nameBlocks(inside.value.flow, note.id) }, inside };
  });
  const chapter: Chapter = {
    ...rest,
    id,
    title: mapFlow(facts.title, (node) => (node.type === 'element' && node.tag === 'fm-note' ? [] : node)),
    flow: nameBlocks(numbered.flow, id),
    numbered: facts.numbered ?? isNumbered(facts),
    listed: facts.listed ?? isListed(facts.kind),
    notes: notes.map(({ note }) => note),
    headings: headings.value.headings,
    figures: [...figures.value.figures, ...notes.flatMap(({ inside }) => inside.value.figures)],
    mentions: [],
  };
  return outcome(chapter, [
    ...headings.diagnostics,
    ...figures.diagnostics,
    ...notes.flatMap(({ inside }) => inside.diagnostics),
    ...notes.flatMap(({ note }) => callOfItself(note)),
    ...notesInTitle(facts),
  ]);
}

/** A section that a template makes. */
export function generatedChapter(section: { id: string; role: ChapterRole; kind: ChapterKind }): Chapter {
  return {
    ...section,
    title: [],
    numbered: false,
    listed: isListed(section.kind),
    classes: [],
    flow: [],
    notes: [],
    headings: [],
    figures: [],
    mentions: [],
  };
}

/**
 * What the attributes of a chapter's heading say: `{role=prologue}` or `{.prologue}`, `{.unnumbered}`,
 * `{.unlisted}`.
 */
export function headingFacts(heading: ElementNode | undefined): Outcome<
  Partial<Pick<ChapterFacts, 'id' | 'kind' | 'numbered' | 'listed' | 'language'>> & {
    classes: readonly string[];
  }
> {
  const { class: written = '', id, lang, role } = heading?.attributes ?? {};
  const words = written.split(/\s+/).filter(Boolean);
  const kind = [...(role === undefined ? [] : [role]), ...words].find(isWrittenKind);
  const classes = words.filter(
    (word) => word !== 'unnumbered' && word !== 'unlisted' && !isWrittenKind(word),
  );
  const value = {
    ...(id !== undefined && { id }),
    ...(lang !== undefined && { language: lang }),
    ...(kind !== undefined && { kind }),
    ...(words.includes('unnumbered') && { numbered: false }),
    ...(words.includes('unlisted') && { listed: false }),
    classes,
  };
  return outcome(
    value,
    role !== undefined && heading && !isWrittenKind(role) ? [unknownKind(role, heading)] : [],
  );
}

function isNumbered({ kind, role }: ChapterFacts): boolean {
  return role === 'body' && (kind === 'chapter' || kind === 'part');
}

const UNLISTED: ReadonlySet<ChapterKind> = new Set<ChapterKind>([
  'dedication',
  'epigraph',
  'cover',
  'blank',
  'half-title',
  'title-page',
  'copyright',
  'contents',
  'frontispiece',
  'plate',
  'back-cover',
]);

function isListed(kind: ChapterKind): boolean {
  return !UNLISTED.has(kind);
}

function isWrittenKind(word: string): word is ChapterKind {
  return Object.hasOwn(CHAPTER_KINDS, word) && !(GENERATED_KINDS as readonly string[]).includes(word);
}

function notesInTitle(facts: ChapterFacts): readonly Finding[] {
  const call = elementsOf(facts.title).find((node) => node.tag === 'fm-note');
  if (!call) return [];
  return [
    finding('TEXT-015', {
      message: `The title "${textOf(facts.title)}" calls a note.`,
      at: call.at ?? facts.at,
      hint: 'Call the note from the first paragraph.',
    }),
  ];
}

function callOfItself({ id, flow, at }: Note): readonly Finding[] {
  const call = elementsOf(flow).find(({ tag, attributes }) => tag === 'fm-note' && attributes['ref'] === id);
  if (!call) return [];
  return [
    finding('TEXT-022', {
      message: `A note calls itself: "${textOf(flow).trim()}"`,
      at: call.at ?? at,
      hint: 'Delete the mark [^…] that stands in the note.',
    }),
  ];
}

function unknownKind(role: string, heading: ElementNode): Finding {
  const kinds = Object.keys(CHAPTER_KINDS).filter(isWrittenKind);
  const near = closest(role, kinds);
  return finding('TEXT-002', {
    message: `"${role}" is not a kind of chapter.`,
    ...(heading.at && { at: heading.at }),
    hint: near === undefined ? `The kinds are ${kinds.join(', ')}.` : `Did you mean "${near}"?`,
  });
}

// The notes of a chapter: those that it calls, numbered in the order of the calls.

/**
 * Numbers the notes from 1 and names them `note-<chapter>-<n>`. A note that another note calls follows those
 * that the text calls; a note that two chapters of one file call stands in both. Calls of a note after its
 * first are counted: the note stands at the first.
 */
function numberNotes(
  flow: Flow,
  from: { chapter: string; notes: ParsedFragment['notes'] },
): { flow: Flow; notes: readonly Note[] } {
  // From the place in the file's list to the number in this chapter.
  const numbers = new Map<number, number>();
  const calls = new Map<number, number>();
  const named = (inner: Flow): Flow =>
    mapFlow(inner, (node) => {
      if (node.type === 'text' || node.tag !== 'fm-note') return node;
      const index = Number(node.attributes['ref']);
      const number = numbers.get(index) ?? numbers.size + 1;
      numbers.set(index, number);
      const call = (calls.get(index) ?? 0) + 1;
      calls.set(index, call);
      return {
        ...node,
        attributes: {
          ...node.attributes,
          ref: noteId(from.chapter, number),
          ...(call > 1 && { call: String(call) }),
        },
      };
    });
  const body = named(flow);
  const notes: Note[] = [];
  // The map grows while notes that call notes are read, and is walked to its end all the same.
  for (const [index, number] of numbers) {
    const note = from.notes[index];
    if (note) notes.push({ id: noteId(from.chapter, number), number, flow: named(note.flow), at: note.at });
  }
  return { flow: body, notes };
}

function noteId(chapter: string, number: number): string {
  return `note-${chapter}-${number}`;
}

// The images of a chapter, each with an anchor; figures take it, images among words carry it themselves.

interface Figures {
  readonly flow: Flow;
  readonly figures: readonly Figure[];
}

/**
 * Anchors are the author's ids, or `<owner>--image-<n>`. Finding: TEXT-020 an image without a description.
 */
function nameFigures(flow: Flow, owner: string): Outcome<Figures> {
  const figures: Figure[] = [];
  const diagnostics: Finding[] = [];
  let count = 0;
  const enter = (image: ElementNode, holder: ElementNode): ElementNode => {
    const anchor = holder.attributes['id'] ?? `${owner}--image-${++count}`;
    const alt = image.attributes['alt'] ?? '';
    const decorative = hasClass(image, 'decorative') || hasClass(holder, 'decorative');
    if (alt.trim() === '' && !decorative) diagnostics.push(withoutDescription(image));
    if (image.at) figures.push({ anchor, image: image.attributes['src'] ?? '', alt, at: image.at });
    return { ...holder, attributes: { ...holder.attributes, id: anchor } };
  };
  // Top down: a figure must be met before the image in it.
  const walk = (node: FlowNode): FlowNode => {
    if (node.type === 'text') return node;
    const image = node.tag === 'figure' ? node.children.find(isImage) : undefined;
    if (image) return withRest(enter(image, node), image, walk);
    return isImage(node) ? withAlt(enter(node, node)) : { ...node, children: node.children.map(walk) };
  };
  return outcome({ flow: flow.map(walk), figures }, diagnostics);
}

function withRest(figure: ElementNode, image: ElementNode, walk: (node: FlowNode) => FlowNode): ElementNode {
  return {
    ...figure,
    children: figure.children.map((child) => (child === image ? withAlt(image) : walk(child))),
  };
}

function withAlt(image: ElementNode): ElementNode {
  return { ...image, attributes: { alt: '', ...image.attributes } };
}

function isImage(node: FlowNode): node is ElementNode & { readonly tag: 'img' } {
  return node.type === 'element' && node.tag === 'img';
}

function withoutDescription(image: ElementNode): Finding {
  return finding('TEXT-020', {
    message: `The image "${image.attributes['src'] ?? ''}" has no description.`,
    ...(image.at && { at: image.at }),
    hint:
      'Say in the square brackets what it shows, or give it the class "decorative" when it shows ' +
      'nothing that matters: {.decorative}.',
  });
}
