// Puts the markers of print pages into a leaf's flow: where the page turns, never inside a word, a link, a
// formula or a note.
import {
  element,
  elementsOf,
  hasClass,
  text,
  type ElementNode,
  type Flow,
  type FlowNode,
} from '../model/flow.js';
import { blockOf, isNote, type PageBreak, type PrintPage } from './page-breaks.js';
import { SOFT_HYPHEN } from '../shared/characters.js';

const HEADING = /^h[1-6]$/;
/** Elements whose content model takes no span between its children. */
const NO_SPAN_WITHIN = new Set([
  'ol',
  'ul',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'colgroup',
  'picture',
  'ruby',
]);

/** The flow with a marker for each of these breaks, all of which begin in this flow. */
export function markPages(flow: Flow, breaks: readonly PageBreak[]): Flow {
  if (breaks.length === 0) return flow;
  const opening = breaks.filter(({ start }) => start.at === 'opening').map(({ page }) => marker(page));
  const [root, ...rest] = flow;
  if (root === undefined || root.type === 'text') return [...opening, ...flow];
  const marked = markWithin(root, breaks);
  return [{ ...marked, children: [...opening, ...marked.children] }, ...rest];
}

/**
 * `<span epub:type="pagebreak" role="doc-pagebreak" aria-label="12" id="page-12"></span>`, EPUB Accessibility
 * 1.1 section 5.1.
 */
export function marker(page: PrintPage): ElementNode {
  return element(
    'span',
    { 'epub:type': 'pagebreak', role: 'doc-pagebreak', 'aria-label': page.folio, id: page.id },
    [],
  );
}

/**
 * What the print press counts: the author's characters, without layout's soft hyphens, calls of notes, and
 * what editions say of their own.
 */
export function countedLength(node: FlowNode): number {
  if (node.type === 'text') return node.value.replaceAll(SOFT_HYPHEN, '').length;
  if (isNote(node) || hasClass(node, 'note-call') || hasClass(node, 'generated')) return 0;
  return node.children.reduce((sum, child) => sum + countedLength(child), 0);
}

function markWithin(parent: ElementNode, breaks: readonly PageBreak[]): ElementNode {
  const children = parent.children.flatMap((node): Flow => {
    if (node.type === 'text' || isNote(node)) return [node];
    const { opened, rest } = openedBy(node, breaks);
    const before = [...opened, ...marksBefore(node, rest)];
    const inner = cutBlock(markWithin(node, rest), rest);
    if (before.length === 0) return [inner];
    return NO_SPAN_WITHIN.has(parent.tag) || node.tag === 'figcaption'
      ? [intoFirst(inner, before)]
      : [...before, inner];
  });
  return { ...parent, children };
}

/**
 * A page that begins with the first words of a figure or a table begins with the figure: its picture stands
 * on that page too.
 */
function openedBy(
  node: ElementNode,
  breaks: readonly PageBreak[],
): { readonly opened: Flow; readonly rest: readonly PageBreak[] } {
  if (node.tag !== 'figure' && node.tag !== 'table') return { opened: [], rest: breaks };
  const first = elementsOf([node])
    .map(blockOf)
    .find((block) => block !== undefined);
  const opens = ({ start }: PageBreak): boolean =>
    start.at === 'block' && start.offset === 0 && start.block === first;
  return {
    opened: breaks.filter(opens).map(({ page }) => marker(page)),
    rest: breaks.filter((one) => !opens(one)),
  };
}

/** Markers that belong before an element: its anchor opens a page, or it is a heading that does. */
function marksBefore(node: ElementNode, breaks: readonly PageBreak[]): Flow {
  const id = node.attributes['id'];
  const block = blockOf(node);
  return breaks
    .filter(
      ({ start }) =>
        (start.at === 'anchor' && start.anchor === id) ||
        (start.at === 'block' && start.block === block && HEADING.test(node.tag)),
    )
    .map(({ page }) => marker(page));
}

function intoFirst(node: ElementNode, marks: Flow): ElementNode {
  const [first, ...rest] = node.children;
  if (!NO_SPAN_WITHIN.has(node.tag) || first === undefined || first.type === 'text')
    return { ...node, children: [...marks, ...node.children] };
  return { ...node, children: [intoFirst(first, marks), ...rest] };
}

/** Later breaks first, so that an earlier one finds its characters where it counts them. */
function cutBlock(node: ElementNode, breaks: readonly PageBreak[]): ElementNode {
  const block = blockOf(node);
  if (block === undefined || HEADING.test(node.tag)) return node;
  return breaks.reduceRight((cut, { page, start }) => {
    if (start.at !== 'block' || start.block !== block) return cut;
    const done = insert(cut.children, start.offset, marker(page));
    return { ...cut, children: done.left === undefined ? done.nodes : [...done.nodes, marker(page)] };
  }, node);
}

/** `left` is how many characters were still to go at the end; undefined once the mark is placed. */
interface Cut {
  readonly nodes: Flow;
  readonly left: number | undefined;
}

function insert(nodes: Flow, offset: number, mark: ElementNode): Cut {
  let left: number | undefined = offset;
  const placed = nodes.flatMap((node): Flow => {
    if (left === undefined) return [node];
    const length = countedLength(node);
    if (length === 0 || left >= length) {
      left -= length;
      return [node];
    }
    const here = left;
    left = undefined;
    return insertInto(node, here, mark);
  });
  return { nodes: placed, left };
}

function insertInto(node: FlowNode, offset: number, mark: ElementNode): Flow {
  if (node.type === 'text') return splitText(node.value, offset, mark);
  if (node.tag === 'a' || node.tag === 'math' || isNote(node)) return [mark, node];
  return [{ ...node, children: insert(node.children, offset, mark).nodes }];
}

function splitText(value: string, offset: number, mark: ElementNode): Flow {
  const at = wordStart(value, placeOf(value, offset));
  return [text(value.slice(0, at)), mark, text(value.slice(at))].filter(
    (node) => node.type === 'element' || node.value !== '',
  );
}

/** The place in a string after so many counted characters. */
function placeOf(value: string, offset: number): number {
  let counted = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (counted === offset && value[at] !== SOFT_HYPHEN) return at;
    if (value[at] !== SOFT_HYPHEN) counted += 1;
  }
  return value.length;
}

/** A page that turns inside a word is marked before the word, so that search and speech keep it whole. */
function wordStart(value: string, at: number): number {
  const word = /[\p{L}\p{M}\p{N}\u00ad'’]+$/u.exec(value.slice(0, at));
  const goesOn = /^[\p{L}\p{M}\p{N}'’]/u.test(value.slice(at));
  return word !== null && goesOn ? at - word[0].length : at;
}
