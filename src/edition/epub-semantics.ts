// What parts of a book are, in the words of reading systems and screen readers. Only the EPUB says them.
import type { ChapterKind } from '../model/book.js';
import { hasClass, mapFlow, type ElementNode } from '../model/flow.js';

interface Meaning {
  /** https://www.w3.org/TR/epub-ssv-11/ */
  readonly type: string;
  /** https://www.w3.org/TR/dpub-aria-1.1/ */
  readonly role?: string;
}

const KINDS: Readonly<Partial<Record<ChapterKind, Meaning>>> = {
  'half-title': { type: 'halftitlepage' },
  'title-page': { type: 'titlepage' },
  copyright: { type: 'copyright-page' },
  dedication: { type: 'dedication', role: 'doc-dedication' },
  epigraph: { type: 'epigraph', role: 'doc-epigraph' },
  foreword: { type: 'foreword', role: 'doc-foreword' },
  preface: { type: 'preface', role: 'doc-preface' },
  introduction: { type: 'introduction', role: 'doc-introduction' },
  contents: { type: 'toc', role: 'doc-toc' },
  part: { type: 'part', role: 'doc-part' },
  prologue: { type: 'prologue', role: 'doc-prologue' },
  chapter: { type: 'chapter', role: 'doc-chapter' },
  interlude: { type: 'chapter', role: 'doc-chapter' },
  epilogue: { type: 'epilogue', role: 'doc-epilogue' },
  afterword: { type: 'afterword', role: 'doc-afterword' },
  appendix: { type: 'appendix', role: 'doc-appendix' },
  cast: { type: 'appendix', role: 'doc-appendix' },
  acknowledgements: { type: 'acknowledgments', role: 'doc-acknowledgments' },
  bibliography: { type: 'bibliography', role: 'doc-bibliography' },
  sources: { type: 'bibliography', role: 'doc-bibliography' },
  colophon: { type: 'colophon', role: 'doc-colophon' },
};

/** Things inside of a section, known by the class that flow conventions and templates give them. */
const CLASSES: readonly { readonly tag: string; readonly name: string; readonly meaning: Meaning }[] = [
  { tag: 'a', name: 'note-call', meaning: { type: 'noteref', role: 'doc-noteref' } },
  { tag: 'a', name: 'backlink', meaning: { type: 'backlink', role: 'doc-backlink' } },
  { tag: 'aside', name: 'note', meaning: { type: 'footnote', role: 'doc-footnote' } },
  { tag: 'div', name: 'epigraph', meaning: { type: 'epigraph', role: 'doc-epigraph' } },
  { tag: 'aside', name: 'callout-tip', meaning: { type: 'tip', role: 'doc-tip' } },
  { tag: 'aside', name: 'callout', meaning: { type: 'notice', role: 'doc-notice' } },
];

/** Gives the section and what is in it their epub:type and role, where they have one. */
export function withSemantics(section: ElementNode, kind: ChapterKind): ElementNode {
  const children = mapFlow(section.children, (node) => {
    if (node.type === 'text') return node;
    if (hasClass(node, 'task-box')) return taskBox(node);
    const found = CLASSES.find((one) => one.tag === node.tag && hasClass(node, one.name));
    return found ? mean(node, found.meaning) : node;
  });
  const meaning = KINDS[kind];
  return meaning ? mean({ ...section, children }, meaning) : { ...section, children };
}

/** The box is drawn by styles. Its sign is its name, which screen readers read in their own language. */
function taskBox(node: ElementNode): ElementNode {
  const sign = hasClass(node, 'done') ? '☑' : '☐';
  return { ...node, attributes: { ...node.attributes, role: 'img', 'aria-label': sign } };
}

function mean(node: ElementNode, { type, role }: Meaning): ElementNode {
  return {
    ...node,
    attributes: { ...node.attributes, 'epub:type': type, ...(role !== undefined && { role }) },
  };
}
