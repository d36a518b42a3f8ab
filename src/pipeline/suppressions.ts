// `{.stet}` on a block, a proofreader's word for "let it stand": its author has seen what the typographic
// report says of it, and means it so. A reprint cannot reword; what is let stand fails no strict build, and
// is counted.
import type { Book } from '../model/book.js';
import { CODES } from '../model/codes.js';
import { finding, type Finding } from '../model/finding.js';
import { elementsOf, hasClass, type BlockId, type ElementNode, type Flow } from '../model/flow.js';
import type { Span } from '../model/source-span.js';

/** What one mark holds for. */
export interface SuppressionMark {
  readonly at: Span | undefined;
  readonly blocks: ReadonlySet<BlockId>;
}

/**
 * All marks of a manuscript, in its order. One on words holds for the block that they stand in, one on a
 * heading that begins a chapter for its title.
 */
export function suppressionMarks({ chapters }: Book): readonly SuppressionMark[] {
  return chapters.flatMap(({ id, at, classes, flow, notes }) => [
    ...(classes.includes('stet') ? [{ at, blocks: new Set([id]) }] : []),
    ...[flow, ...notes.map((note) => note.flow)].flatMap((one) => marksIn(one)),
  ]);
}

function marksIn(flow: Flow, around?: BlockId): readonly SuppressionMark[] {
  return flow.flatMap((node) => {
    if (node.type === 'text') return [];
    if (!hasClass(node, 'stet')) return marksIn(node.children, node.block ?? around);
    const inside = blocksWithin(node);
    return [
      { at: node.at, blocks: new Set(inside.length === 0 && around !== undefined ? [around] : inside) },
    ];
  });
}

function blocksWithin(node: ElementNode): readonly BlockId[] {
  return elementsOf([node]).flatMap(({ block }) => block ?? []);
}

export function suppressedBlocks(marked: readonly SuppressionMark[]): ReadonlySet<BlockId> {
  return new Set(marked.flatMap(({ blocks }) => [...blocks]));
}

function letsStand(blocks: ReadonlySet<BlockId>, { code, severity, block }: Finding): boolean {
  return (
    severity === 'warning' && block !== undefined && blocks.has(block) && CODES[code].suppressible === true
  );
}

/** What is left to be told. */
export function withoutSuppressed(
  found: readonly Finding[],
  marked: readonly SuppressionMark[],
): readonly Finding[] {
  const blocks = suppressedBlocks(marked);
  return blocks.size === 0 ? found : found.filter((one) => !letsStand(blocks, one));
}

/** Places that are named one by one. */
const NAMED = 20;

/** What was let stand; and, where all was looked at, the marks that nothing stands by. */
export function suppressionFindings(
  found: readonly Finding[],
  {
    marked,
    looked,
  }: { readonly marked: readonly SuppressionMark[]; readonly looked: 'at all' | 'at the text' },
): readonly Finding[] {
  const blocks = suppressedBlocks(marked);
  const stands = found.filter((one) => letsStand(blocks, one));
  const used = new Set(stands.map(({ block }) => block));
  const idle =
    looked === 'at all' ? marked.filter((one) => [...one.blocks].every((block) => !used.has(block))) : [];
  const related = stands
    .flatMap(({ at, code, message }) => (at === undefined ? [] : [{ at, message: `${code} ${message}` }]))
    .slice(0, NAMED);
  return [
    ...(stands.length === 0
      ? []
      : [
          finding('TYPO-008', {
            message: `Suppressed by {.stet}: ${counted(stands.map(({ code }) => code))}.`,
            related,
          }),
        ]),
    ...idle.map(({ at }) =>
      finding('TYPO-009', {
        message: 'Unused {.stet}: nothing to suppress here.',
        ...(at === undefined ? {} : { at }),
        hint: 'Delete the mark, so that the next build tells what is new.',
      }),
    ),
  ];
}

function counted(codes: readonly string[]): string {
  return [...new Set(codes)]
    .sort()
    .map((code) => {
      const count = codes.filter((one) => one === code).length;
      return count === 1 ? code : `${code}, ${count} times`;
    })
    .join('; ');
}
