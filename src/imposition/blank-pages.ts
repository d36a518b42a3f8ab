// Blank pages where sheets want more pages than a book has: before the back cover, which stays outside, and
// never after it.

/**
 * The pages of a book, 0-based, with `undefined` for blanks, filled up to a multiple.
 *
 * @param tail how many pages at the end are the back cover and stay there.
 * @example withBlanks({ count: 5, multiple: 4, tail: 1 }) // [0, 1, 2, 3, undefined, undefined, undefined, 4]
 */
export function withBlanks({
  count,
  multiple,
  tail,
}: {
  count: number;
  multiple: number;
  tail: number;
}): readonly (number | undefined)[] {
  const pages = Array.from({ length: count }, (_, page) => page);
  const missing = Math.ceil(Math.max(count, 1) / multiple) * multiple - count;
  const cut = count - Math.min(tail, count);
  return [...pages.slice(0, cut), ...Array.from({ length: missing }, () => undefined), ...pages.slice(cut)];
}
