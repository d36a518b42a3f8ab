// One part of an edition: its template filled in, said in the medium's terms.
import { finding, type Finding } from '../model/finding.js';
import { GENERATED_KINDS, type Book, type Note, type NumberedChapter } from '../model/book.js';
import { element, elementsOf, mapFlow, text, type ElementNode, type Flow, textOf } from '../model/flow.js';
import { ELSEWHERE } from '../manuscript/resolve-addresses.js';
import { castGroups, type MentionTerms } from './cast-appendix.js';
import { joinCjkLines } from './cjk-lines.js';
import type { Faces } from './resources/theme-fonts.js';
import type { Images } from './resources/edition-images.js';
import { wholeSize, type ImageSizes } from './resources/image-sizes.js';
import type { Context } from './templates/template-errors.js';
import type { Templates } from './templates/open-templates.js';
import { separateCalls } from './medium/note-commas.js';
import { translateElements, type ElementTerms } from './medium/translate-elements.js';
import type { Targets } from './medium/link-targets.js';
import { contentsView, partView } from './template-views.js';
import type { Words } from './book-words.js';

/** What all sections of an edition share. */
export interface SectionTools {
  readonly book: Book;
  readonly chapters: readonly NumberedChapter[];
  readonly words: Words;
  readonly targets: Targets;
  readonly templates: Templates;
  readonly images: Images;
  readonly sizes: ImageSizes;
  readonly faces: Faces;
  readonly bookView: Context;
  readonly report: (found: Finding) => void;
}

/** The medium's way, made for one part. */
export interface SectionRenderer {
  readonly terms: ElementTerms;
  readonly mentions: MentionTerms;
  /** Where the part has a template other than its kind's, and what that one is given besides. */
  readonly template?: string;
  readonly given?: Context;
  /** The last hand on the section: notes at its end, semantics, hyphens. */
  finish(section: ElementNode, chapter: NumberedChapter, given: Context): ElementNode;
}

/** The finished section: one root element, real XHTML names only. */
export function composeSection(
  chapter: NumberedChapter,
  tools: SectionTools,
  sectionRenderer: SectionRenderer,
): ElementNode {
  const { templates, images } = tools;
  const part = partView(
    { ...chapter, title: prepared(chapter.title, chapter, tools) },
    { ...tools, slots: templates.slots },
  );
  const given = { book: tools.bookView, part };
  const name = sectionRenderer.template ?? templateName(chapter, tools);
  const written = templates.render(name, {
    ...given,
    ...specialsOf(chapter, tools, sectionRenderer),
    ...sectionRenderer.given,
  });
  const root = singleRoot(written, chapter, { ...tools, path: templates.pathOf(name) });
  const [section] = separateCalls(
    translateElements([settled(root, images, templates.pathOf(name))], sectionRenderer.terms),
  );
  return sectionRenderer.finish(section as ElementNode, chapter, given);
}

/** A text of the manuscript with its figures, breaks and images in place, its own elements still unsaid. */
export function prepared(flow: Flow, chapter: NumberedChapter, tools: SectionTools): Flow {
  const bare = { id: chapter.id, kind: chapter.kind };
  return prepareText(joinCjkLines(flow), {
    templates: tools.templates,
    images: tools.images,
    sizes: tools.sizes,
    given: { book: tools.bookView, part: bare },
  });
}

function specialsOf(chapter: NumberedChapter, tools: SectionTools, { mentions }: SectionRenderer): Context {
  const { book, templates, images, targets } = tools;
  const { slots } = templates;
  if (chapter.kind === 'contents')
    return { entries: contentsView(book.outline, { slots, targets, here: chapter.id }) };
  if (chapter.kind === 'cast') return { groups: castGroups(book.cast, { terms: mentions, images, slots }) };
  const flow =
    chapter.kind === 'dedication' && chapter.flow.length === 0 ? (book.dedication ?? []) : chapter.flow;
  return { body: slots.put(prepared(flow, chapter, tools)) };
}

const GENERATED: ReadonlySet<string> = new Set(GENERATED_KINDS);

/** A kind's own template; a text without one is set as a chapter. */
function templateName({ kind, at }: NumberedChapter, { templates, report }: SectionTools): string {
  if (templates.has(kind)) return kind;
  if (!GENERATED.has(kind) && templates.has('chapter')) return 'chapter';
  report(
    finding('TPL-004', {
      message: `There is no template for a section of the kind "${kind}".`,
      ...(at && { at }),
      hint: `Put a template ${kind}.hbs into the book's templates/ folder.`,
    }),
  );
  return kind;
}

/**
 * A template that made nothing was reported already; one that made several things is reported here and kept
 * whole.
 */
function singleRoot(
  written: Flow,
  chapter: NumberedChapter,
  { path, report }: Pick<SectionTools, 'report'> & { readonly path: string },
): ElementNode {
  const roots = written.filter((node) => node.type === 'element' || node.value.trim() !== '');
  const [only] = roots;
  if (roots.length > 1) {
    report(
      finding('TPL-006', {
        message: `The template makes ${roots.length} root elements instead of one section.`,
        at: { path, line: 1 },
        hint: 'Put everything inside one <section>.',
      }),
    );
  }
  const root =
    roots.length === 1 && only?.type === 'element'
      ? only
      : element('section', { class: `section ${chapter.kind}` }, roots);
  return {
    ...root,
    attributes: { id: chapter.id, ...root.attributes, ...(chapter.language && { lang: chapter.language }) },
  };
}

