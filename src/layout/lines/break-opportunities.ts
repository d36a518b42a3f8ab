// Where a paragraph may be broken: its words, and the fragments that soft hyphens, hyphens and dashes make of
// them.
import { FORCED, faceAt, flattenText, positionAfter, positionBefore, type FlatText } from './flat-text.js';
import type { Inline, Position } from './inline-items.js';
import type { BreakKind } from './piece.js';

/** Part of a word that is never parted. */
export interface WordFragment {
  /** In `Flat.text`, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** What a line takes along that begins or ends here: notes and anchors stay with the word they follow. */
  readonly start: Position;
  readonly end: Position;
  readonly after: BreakKind;
}

export type BreakableWord = readonly WordFragment[];

export interface BreakableText {
  readonly flat: FlatText;
  readonly words: readonly BreakableWord[];
}

const SOFT_HYPHEN = '\u00AD';
const ZERO_WIDTH_SPACE = '\u200B';
/** All characters at which a line might end. */
const BREAKER = /[ \u00AD\u200B\u2028\u2010\u2013\u2014/-]/g;
/**
 * `Mary-Ann`, `the air—what`, `1610–1642`, `and/or`: broken after the mark, never before it, and not after a
 * single letter.
 */
const BEFORE_MARK = /[\p{L}\p{N}\p{M}’”)\].,?!\u00AD]{2}$/u;
const AFTER_MARK = /^[\p{L}\p{N}‘“(]{2}/u;

export function readWords(items: readonly Inline[]): BreakableText {
  const flat = flattenText(items);
  const text = flat.text.endsWith(' ') ? flat.text.slice(0, -1) : flat.text;
  const words: WordFragment[][] = [];
  let word: WordFragment[] = [];
  let from = 0;
  let start: Position = { item: 0, offset: 0 };
  const close = (to: number, after: BreakKind, next: number): void => {
    if (to > from) word.push({ from, to, start, end: endOf(flat, to, after), after });
    from = next;
    start = next > to ? positionAfter(flat, next - 1) : positionBefore(flat, next);
  };
  const closeWord = (to: number, after: BreakKind, next: number): void => {
    // A soft hyphen at a word's end is no place to break: the fragment before it ends the word.
    const last = to > from ? undefined : word.pop();
    if (last) word.push({ ...last, end: endOf(flat, to, after), after });
    close(to, after, next);
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const { index } of text.matchAll(BREAKER)) {
    const kind = breakAt(flat, text, index);
    if (kind === 'space' || kind === 'forced') closeWord(index, kind, index + 1);
    if (kind === 'hyphen' && index > from) close(index, kind, index + 1);
    if (kind === 'joint' || kind === 'hard-hyphen') close(index + 1, kind, index + 1);
  }
  closeWord(text.length, 'end', text.length);
  return { flat, words: withEnd(words, items.length) };
}

/**
 * The space stays with the word before it, where it stands in the text: so lines joined are the text again.
 */
function endOf(flat: FlatText, to: number, after: BreakKind): Position {
  return after === 'space' ? positionAfter(flat, to) : positionBefore(flat, to);
}

/** The last fragment takes along all that is left, whatever the paragraph ended with. */
function withEnd(words: readonly BreakableWord[], items: number): readonly BreakableWord[] {
  const word = words.at(-1);
  const last = word?.at(-1);
  if (!word || !last) return words;
  return [
    ...words.slice(0, -1),
    [...word.slice(0, -1), { ...last, end: { item: items, offset: 0 }, after: 'end' }],
  ];
}

/**
 * No less than three letters stand before an added hyphen or after it, whatever the language's patterns
 * allow.
 */
function leavesThree(text: string, index: number): boolean {
  return (
    /\p{L}\p{M}*\p{L}\p{M}*\p{L}\p{M}*$/u.test(
      text.slice(Math.max(0, index - 12), index).replaceAll(SOFT_HYPHEN, ''),
    ) && /^\p{L}\p{M}*\p{L}\p{M}*\p{L}/u.test(text.slice(index + 1, index + 13).replaceAll(SOFT_HYPHEN, ''))
  );
}

function breakAt(flat: FlatText, text: string, index: number): BreakKind | undefined {
  const character = text.charAt(index);
  if (character === FORCED) return 'forced';
  if (faceAt(flat, index)?.wraps === 'no') return undefined;
  if (character === ' ') return 'space';
  if (character === SOFT_HYPHEN) return leavesThree(text, index) ? 'hyphen' : undefined;
  if (character === ZERO_WIDTH_SPACE) return 'joint';
  const breaks =
    BEFORE_MARK.test(text.slice(Math.max(0, index - 3), index)) &&
    AFTER_MARK.test(text.slice(index + 1, index + 4).replace(SOFT_HYPHEN, ''));
  if (!breaks) return undefined;
  return character === '-' || character === '\u2010' ? 'hard-hyphen' : 'joint';
}
