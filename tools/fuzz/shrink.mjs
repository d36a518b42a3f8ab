// Makes a failing document small: blocks are left out, halves first, as long as it still fails.

/** @param still tells whether a shorter list of blocks fails in the same way */
export async function shrink(blocks, still) {
  let small = blocks;
  for (let size = Math.ceil(small.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < small.length && small.length > 1; ) {
      const fewer = [...small.slice(0, from), ...small.slice(from + size)];
      if (fewer.length > 0 && (await still(fewer))) small = fewer;
      else from += size;
    }
  }
  return small;
}
