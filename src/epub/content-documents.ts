// Cuts a composition into leaves: one file a part, the cover as a picture page, no blank pages, print pages marked.
import { partFiles } from '../edition/part-file-names.js';
import type { PageMap } from '../model/artifact.js';
import type { Composition, Part } from '../model/edition.js';
import type { Flow } from '../model/flow.js';
import { coverFlow } from './cover-page.js';
import { dress } from './prepare-flow.js';
import type { Leaf } from './content-document.js';
import { markPages } from './page-markers.js';
import { pageBreaks } from './page-breaks.js';
import { wordsFor } from './package-words.js';

export interface LeavesOrder {
  readonly composition: Composition;
  readonly pages: PageMap | undefined;
  /** The cover picture's name in the package. */
  readonly cover: string | undefined;
  /** What the package calls the composition's resources. */
  readonly names: ReadonlyMap<string, string>;
}

/** The leaves in reading order. A composition without a cover part gets a cover page when there is a picture. */
export function cutLeaves({ composition, pages, cover, names }: LeavesOrder): readonly Leaf[] {
  const { parts, metadata } = composition;
  const files = partFiles(parts.map(({ id }) => id));
  const leaves = parts.filter(({ kind }) => kind !== 'blank').map((part): Leaf => ({
    part: part.id,
    kind: part.kind,
    role: part.role,
    file: files.get(part.id) ?? '',
    title: part.title,
    language: part.language ?? metadata.language,
    flow: flowOf(part, composition, cover),
  }));
  const bound = cover === undefined || leaves.some(({ kind }) => kind === 'cover') ? leaves : [coverLeaf(composition, cover), ...leaves];
  const breaks = pages === undefined ? [] : pageBreaks(pages, bound);
  return bound.map((leaf) => ({ ...leaf, flow: dress(markPages(leaf.flow, breaks.filter(({ start }) => start.part === leaf.part)), names) }));
}

function flowOf(part: Part, { metadata }: Composition, cover: string | undefined): Flow {
  return part.kind === 'cover' && cover !== undefined ? coverFlow(part.id, cover, metadata) : part.flow;
}

function coverLeaf({ metadata }: Composition, cover: string): Leaf {
  const title = wordsFor(metadata.language).cover;
  return { part: 'cover', kind: 'cover', role: 'front', file: 'cover.xhtml', title, language: metadata.language, flow: coverFlow('cover', cover, metadata) };
}
