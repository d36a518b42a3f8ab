// Makes a failing document small: blocks are left out, then words, halves first, as long as it still fails.

/** A trial is a build: so many are made for one document, and what is small by then is good enough. */
const TRIALS = 80;

/** @param still tells whether a shorter list of blocks fails in the same way */
export async function shrink(blocks, still) {
  const trials = { left: TRIALS };
  const counted = async (fewer) => trials.left-- > 0 && still(fewer);
  const few = await fewest(blocks, counted);
  let small = few;
  for (let index = 0; index < few.length; index += 1) {
    const put = (pieces) => small.with(index, pieces.join('').trimEnd());
    const pieces = await fewest(piecesOf(small[index]), (fewer) => counted(put(fewer)));
    small = put(pieces);
  }
  return small;
}

/** Leaves out what can be left out of a list, halves first; at least one piece stays. */
async function fewest(pieces, still) {
  let small = pieces;
  for (let size = Math.ceil(small.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < small.length && small.length > 1;) {
      const fewer = [...small.slice(0, from), ...small.slice(from + size)];
      if (fewer.length > 0 && (await still(fewer))) small = fewer;
      else from += size;
    }
  }
  return small;
}

/** Words with the space behind them; code, tables and containers by lines, whose ends mean something. */
function piecesOf(block) {
  return block.match(/^(```|\||:::)/) === null
    ? (block.match(/\S+\s*/g) ?? [block])
    : (block.match(/[^\n]*\n|[^\n]+$/g) ?? [block]);
}
