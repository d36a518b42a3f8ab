// Links inside the book: from what the author wrote to the anchor that is meant.
import { closest } from '../config/decode-text.js';
import type { NumberedChapter } from '../model/book.js';
import type { AnchorId } from '../model/cast.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { mapFlow, readLinkTarget, type ElementNode, type Flow } from '../model/flow.js';
import type { SourcePath } from '../model/source-span.js';
import type { Anchors } from './anchors.js';
import { fileFinder, type FindFile } from './link-files.js';
import { namesByFile, type FileNames, type NamedPlace, type WrittenIds } from './place-names.js';

/**
 * Resolves every fm-ref, as model/flow.ts says it is written, to an anchor of the book. A link that leads
 * nowhere loses its element and keeps its words (LINK-001, LINK-002, TEXT-008). BOOK-001 or LINK-004 where it
 * could lead to two places.
 */
export function resolveLinks(
  chapters: readonly NumberedChapter[],
  anchors: Anchors,
  written: WrittenIds = new Map(),
): Outcome<readonly NumberedChapter[]> {
  const diagnostics: Finding[] = [];
  const around = surroundings(chapters, anchors, written);
  const linked = chapters.map((chapter) => {
    const resolve = (flow: Flow): Flow =>
      mapFlow(flow, (node) => {
        if (node.type === 'text' || node.tag !== 'fm-ref') return node;
        const found = find(node, chapter, around);
        if ('lost' in found) {
          diagnostics.push(broken(found, node, chapter));
          return withoutLink(node);
        }
        if (found.or !== undefined) diagnostics.push(ambiguous(found, node, chapter));
        return { ...node, attributes: { ...node.attributes, target: found.anchor } };
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
  readonly anchors: Anchors;
  readonly names: ReadonlyMap<SourcePath, FileNames>;
  readonly files: readonly SourcePath[];
  readonly findFile: FindFile;
}

function surroundings(
  chapters: readonly NumberedChapter[],
  anchors: Anchors,
  written: WrittenIds,
): Surroundings {
  const names = namesByFile(chapters, written);
  const files = [...names.keys()].filter((file) => file !== '' && !/\.ya?ml$/i.test(file));
  return { anchors, names, files, findFile: fileFinder(chapters, files) };
}

type Found = NamedPlace & { readonly name: string; readonly kind: 'id' | 'name' };

interface Lost {
  readonly lost: 'file' | 'name';
  readonly wanted: string;
  /** The name most like it, or the places that it could mean. */
  readonly like?: string | undefined;
}

function find(node: ElementNode, chapter: NumberedChapter, around: Surroundings): Found | Lost {
  const { file: address, name } = readLinkTarget(node.attributes['target'] ?? '');
  const file = around.findFile(address, node.at?.path ?? chapter.at?.path);
  const names = file === undefined ? undefined : around.names.get(file);
  // A link from a text that is no file, such as a dedication in book.yml, names a place alone.
  if (!names && address !== (node.at?.path ?? chapter.at?.path))
    return { lost: 'file', wanted: address, like: closest(address, around.files) };
  if (name === '' && names) return { anchor: names.start, name, kind: 'name' };
  return (
    inFile(name, names) ??
    inBook(name, around) ?? { lost: 'name', wanted: name, like: nearest(name, names, around) }
  );
}

function inFile(name: string, names: FileNames | undefined): Found | undefined {
  const id = names?.id(name);
  const found = names?.find(name);
  // The id of a chapter gives way to a heading of that name in it.
  return found && { ...found, name, kind: id?.anchor === found.anchor ? 'id' : 'name' };
}

/** An id anywhere in the book; then a heading's name, if one place alone has it. */
function inBook(name: string, { anchors, names }: Surroundings): Found | undefined {
  const files = [...names.values()];
  const [id, or] = distinct(files.flatMap((one) => one.id(name)?.anchor ?? []));
  if (id !== undefined) return { anchor: id, ...(or !== undefined && { or }), name, kind: 'id' };
  if (Object.hasOwn(anchors, name)) return { anchor: name, name, kind: 'id' };
  const [only, another] = distinct(files.flatMap((one) => one.find(name)?.anchor ?? []));
  return only === undefined || another !== undefined ? undefined : { anchor: only, name, kind: 'name' };
}

function distinct(anchors: readonly AnchorId[]): readonly AnchorId[] {
  return [...new Set(anchors)];
}

function nearest(name: string, names: FileNames | undefined, { anchors }: Surroundings): string | undefined {
  const given = Object.keys(anchors).filter((id) => !/^(m-|note-)/.test(id));
  return closest(name, [...(names?.all ?? []), ...given]);
}

/** The words of a link; where other links lead to it, its id stays too. */
function withoutLink(node: ElementNode): ElementNode | Flow {
  const { id } = node.attributes;
  return id === undefined ? node.children : { ...node, tag: 'span', attributes: { id } };
}

function broken({ lost, wanted, like }: Lost, link: ElementNode, chapter: NumberedChapter): Finding {
  const at = link.at ?? chapter.at;
  const place = at && { at };
  const hint = like !== undefined && { hint: `Did you mean "${like}"?` };
  if (lost === 'name') {
    return finding('LINK-002', {
      message: `The link leads to "#${wanted}", which is nowhere in the book. Its words stay.`,
      ...place,
      ...(hint || { hint: `Give the place it should lead to an id: {#${wanted}}.` }),
    });
  }
  const message = `The link leads to "${wanted}", which is no chapter of this book. Its words stay.`;
  if (!wanted.startsWith('/')) return finding('LINK-001', { message, ...place, ...hint });
  // The same code as for other addresses that begin at a root; here nothing is at risk.
  return {
    ...finding('TEXT-008', {
      message,
      ...place,
      hint: `Link to the whole address (https://example.org${wanted}), or to a chapter (02-name.md).`,
    }),
    severity: 'warning',
  };
}

function ambiguous({ name, kind }: Found, link: ElementNode, chapter: NumberedChapter): Finding {
  const at = link.at ?? chapter.at;
  if (kind === 'id') {
    return finding('BOOK-001', {
      message: `The id "${name}" is used twice, and this link leads to the first place.`,
      ...(at && { at }),
      hint: 'Give one of the two places another id.',
    });
  }
  return finding('LINK-004', {
    message: `Two headings answer to "#${name}". The link leads to the one that has this name on GitHub.`,
    ...(at && { at }),
    hint: 'Give the heading that it should lead to an id of its own: {#name}.',
  });
}

/** A heading's title is a copy of what stands in the flow: its links were judged there. */
function resolveQuietly(title: Flow): Flow {
  return mapFlow(title, (node) => (node.type === 'element' && node.tag === 'fm-ref' ? node.children : node));
}
