// The names of the EPUB's documents.
import { slug } from '../manuscript/slugs.js';
import type { ChapterId } from '../model/cast.js';
import type { Composition } from '../model/edition.js';

/**
 * `01-preface.xhtml`: in reading order, in letters that every reading system takes; unique because of the
 * count.
 */
export function partFiles(ids: readonly ChapterId[]): ReadonlyMap<ChapterId, string> {
  const digits = String(ids.length).length;
  return new Map(
    ids.map((id, index) => [id, `${String(index + 1).padStart(digits, '0')}-${slug(id) || 'part'}.xhtml`]),
  );
}

/**
 * The document of one part, as links in the flows name it. Throws when the composition has no such part.
 *
 * @example partFile(composition, 'preface') // '03-preface.xhtml'
 */
export function partFile(composition: Composition, id: ChapterId): string {
  const file = partFiles(composition.parts.map((part) => part.id)).get(id);
  if (file === undefined) throw new Error(`The composition has no part "${id}".`);
  return file;
}
