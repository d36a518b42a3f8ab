// Characters as readers see them: a letter with its accents is one, and a font has all of it or none.

/** Marks, joiners, selectors and the tags of flags: what belongs to the character before it. */
const ATTACHED = String.raw`[\p{M}\u200c\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]`;
const JOINED = new RegExp(String.raw`\p{RI}\p{RI}|.(?:${ATTACHED}|\u200d.?)+`, 'gsu');
const HAS_ATTACHED = new RegExp(String.raw`${ATTACHED}|\u200d|\p{RI}`, 'u');

/** Every character of some texts once, and every one that is made of several as a whole. */
export function clustersIn(texts: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const all: string[] = [];
  for (const text of texts) {
    for (const character of text) found.add(character);
    all.push(text);
  }
  if (![...found].some((one) => HAS_ATTACHED.test(one))) return found;
  for (const text of all) for (const [joined] of text.matchAll(JOINED)) found.add(joined);
  return found;
}

/** A text in the pieces that `clustersIn` counts. */
export function splitClusters(text: string): readonly string[] {
  return text.match(new RegExp(`${JOINED.source}|.`, 'gsu')) ?? [];
}

/** Spaces are made from the space, format characters show nothing, line ends are no characters of a font. */
export function isInvisible(character: string): boolean {
  return /^[\p{Z}\p{C}\u{FE00}-\u{FE0F}]+$/u.test(character) && !/\p{Co}/u.test(character);
}

/**
 * Whether a font with these code points draws a cluster. The shaper puts an accented letter together from
 * its parts, and takes a hyphen for one that does not break.
 */
export function canDraw(cluster: string, drawable: ReadonlySet<number>): boolean {
  const ways = [
    cluster,
    cluster.normalize('NFC'),
    cluster.normalize('NFD'),
    ...(cluster === '\u2011' ? ['\u2010', '-'] : []),
  ];
  return ways.some((way) =>
    [...way].every((one) => drawable.has(one.codePointAt(0) ?? 0) || isInvisible(one)),
  );
}

/**
 * Characters that are pictures by themselves, or that the text asks to be. A figure in a keycap stays a
 * figure: as a picture it would be lost to those who copy or search it.
 */
export function isEmoji(cluster: string): boolean {
  return !cluster.includes('\u20E3') && /\p{Emoji_Presentation}|\uFE0F|\p{RI}/u.test(cluster);
}

/** Frames, blocks and shades, which meet only where all have one width. */
export function isBoxDrawing(cluster: string): boolean {
  return /^[\u2500-\u259F]/.test(cluster);
}
