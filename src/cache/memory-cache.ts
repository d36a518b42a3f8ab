// A cache that is kept in memory while builds follow one another, in front of the one on the disk. What two
// builds in a row did not ask for goes.
import { memoizeByObject } from '../shared/memoize.js';
import type { Derive } from './cache.js';
import type { CountedCache } from './disk-cache.js';
import { startCount } from './hit-counter.js';

/**
 * @param far where what is not at hand is looked for, and what is made goes as well; none: it is kept in
 *   memory alone.
 */
export function openMemoryCache(far: CountedCache | undefined): CountedCache {
  const count = startCount();
  let now = new Map<string, Uint8Array>();
  let before = now;
  return {
    counts: count.counts,
    read: (key) => {
      const bytes = now.get(key) ?? before.get(key) ?? far?.read(key);
      if (bytes === undefined) return undefined;
      now.set(key, bytes);
      count.found(key);
      return bytes;
    },
    write: (key, bytes) => {
      count.made(key);
      now.set(key, bytes);
      far?.write(key, bytes);
    },
    derive: startDeriving(),
    trim: () => {
      before = now;
      now = new Map();
    },
  };
}

function startDeriving(): Derive {
  const made = new Map<unknown, unknown>();
  return <Source extends object, Made>(source: Source, make: (source: Source) => Made) => {
    const once = (made.get(make) as typeof make | undefined) ?? memoizeByObject(make);
    made.set(make, once);
    return once(source);
  };
}
