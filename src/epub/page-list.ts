// The list of print pages, read off the markers that stand in the leaves: list and text cannot disagree.
import { elementsOf } from '../model/flow.js';
import type { ContentDocument } from './content-document.js';
import type { PageEntry } from './navigation-document.js';

/** Every marker in reading order. */
export function pageList(leaves: readonly ContentDocument[]): readonly PageEntry[] {
  return leaves.flatMap(({ file, flow }) =>
    elementsOf(flow)
      .filter(({ attributes }) => attributes['role'] === 'doc-pagebreak')
      .map(({ attributes }) => ({
        folio: attributes['aria-label'] ?? '',
        href: `${file}#${attributes['id'] ?? ''}`,
      })),
  );
}
