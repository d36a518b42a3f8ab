// A paragraph as one string, white space collapsed as CSS does, with the way back to where each character
// stands.
import type { TextFace, Inline, Position } from './inline-items.js';

export const BOX = '\uFFFC';
export const FORCED = '\u2028';
const WHITE = /[ \t\n\r\f]/;

export interface FlatText {
  readonly text: string;
  readonly items: readonly Inline[];
  /** For each character: its inline, and its offset there. */
  readonly item: readonly number[];
  readonly offset: readonly number[];
}

export function flattenText(items: readonly Inline[]): FlatText {
  // joined at the end: looking at the end of a string that grows takes its length squared
  const text: string[] = [];
  const item: number[] = [];
  const offset: number[] = [];
  const add = (character: string, index: number, at: number): void => {
    text.push(character);
    item.push(index);
    offset.push(at);
  };
  items.forEach((one, index) => {
    if (one.kind === 'box') add(BOX, index, 0);
    if (one.kind === 'break') {
      // A space before a line break of the author's collapses.
      if (text.at(-1) === ' ') {
        text.pop();
        item.pop();
        offset.pop();
      }
      add(FORCED, index, 0);
    }
    if (one.kind !== 'text') return;
    for (let at = 0; at < one.text.length; at += 1) {
      const character = one.text.charAt(at);
      if (!WHITE.test(character)) add(character, index, at);
      else if (text.length > 0 && text.at(-1) !== ' ' && text.at(-1) !== FORCED) add(' ', index, at);
    }
  });
  return { text: text.join(''), items, item, offset };
}

/** Just before a character. */
export function positionBefore(flat: FlatText, index: number): Position {
  const item = flat.item[index];
  return item === undefined
    ? { item: flat.items.length, offset: 0 }
    : { item, offset: flat.offset[index] ?? 0 };
}

/** Just after a character; what takes no room and follows it lies beyond. */
export function positionAfter(flat: FlatText, index: number): Position {
  const before = positionBefore(flat, index);
  return { item: before.item, offset: before.offset + 1 };
}

export function faceAt(flat: FlatText, index: number): TextFace | undefined {
  const one = flat.items[flat.item[index] ?? -1];
  return one?.kind === 'text' ? one.face : undefined;
}