/** Images that a template named plainly get their names of this edition. */
function settled(root: ElementNode, images: Images, path: string): ElementNode {
  if (!elementsOf([root]).some((one) => one.tag === 'img')) return root;
  const [changed] = mapFlow([root], (node) => {
    if (node.type === 'text' || node.tag !== 'img') return node;
    const src = images.settle(node.attributes['src'] ?? '', { path, line: 1 });
    if (images.size(src) === undefined) return missingImage('span', node);
    return { ...node, attributes: { ...node.attributes, src } };
  });
  return changed as ElementNode;
}

/** A chapter's notes by their id, their text prepared as the chapter's is. */
export function preparedNotes(chapter: NumberedChapter, tools: SectionTools): ReadonlyMap<string, Note> {
  return new Map(
    chapter.notes.map((note) => [note.id, { ...note, flow: prepared(note.flow, chapter, tools) }]),
  );
}

// Prepares manuscript text for its section: figures and scene breaks get their templates, images their names.

interface PrepareTextSources {
  readonly templates: Templates;
  readonly images: Images;
  readonly sizes: ImageSizes;
  /** What every template is given besides its own. */
  readonly given: Context;
}

/** Top down, so that a figure is met before its image: either has a size of its own. */
function prepareText(flow: Flow, sources: PrepareTextSources): Flow {
  return flow.flatMap((node): Flow => {
    if (node.type === 'text') return [node];
    if (node.tag === 'fm-break') return sources.templates.render('scene-break', sources.given);
    if (node.tag === 'img') return [amongWords(node, sources)];
    const whole = { ...node, children: prepareText(node.children, sources) };
    const image =
      node.tag === 'figure' ? elementsOf(node.children).find(({ tag }) => tag === 'img') : undefined;
    return image === undefined ? [whole] : figure(whole, image, sources);
  });
}

/** An image among words is as large as it is, up to the width of the text, or as its author wants it. */
function amongWords(image: ElementNode, { images, sizes }: PrepareTextSources): ElementNode {
  const { width, height, ...attributes } = image.attributes;
  const src = hrefOf(image, images);
  if (src === undefined) return missingImage('span', image);
  const size = width === undefined && height === undefined ? '' : sizes.classOf(image, images.size(src));
  const names = [attributes['class'] ?? '', size].filter((name) => name !== '').join(' ');
  return { ...image, attributes: { ...attributes, src, ...(names === '' ? {} : { class: names }) } };
}

/** Undefined for what cannot be had, which is then reported. */
function hrefOf(image: ElementNode, images: Images): string | undefined {
  const path = image.attributes['src'] ?? '';
  if (path.startsWith(ELSEWHERE)) return undefined; // which was told where the manuscript was read
  const href = images.href(path, image.at);
  return images.size(href) === undefined ? undefined : href;
}

/** A frame with the description of an image that cannot be shown, or with its name. */
function missingImage(tag: 'span' | 'div', { attributes }: ElementNode): ElementNode {
  const { id, alt = '', src = '' } = attributes;
  const words = alt.trim() === '' ? (src.split(/[?#]/)[0]?.split('/').at(-1) ?? '') : alt;
  return element(tag, { ...(id === undefined ? {} : { id }), class: 'missing-image' }, [text(words)]);
}

function withoutImage(node: ElementNode, { attributes }: ElementNode): ElementNode {
  const { id: _id, ...image } = attributes;
  const frame = missingImage('div', element('img', image, []));
  const captions = node.children.filter((child) => child.type === 'element' && child.tag === 'figcaption');
  const names = ['figure', node.attributes['class']].filter(Boolean).join(' ');
  return { ...node, attributes: { ...node.attributes, class: names }, children: [frame, ...captions] };
}

/** `image`: as its author wrote it; a figure around something else (a table, code) needs no template. */
function figure(node: ElementNode, image: ElementNode, sources: PrepareTextSources): Flow {
  const { templates, images, sizes, given } = sources;
  const caption = elementsOf(node.children).find((one) => one.tag === 'figcaption');
  const src = hrefOf(image, images);
  if (src === undefined) return [withoutImage(node, image)];
  const natural = images.size(src);
  const size = natural && wholeSize(natural);
  return templates.render('figure', {
    ...given,
    id: node.attributes['id'] ?? '',
    src,
    alt: image.attributes['alt'] ?? '',
    caption:
      caption && textOf(caption.children).trim() !== ''
        ? templates.slots.put(caption.children, caption.block)
        : '',
    classes: [node.attributes['class'], image.attributes['class'], sizes.classOf(image, natural)]
      .flatMap((names) => (names ?? '').split(/\s+/))
      .filter((name) => name !== ''),
    width: size?.width ?? null,
    height: size?.height ?? null,
  });
}
