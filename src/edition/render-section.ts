// One part of an edition: its template filled in, said in the medium's terms.
import { finding, type Finding } from '../model/finding.js';
import { GENERATED_KINDS, type Book, type Note, type NumberedChapter } from '../model/book.js';
import { element, elementsOf, mapFlow, type ElementNode, type Flow, textOf } from '../model/flow.js';
import { castGroups, type MentionTerms } from './cast-appendix.js';
import type { Faces } from './resources/theme-fonts.js';
import type { Images } from './resources/edition-images.js';
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
  shop: SectionTools,
  manner: SectionRenderer,
): ElementNode {
  const { templates, images } = shop;
  const part = partView(
    { ...chapter, title: prepared(chapter.title, chapter, shop) },
    { ...shop, slots: templates.slots },
  );
  const given = { book: shop.bookView, part };
  const name = manner.template ?? templateName(chapter, shop);
  const written = templates.render(name, { ...given, ...specialsOf(chapter, shop, manner), ...manner.given });
  const root = singleRoot(written, chapter, { ...shop, path: templates.pathOf(name) });
  const [section] = separateCalls(
    translateElements([settled(root, images, templates.pathOf(name))], manner.terms),
  );
  return manner.finish(section as ElementNode, chapter, given);
}

/** A text of the manuscript with its figures, breaks and images in place, its own elements still unsaid. */
export function prepared(flow: Flow, chapter: NumberedChapter, shop: SectionTools): Flow {
  const bare = { id: chapter.id, kind: chapter.kind };
  return prepareText(flow, {
    templates: shop.templates,
    images: shop.images,
    given: { book: shop.bookView, part: bare },
  });
}

function specialsOf(chapter: NumberedChapter, shop: SectionTools, { mentions }: SectionRenderer): Context {
  const { book, templates, images, targets } = shop;
  const { slots } = templates;
  if (chapter.kind === 'contents')
    return { entries: contentsView(book.outline, { slots, targets, here: chapter.id }) };
  if (chapter.kind === 'cast') return { groups: castGroups(book.cast, { terms: mentions, images, slots }) };
  const flow =
    chapter.kind === 'dedication' && chapter.flow.length === 0 ? (book.dedication ?? []) : chapter.flow;
  return { body: slots.put(prepared(flow, chapter, shop)) };
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
    return {
      ...node,
      attributes: { ...node.attributes, src: images.settle(node.attributes['src'] ?? '', { path, line: 1 }) },
    };
  });
  return changed as ElementNode;
}

/** A chapter's notes by their id, their text prepared as the chapter's is. */
export function preparedNotes(chapter: NumberedChapter, shop: SectionTools): ReadonlyMap<string, Note> {
  return new Map(
    chapter.notes.map((note) => [note.id, { ...note, flow: prepared(note.flow, chapter, shop) }]),
  );
}

// Prepares manuscript text for its section: figures and scene breaks get their templates, images their names.

interface PrepareTextSources {
  readonly templates: Templates;
  readonly images: Images;
  /** What every template is given besides its own. */
  readonly given: Context;
}

function prepareText(flow: Flow, sources: PrepareTextSources): Flow {
  return mapFlow(flow, (node) => {
    if (node.type === 'text') return node;
    if (node.tag === 'fm-break') return sources.templates.render('scene-break', sources.given);
    if (node.tag === 'img') return namedImage(node, sources.images);
    return node.tag === 'figure' ? figure(node, sources) : node;
  });
}

function namedImage(image: ElementNode, images: Images): ElementNode {
  return {
    ...image,
    attributes: { ...image.attributes, src: images.href(image.attributes['src'] ?? '', image.at) },
  };
}

/** A figure around something else than a picture (a table, code) needs no template. */
function figure(node: ElementNode, { templates, images, given }: PrepareTextSources): Flow {
  const inside = elementsOf(node.children);
  const image = inside.find((one) => one.tag === 'img');
  if (!image) return [node];
  const caption = inside.find((one) => one.tag === 'figcaption');
  const src = image.attributes['src'] ?? '';
  const size = images.size(src);
  return templates.render('figure', {
    ...given,
    id: node.attributes['id'] ?? '',
    src,
    alt: image.attributes['alt'] ?? '',
    caption:
      caption && textOf(caption.children).trim() !== ''
        ? templates.slots.put(caption.children, caption.block)
        : '',
    classes: [node, image]
      .flatMap((one) => (one.attributes['class'] ?? '').split(/\s+/))
      .filter((name) => name !== ''),
    width: size?.width ?? null,
    height: size?.height ?? null,
  });
}
