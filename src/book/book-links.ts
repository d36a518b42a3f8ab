// Links inside the book: from what the author wrote to the anchor that is meant.
import { closest } from '../config/decode-text.js';
import type { NumberedChapter } from '../model/book.js';
import type { AnchorId } from '../model/cast.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { mapFlow, type ElementNode, type Flow } from '../model/flow.js';
import type { SourcePath } from '../model/source-span.js';
import type { Anchors } from './anchors.js';

/**
 * Resolves every fm-ref, as model/flow.ts says it is written, to an anchor of the book. A link that leads
 * nowhere loses its element and keeps its words (LINK-001, LINK-002).
 */
export function resolveLinks(
  chapters: readonly NumberedChapter[],
  anchors: Anchors,
): Outcome<readonly NumberedChapter[]> {
  const diagnostics: Finding[] = [];
  const linked = chapters.map((chapter) => {
    const resolve = (flow: Flow): Flow =>
      mapFlow(flow, (node) => {
        if (node.type === 'text' || node.tag !== 'fm-ref') return node;
        const found = find(node.attributes['target'] ?? '', { chapters, anchors });
        if (typeof found === 'string') return { ...node, attributes: { ...node.attributes, target: found } };
        diagnostics.push(broken(found, node, chapter));
        return node.children;
      });
    return {
      ...chapter,
      title: resolve(chapter.title),
      flow: resolve(chapter.flow),
      notes: chapter.notes.map((note) => ({ ...note, flow: resolve(note.flow) })),
      headings: chapter.headings.map((heading) => ({ ...heading, title: resolveQuietly(heading.title) })),
    };
  });
  return outcome(linked, diagnostics);
}

interface Surroundings {
  readonly chapters: readonly NumberedChapter[];
  readonly anchors: Anchors;
}

type Lost =
  | { readonly file: SourcePath; readonly like?: string | undefined }
  | { readonly anchor: string; readonly like?: string | undefined };

function find(target: string, around: Surroundings): AnchorId | Lost {
  const [path = '', anchor = ''] = split(target.replace(/^file:/, ''));
  const meant = around.chapters.filter((one) => one.at?.path === path);
  const first = meant[0];
  if (!first) return { file: path, like: closest(path, filesOf(around.chapters)) };
  return anchor === ''
    ? first.id
    : (findAnchor(anchor, meant, around) ?? { anchor, like: nearestAnchor(anchor, meant, around) });
}

/**
 * First in the chapters that are meant: an id, then a heading's slug; then in the whole book, a slug only if
 * one chapter alone has it.
 */
function findAnchor(
  anchor: string,
  meant: readonly NumberedChapter[],
  around: Surroundings,
): AnchorId | undefined {
  const holder = Object.hasOwn(around.anchors, anchor) ? around.anchors[anchor] : undefined;
  if (meant.some((one) => one.id === holder)) return anchor;
  const slugs = (chapters: readonly NumberedChapter[]): readonly AnchorId[] =>
    chapters.map((one) => `${one.id}--${anchor}`).filter((id) => Object.hasOwn(around.anchors, id));
  const here = slugs(meant)[0];
  if (here || holder) return here ?? anchor;
  const [only, another] = slugs(around.chapters);
  return another ? undefined : only;
}

function nearestAnchor(
  anchor: string,
  meant: readonly NumberedChapter[],
  around: Surroundings,
): string | undefined {
  const slugs = meant.flatMap((chapter) =>
    chapter.headings.map((one) => one.anchor.replace(`${chapter.id}--`, '')),
  );
  const given = Object.keys(around.anchors).filter((id) => !/^(m-|note-)/.test(id));
  return closest(anchor, [...slugs, ...given]);
}

function filesOf(chapters: readonly NumberedChapter[]): ReadonlySet<SourcePath> {
  return new Set(chapters.flatMap((one) => (one.at?.path.endsWith('.md') ? [one.at.path] : [])));
}

function split(target: string): readonly string[] {
  const at = target.indexOf('#');
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)];
}

function broken(lost: Lost, link: ElementNode, chapter: NumberedChapter): Finding {
  const at = link.at ?? chapter.at;
  const place = at && { at };
  const hint = lost.like !== undefined && { hint: `Did you mean "${lost.like}"?` };
  if ('file' in lost) {
    return finding('LINK-001', {
      message: `The link leads to "${lost.file}", which is no chapter of this book.`,
      ...place,
      ...hint,
    });
  }
  return finding('LINK-002', {
    message: `The link leads to "#${lost.anchor}", which is nowhere in the book.`,
    ...place,
    ...(hint || { hint: `Give the place it should lead to an id: {#${lost.anchor}}.` }),
  });
}

/** A heading's title is a copy of what stands in the flow: its links were judged there. */
function resolveQuietly(title: Flow): Flow {
  return mapFlow(title, (node) => (node.type === 'element' && node.tag === 'fm-ref' ? node.children : node));
}
