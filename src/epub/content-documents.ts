// Cuts a composition into leaves: one file a part, the cover as a picture page, no blank pages, print pages
// marked.
import { partFiles } from '../edition/part-file-names.js';
import type { PageMap } from '../model/artifact.js';
import type { Composition, Part } from '../model/edition.js';
import type { Flow } from '../model/flow.js';
import { coverFlow } from './cover-page.js';
import { prepareFlow } from './prepare-flow.js';
import type { ContentDocument } from './content-document.js';
import { markPages } from './page-markers.js';
import { pageBreaks } from './page-breaks.js';
import { packageWordsFor } from './package-words.js';

export interface CutOrder {
  readonly composition: Composition;
  readonly pages: PageMap | undefined;
  /** The cover picture's name in the package. */
  readonly cover: string | undefined;
  /** What the package calls the composition's resources. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The leaves in reading order. A composition without a cover part gets a cover page when there is a picture.
 */
export function cutDocuments({ composition, pages, cover, names }: CutOrder): readonly ContentDocument[] {
  const { parts, metadata } = composition;
  const files = partFiles(parts.map(({ id }) => id));
  const leaves = parts
    .filter(({ kind }) => kind !== 'blank')
    .map((part): ContentDocument => ({
      part: part.id,
      kind: part.kind,
      role: part.role,
      file: files.get(part.id) ?? '',
      title: part.title,
      language: part.language ?? metadata.language,
      flow: flowOf(part, composition, cover),
    }));
  const bound =
    cover === undefined || leaves.some(({ kind }) => kind === 'cover')
      ? leaves
      : [coverLeaf(composition, cover), ...leaves];
  const breaks = pages === undefined ? [] : pageBreaks(pages, bound);
  return bound.map((leaf) => ({
    ...leaf,
    flow: prepareFlow(
      markPages(
        leaf.flow,
        breaks.filter(({ start }) => start.part === leaf.part),
      ),
      names,
    ),
  }));
}

function flowOf(part: Part, { metadata }: Composition, cover: string | undefined): Flow {
  return part.kind === 'cover' && cover !== undefined ? coverFlow(part.id, cover, metadata) : part.flow;
}

function coverLeaf({ metadata }: Composition, cover: string): ContentDocument {
  const title = packageWordsFor(metadata.language).cover;
  return {
    part: 'cover',
    kind: 'cover',
    role: 'front',
    file: 'cover.xhtml',
    title,
    language: metadata.language,
    flow: coverFlow('cover', cover, metadata),
  };
}
