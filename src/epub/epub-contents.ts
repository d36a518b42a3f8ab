// The contents as a reading system shows them: the book's outline, labelled with the words that stand in the
// text.
import type { OutlineEntry } from '../model/book.js';
import type { AnchorId, ChapterId } from '../model/cast.js';
import { elementsOf, textOf, type ElementNode } from '../model/flow.js';
import { headingWords } from './xhtml-document.js';
import type { ContentDocument } from './content-document.js';

export interface ContentsEntry {
  readonly label: string;
  /** Relative to the package folder. */
  readonly href: string;
  readonly children: readonly ContentsEntry[];
}

/**
 * The outline down to `depth` levels. A label is the heading's own words, so that contents and text agree;
 * a chapter without a heading is called by its title. Entries whose leaf is not in the package are left out.
 * EPUB wants one entry at least: a book that lists nothing lists where it begins.
 */
export function contentsOf(
  outline: readonly OutlineEntry[],
  leaves: readonly ContentDocument[],
  depth: number,
): readonly ContentsEntry[] {
  const shelf = new Map(leaves.map((leaf) => [leaf.part, { leaf, headings: headingsOf(leaf) }]));
  const listed = entries(outline, shelf, depth);
  const first = leaves.find(({ kind }) => kind === 'chapter') ?? leaves[0];
  return listed.length > 0 || first === undefined
    ? listed
    : [{ label: first.title, href: first.file, children: [] }];
}

interface Shelved {
  readonly leaf: ContentDocument;
  readonly headings: ReadonlyMap<AnchorId, string>;
}

function entries(
  outline: readonly OutlineEntry[],
  shelf: ReadonlyMap<ChapterId, Shelved>,
  depth: number,
): readonly ContentsEntry[] {
  if (depth < 1) return [];
  return outline.flatMap((entry) => {
    const children = entries(entry.children, shelf, depth - 1);
    const found = shelf.get(entry.chapter);
    if (found === undefined) return children;
    const opens = entry.anchor === entry.chapter;
    const label = found.headings.get(entry.anchor) ?? (textOf(entry.title).trim() || found.leaf.title);
    return [{ label, href: opens ? found.leaf.file : `${found.leaf.file}#${entry.anchor}`, children }];
  });
}

/** The words of each heading by its own id; those of the first h1 also by the leaf's. */
function headingsOf(leaf: ContentDocument): ReadonlyMap<AnchorId, string> {
  const headings = elementsOf(leaf.flow).filter((node) => /^h[1-6]$/.test(node.tag));
  const named = headings.flatMap((node): readonly [AnchorId, string][] => {
    const id = node.attributes['id'];
    return id === undefined ? [] : [[id, headingWords(node)]];
  });
  const first: ElementNode | undefined = headings.find((node) => node.tag === 'h1');
  const words = first === undefined ? '' : headingWords(first);
  return new Map([...(words === '' ? [] : [[leaf.part, words] as const]), ...named]);
}
