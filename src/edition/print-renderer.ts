// Print: notes at the page foot, page numbers left open, words divided, furniture round the pages.
import type { PrintEdition } from '../model/edition.js';
import { printMentions } from './cast-appendix.js';
import type { EditionRenderer } from './edition-renderer.js';
import { openFurniture } from './page-furniture.js';
import { printEditionOf } from './page-geometry.js';
import { openHyphenation } from './hyphenate.js';
import { startOfPart } from './edition-parts.js';
import { readFaces, type Faces } from './resources/theme-fonts.js';
import { preparedNotes } from './render-section.js';
import { printTerms } from './medium/print-elements.js';
import { hasClass, textOf, type ElementNode, type Flow } from '../model/flow.js';
import { memoizeByObject } from '../shared/memoize.js';
import { substitutedCharacters } from './resources/substitutes.js';
import { NOT_PROSE } from '../shared/html-elements.js';

export const printRenderer: EditionRenderer<PrintEdition> = {
  medium: 'print',
  missing: 'sign',
  edition: printEditionOf,
  faces: ({ world, theme, config }) =>
    readFaces({ world, theme, chosen: config.fonts, outlines: 'truetype' }),
  sectionRenderer: (tools, config) => {
    const { language } = tools.book.metadata;
    const opened = openHyphenation(language);
    if (config.typography.hyphenate) opened.diagnostics.forEach(tools.report);
    return (chapter) => ({
      terms: printTerms({ ...tools, notes: preparedNotes(chapter, tools) }),
      mentions: printMentions(tools.targets),
      finish: (section) => {
        const marked = markSuperiors(countedDown(section), tools.faces);
        return config.typography.hyphenate ? opened.value(marked, chapter.language ?? language) : marked;
      },
    });
  },
  start: startOfPart,
  furniture: (tools) => openFurniture(tools.templates, tools.bookView),
};

/** Lists that count down say each number: Paged.js counts every list up, from its first item on a page. */
export function countedDown(section: ElementNode): ElementNode {
  const children = section.children.map((node) => (node.type === 'text' ? node : countedDown(node)));
  const isCountedDown = section.tag === 'ol' && section.attributes['reversed'] !== undefined;
  return { ...section, children: isCountedDown ? withValues(section, children) : children };
}

function withValues({ attributes }: ElementNode, children: Flow): Flow {
  const items = children.filter((node) => node.type === 'element' && node.tag === 'li');
  let number = Number(attributes['start'] ?? items.length) + 1;
  return children.map((node) => {
    if (node.type === 'text' || node.tag !== 'li') return node;
    number = Number(node.attributes['value'] ?? number - 1);
    return { ...node, attributes: { ...node.attributes, value: String(number) } };
  });
}

// Superiors and inferiors: which raised and lowered text the theme's faces draw by themselves. All other is
// made small by the styles.

const FEATURES = { superior: 'sups', inferior: 'subs' } as const;
type Position = keyof typeof FEATURES;

/** Elements in another face, or with a way of their own to raise what is in them. */
const APART = new Set(NOT_PROSE);
/** Families that no running text is set in. */
const APART_FAMILIES = new Set(['Mono', 'Formula']);

/**
 * Gives the class `superior` or `inferior` to what is raised or lowered and has only signs that every face of
 * the theme draws so: which of them it will be set in, the styles decide later.
 */
export function markSuperiors(section: ElementNode, faces: Faces): ElementNode {
  const drawn = drawnBy(faces);
  const mark = (node: ElementNode): ElementNode => {
    if (APART.has(node.tag)) return node;
    const children = node.children.map((child) => (child.type === 'text' ? child : mark(child)));
    const position = positionOf(node);
    if (position === undefined || !isDrawn(node, drawn[position])) return { ...node, children };
    return {
      ...node,
      attributes: {
        ...node.attributes,
        class: [node.attributes['class'], position].filter(Boolean).join(' '),
      },
      children,
    };
  };
  return mark(section);
}

function positionOf(node: ElementNode): Position | undefined {
  if (node.tag === 'sub') return 'inferior';
  return node.tag === 'sup' || hasClass(node, 'note-call') || hasClass(node, 'note-comma')
    ? 'superior'
    : undefined;
}

/** What is raised within what is raised would come to one height with it. */
function isDrawn(node: ElementNode, drawn: ReadonlySet<string>): boolean {
  const text = textOf(node.children);
  return text !== '' && [...text].every((character) => drawn.has(character)) && !holdsPosition(node.children);
}

function holdsPosition(flow: Flow): boolean {
  return flow.some(
    (node) => node.type === 'element' && (positionOf(node) !== undefined || holdsPosition(node.children)),
  );
}

/** The characters of each position that all faces have. */
const drawnBy = memoizeByObject(
  ({ fonts, resources }: Faces): Readonly<Record<Position, ReadonlySet<string>>> => {
    const hrefs = new Set(fonts.filter(({ family }) => !APART_FAMILIES.has(family)).map(({ href }) => href));
    const files = resources.filter(({ href }) => hrefs.has(href));
    const common = (position: Position): ReadonlySet<string> => {
      const [first, ...others] = files.map(({ bytes }) => substitutedCharacters(bytes, FEATURES[position]));
      return new Set([...(first ?? [])].filter((character) => others.every((one) => one.has(character))));
    };
    return { superior: common('superior'), inferior: common('inferior') };
  },
);
