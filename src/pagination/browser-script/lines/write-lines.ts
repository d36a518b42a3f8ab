// Writes lines back into their paragraph: one block span a line, the elements around the text repeated in
// every line they reach into.
import type { LineFit, FittedLine } from '../../../layout/lines/total-fit.js';
import type { Position } from '../../../layout/lines/inline-items.js';
import type { WordFragment } from '../../../layout/lines/break-opportunities.js';
import { keepsNext } from '../../../layout/lines/keep-lines.js';
import type { InlineLeaf, ReadParagraph } from './read-paragraph.js';

interface Setting {
  readonly paragraph: ReadParagraph;
  readonly fragments: readonly WordFragment[];
  readonly fit: LineFit;
}

export function writeLines({ paragraph, fragments, fit }: Setting): void {
  const copies = new Map<Element, Element>();
  const lines = fit.lines.map((line, index) => {
    const from = fragments[line.from]?.start;
    const to = fragments[line.to - 1]?.end;
    if (!from || !to) throw new Error('A line without fragments');
    const span = document.createElement('span');
    fill({ span, leaves: paragraph.leaves, from, to, copies });
    dress({ span, paragraph, line, index, count: fit.lines.length });
    return span;
  });
  paragraph.element.replaceChildren(...lines);
  paragraph.element.style.textIndent = '0';
}

interface Filling {
  readonly span: HTMLElement;
  readonly leaves: readonly InlineLeaf[];
  readonly from: Position;
  readonly to: Position;
  /** For each element around the text, its copy in the line that last reached into it. */
  readonly copies: Map<Element, Element>;
}

function fill({ span, leaves, from, to, copies }: Filling): void {
  let open: readonly { readonly source: Element; readonly copy: Element }[] = [];
  const reach = (path: readonly Element[]): Element => {
    let depth = 0;
    while (depth < open.length && open[depth]?.source === path[depth]) depth += 1;
    const kept = open.slice(0, depth);
    for (const source of path.slice(depth)) {
      const copy = copyOf(source, copies);
      (kept.at(-1)?.copy ?? span).append(copy);
      kept.push({ source, copy });
    }
    open = kept;
    return open.at(-1)?.copy ?? span;
  };
  const end = to.offset > 0 ? to.item : to.item - 1;
  for (let index = from.item; index <= end; index += 1) {
    const leaf = leaves[index];
    if (!leaf) continue;
    const node = cut(
      leaf.node,
      index === from.item ? from.offset : 0,
      index === to.item ? to.offset : Infinity,
    );
    if (node) reach(leaf.path).append(node);
  }
}

/** The part of a leaf that belongs to the line. Line breaks are dropped: the lines say the same. */
function cut(node: ChildNode | undefined, from: number, to: number): Node | undefined {
  if (!node || node instanceof HTMLBRElement) return undefined;
  if (!(node instanceof Text)) return from === 0 ? node : undefined;
  const text = node.data
    .slice(from, to)
    .replaceAll('\u00AD', '')
    .replace(/[ \t\n\r\f]+/g, ' ');
  return text === '' ? undefined : document.createTextNode(text);
}

/**
 * Copies after the first have no id, and their edges where the element was cut are taken off by `sheet.ts`.
 */
function copyOf(source: Element, copies: Map<Element, Element>): Element {
  const copy = source.cloneNode(false) as Element;
  const before = copies.get(source);
  if (before) {
    copy.removeAttribute('id');
    copy.setAttribute('data-continued', '');
    before.setAttribute('data-continues', '');
  }
  copies.set(source, copy);
  return copy;
}

interface Dressing {
  readonly span: HTMLElement;
  readonly paragraph: ReadParagraph;
  readonly line: FittedLine;
  readonly index: number;
  readonly count: number;
}

function dress({ span, paragraph, line, index, count }: Dressing): void {
  const { spacing, about } = paragraph;
  span.className = classesOf({ line, index, count, state: about.state });
  span.dataset['line'] = String(index + 1);
  span.dataset['lines'] = String(count);
  if (Math.abs(line.addedTracking) > 0.001)
    span.style.letterSpacing = px(spacing.letter + line.addedTracking);
  // A hair less than exact: justification then brings the edge to its place, and rounding can never push it
  // out.
  if (line.addedSpace !== 0) span.style.wordSpacing = px(spacing.word + line.addedSpace - 0.02);
  if (line.hangStart > 0) span.style.marginLeft = px(-line.hangStart);
  const beyond = line.hangEnd + Math.max(0, line.addedTracking);
  if (beyond > 0 && !(isShort(line) && line.slack >= 0)) span.style.marginRight = px(-beyond);
  if (index === 0 && about.indent !== 0) span.style.textIndent = px(about.indent);
}

function classesOf({
  line,
  index,
  count,
  state,
}: {
  readonly line: FittedLine;
  readonly index: number;
  readonly count: number;
  readonly state: string;
}): string {
  return [
    'line',
    line.end === 'hyphen' ? 'line-hyphen' : '',
    isShort(line) ? 'line-end' : '',
    state === 'ragged' ? 'line-ragged' : '',
    keepsNext(index + 1, count) ? 'line-keep' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

function isShort(line: FittedLine): boolean {
  return line.end === 'end' || line.end === 'forced';
}

function px(length: number): string {
  return `${length.toFixed(3)}px`;
}
