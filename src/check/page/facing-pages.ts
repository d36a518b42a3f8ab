// Pages that are seen together: equal depth, or both a line short.
import type { PageRemark, PageOfFile } from './page-finding.js';

/**
 * What a left-hand page and the one that faces it say together, with the page after both; nothing for other
 * pages.
 */
export function checkFacing(
  left: PageOfFile,
  right: PageOfFile | undefined,
  after: PageOfFile | undefined,
): readonly PageRemark[] {
  if (left.fact.side !== 'verso' || right === undefined) return [];
  const one = depthOf(left, right);
  const other = depthOf(right, after);
  if (one === undefined || other === undefined || Math.abs(one - other) < 0.5) return [];
  const short = one < other ? left : right;
  return [
    {
      code: 'PAGE-006',
      message:
        `it faces page ${right.fact.folio}, and they hold ${Math.round(one)} and ${Math.round(other)} ` +
        'lines.',
      block: short.column?.blocks.at(-1),
    },
  ];
}

/**
 * Undefined where depth says nothing: a part's last page, notes that hang from the foot, a figure or heading
 * that did not fit.
 */
function depthOf({ fact, column }: PageOfFile, next: PageOfFile | undefined): number | undefined {
  const following = next?.column?.blocks[0];
  if (
    column === undefined ||
    column.notes ||
    fact.part === undefined ||
    next?.fact.part !== fact.part ||
    following?.kind !== 'paragraph'
  )
    return undefined;
  return Math.max(...column.blocks.map(({ bottom }) => bottom));
}
