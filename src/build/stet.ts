// `{.stet}` on a block, a proofreader's word for "let it stand": its author has seen what the typographic report says of it,
// and means it so. A reprint cannot reword; what is let stand fails no strict build, and is counted.
import type { Book } from '../model/book.js';
import { finding, type Diagnostic } from '../model/diagnostic.js';
import { elementsOf, hasClass, type ElementNode, type Flow } from '../model/flow.js';
import type { Span } from '../model/source.js';

/** Lines of a file that the author marked. */
export interface Marked {
  readonly at: Span;
  /** The last of them. */
  readonly to: number;
}

/** What of a manuscript is marked. A mark on words holds for the paragraph that they stand in. */
export function markedIn({ chapters }: Book): readonly Marked[] {
  const places = chapters.flatMap(({ flow, notes }) => [flow, ...notes.map((note) => note.flow)]).flatMap((flow) => [...placesIn(flow, undefined)]);
  const marks = new Map(places.flatMap(({ mark }) => (mark?.at ? [[mark, mark.at] as const] : [])));
  return [...marks].map(([mark, at]) => {
    const behind = places.filter((one) => one.at.path === at.path && one.at.line > at.line && one.mark !== mark);
    return { at, to: behind.reduce((least, one) => Math.min(least, one.at.line - 1), Infinity) };
  });
}

interface Place {
  readonly at: Span;
  /** The marked element that it is or stands in. */
  readonly mark: ElementNode | undefined;
}

function* placesIn(flow: Flow, around: ElementNode | undefined): Generator<Place> {
  for (const node of flow) {
    if (node.type === 'text') continue;
    const mark = around ?? (isMarked(node) ? node : undefined);
    if (node.at) yield { at: node.at, mark };
    yield* placesIn(node.children, mark);
  }
}

function isMarked(node: ElementNode): boolean {
  return hasClass(node, 'stet') || (node.block !== undefined && [...elementsOf(node.children)].some((inner) => inner.block === undefined && hasClass(inner, 'stet')));
}

/** Taste, and what shows of it; never a loss, a printer's rule or a store's. */
const REPORT = /^(TYPO|TYPE|LINE|PAGE)-/;

function letsStand({ at, to }: Marked, found: Diagnostic): boolean {
  return found.severity === 'warning' && REPORT.test(found.code) && found.at?.path === at.path && found.at.line >= at.line && found.at.line <= to;
}

/** What is left to be told. */
export function withoutStet(found: readonly Diagnostic[], marked: readonly Marked[]): readonly Diagnostic[] {
  return marked.length === 0 ? found : found.filter((one) => !marked.some((mark) => letsStand(mark, one)));
}

/** What was let stand; and, where all was looked at, the marks that nothing stands by. */
export function aboutStet(found: readonly Diagnostic[], { marked, looked }: { readonly marked: readonly Marked[]; readonly looked: 'at all' | 'at the text' }): readonly Diagnostic[] {
  const stands = marked.map((mark) => ({ mark, codes: found.filter((one) => letsStand(mark, one)).map(({ code }) => code) }));
  const codes = stands.flatMap((one) => one.codes).sort();
  const counts = [...new Set(codes)].map((code) => ({ code, count: codes.filter((one) => one === code).length }));
  const idle = looked === 'at all' ? stands.filter((one) => one.codes.length === 0) : [];
  return [
    ...(codes.length === 0 ? [] : [finding('TYPO-008', { message: `Let stand, as the author marked them: ${counts.map(({ code, count }) => (count === 1 ? code : `${code}, ${count} times`)).join('; ')}.` })]),
    ...idle.map(({ mark }) => finding('TYPO-009', { message: 'Nothing is found here that {.stet} would let stand.', at: mark.at, hint: 'Take the mark away, so that the next build tells what is new.' })),
  ];
}
