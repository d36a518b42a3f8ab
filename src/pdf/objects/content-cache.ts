// What became of a page's content before: written anew it is tokenised, changed and packed, which for a book
// takes longer than to find it again.
import { createHash } from 'node:crypto';
import type { Cache } from '../../cache/cache.js';

export interface ContentCacheOrder {
  readonly memory: Cache;
  /** What is done to it, by which version, and all that decides the bytes. */
  readonly from: readonly (string | Uint8Array)[];
}

/** The bytes that `make` packs, from memory where they were made of equal things. */
export function cachedContent({ memory, from }: ContentCacheOrder, make: () => Uint8Array): Uint8Array {
  const hash = createHash('sha256');
  for (const piece of from) hash.update(`${piece.length} `).update(piece);
  const key = `content-${hash.digest('hex')}`;
  const known = memory.read(key);
  if (known !== undefined) return known;
  const made = make();
  memory.write(key, made);
  return made;
}
