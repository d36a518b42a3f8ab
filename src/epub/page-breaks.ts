// Says where the pages of the print edition begin in the text of the leaves.
import type { PageFact, PageMap } from '../model/artifact.js';
import type { AnchorId, ChapterId } from '../model/cast.js';
import { elementsOf, type BlockId, type ElementNode, type Flow, type FlowNode } from '../model/flow.js';
import type { ContentDocument } from './content-document.js';

/** A page of the print edition that has a folio. */
export interface PrintPage {
  readonly folio: string;
  /** The id of its marker, unique in the package. */
  readonly id: string;
}

/**
 * Where a page begins: at a leaf's opening, so many characters into a block, or before what carries an
 * anchor.
 */
export type PrintPageStart =
  | { readonly at: 'opening'; readonly part: ChapterId }
  | { readonly at: 'block'; readonly part: ChapterId; readonly block: BlockId; readonly offset: number }
  | { readonly at: 'anchor'; readonly part: ChapterId; readonly anchor: AnchorId };

export interface PageBreak {
  readonly page: PrintPage;
  readonly start: PrintPageStart;
}

/**
 * The breaks that have a place in these leaves, in page order. Blanks and pages without a folio have none.
 *
 * A page whose first block is unknown (generated sections have none, and text inside a note does not count)
 * begins before the first anchor that stands on it; where there is none either, with the page before it.
 */
export function pageBreaks(pages: PageMap, leaves: readonly ContentDocument[]): readonly PageBreak[] {
  const grounds = new Map(leaves.map((leaf) => [leaf.part, groundOf(leaf.flow)]));
  const ids = new Set<string>();
  const breaks: PageBreak[] = [];
  for (const page of pages.pages) {
    const ground = page.part === undefined ? undefined : grounds.get(page.part);
    if (page.blank || page.folio === '' || page.part === undefined || ground === undefined) continue;
    const start = startOf({
      page,
      part: page.part,
      ground,
      anchors: pages.anchors,
      before: breaks.at(-1)?.start,
    });
    const id = ids.has(`page-${page.folio}`) ? `page-${page.folio}-${page.index + 1}` : `page-${page.folio}`;
    ids.add(id);
    breaks.push({ page: { folio: page.folio, id }, start });
  }
  return breaks;
}

/** The block an element is in the manuscript, whether it comes from a flow or through a template. */
export function blockOf(node: ElementNode): BlockId | undefined {
  return node.block ?? node.attributes['data-block'];
}

/** Notes stand at the end of a leaf, away from where print sets them: no page begins inside one. */
export function isNote(node: ElementNode): boolean {
  return node.tag === 'aside' || /\bdoc-(?:footnote|endnotes?)\b/.test(node.attributes['role'] ?? '');
}

interface Ground {
  readonly blocks: ReadonlySet<BlockId>;
  /** Ids in document order. */
  readonly anchors: readonly AnchorId[];
}

function groundOf(flow: Flow): Ground {
  const elements = elementsOf(withoutNotes(flow));
  return {
    blocks: new Set(elements.map(blockOf).filter((block) => block !== undefined)),
    anchors: elements.map((node) => node.attributes['id']).filter((id) => id !== undefined),
  };
}

function withoutNotes(flow: Flow): Flow {
  return flow.flatMap((node): readonly FlowNode[] => {
    if (node.type === 'text') return [];
    return isNote(node) ? [] : [{ ...node, children: withoutNotes(node.children) }];
  });
}

interface Question {
  readonly page: PageFact;
  readonly part: ChapterId;
  readonly ground: Ground;
  readonly anchors: PageMap['anchors'];
  readonly before: PrintPageStart | undefined;
}

function startOf({ page, part, ground, anchors, before }: Question): PrintPageStart {
  if (page.opening) return { at: 'opening', part };
  if (page.first !== undefined && ground.blocks.has(page.first.block))
    return { at: 'block', part, ...page.first };
  const anchor = ground.anchors.find((id) => anchors[id] === page.index);
  if (anchor !== undefined) return { at: 'anchor', part, anchor };
  return before?.part === part ? before : { at: 'opening', part };
}
