// From words to pieces: which texts must be measured, and what their widths make of a paragraph.
import { BOX, faceAt, type FlatText } from './flat-text.js';
import { hangAtEnd, hangAtStart } from './hanging-punctuation.js';
import type { TextFace } from './inline-items.js';
import type { LinePiece } from './piece.js';
import type { WordFragment, BreakableWord, BreakableText } from './break-opportunities.js';

export const HYPHEN = '\u2010';

/** The width of a text in a face. It never changes while a memory lives. */
export type Width = (face: TextFace, text: string) => number;

/** Most words of a book are not new: the pieces of a word in one face, by face and spelling. */
export type WordMemory = Map<TextFace, Map<string, readonly LinePiece[]>>;

export interface Scale {
  /** The paragraph's own, for what has none. */
  readonly face: TextFace;
  readonly width: Width;
  readonly memory: WordMemory;
}

/** One piece a fragment, in order. */
export function piecesOf({ flat, words }: BreakableText, scale: Scale): readonly LinePiece[] {
  return words.flatMap(
    (word) =>
      recalled(flat, word, scale) ??
      piecesOfWord({ flat, word, defaultFace: scale.face, width: scale.width }),
  );
}

/**
 * Asks for every width that `piecesOf` will need, and uses none; words of one face once as long as `asked` is
 * the same.
 */
export function askWidths(
  { flat, words }: BreakableText,
  { face, width, memory }: Scale,
  asked: Map<TextFace, Set<string>>,
): void {
  for (const word of words) {
    const only = onlyFace(flat, word);
    if (only) {
      const name = nameOf(flat, word);
      const names = asked.get(only) ?? new Set();
      if (names.has(name) || memory.get(only)?.has(name)) continue;
      asked.set(only, names.add(name));
    }
    piecesOfWord({ flat, word, defaultFace: face, width });
  }
}

function recalled(
  flat: FlatText,
  word: BreakableWord,
  { width, memory }: Scale,
): readonly LinePiece[] | undefined {
  const face = onlyFace(flat, word);
  if (!face) return undefined;
  const words = memory.get(face) ?? new Map<string, readonly LinePiece[]>();
  memory.set(face, words);
  const name = nameOf(flat, word);
  const pieces = words.get(name) ?? piecesOfWord({ flat, word, defaultFace: face, width });
  words.set(name, pieces);
  return pieces;
}

/** The face of a word and of the space after it, when it is but one and nothing else stands in the word. */
function onlyFace(flat: FlatText, word: BreakableWord): TextFace | undefined {
  const from = word[0]?.from ?? 0;
  const to = Math.min(word.at(-1)?.to ?? 0, flat.text.length - 1);
  const first = faceAt(flat, from);
  let item = flat.item[from];
  for (let index = from + 1; index <= to; index += 1) {
    if (flat.item[index] === item) continue;
    item = flat.item[index];
    if (faceAt(flat, index) !== first) return undefined;
  }
  return first;
}

/** Spelled with its soft hyphens and how it ends, the word says all that its pieces depend on. */
function nameOf(flat: FlatText, word: BreakableWord): string {
  return `${flat.text.slice(word[0]?.from, word.at(-1)?.to)}|${word.at(-1)?.after}`;
}

interface WordOrder {
  readonly flat: FlatText;
  readonly word: BreakableWord;
  readonly defaultFace: TextFace;
  readonly width: Width;
}

/**
 * Fragments are measured apart and the whole word too: what kerning makes of the joints is spread over them,
 * and taken off where one is broken.
 */
function piecesOfWord(order: WordOrder): readonly LinePiece[] {
  const { word } = order;
  const alone = word.map((fragment) => widthOf(order, fragment.from, fragment.to));
  const whole = word.length > 1 ? widthOf(order, word[0]?.from ?? 0, word.at(-1)?.to ?? 0) : (alone[0] ?? 0);
  const kern = word.length > 1 ? (whole - alone.reduce((sum, one) => sum + one, 0)) / (word.length - 1) : 0;
  return word.map((fragment, index) =>
    pieceOf({ ...order, fragment, alone: alone[index] ?? 0, kern: index < word.length - 1 ? kern : 0 }),
  );
}

function pieceOf({
  flat,
  word,
  fragment,
  alone,
  kern,
  defaultFace,
  width,
}: WordOrder & {
  readonly fragment: WordFragment;
  readonly alone: number;
  readonly kern: number;
}): LinePiece {
  const text = flat.text.slice(fragment.from, fragment.to);
  const firstFace = faceAt(flat, fragment.from) ?? defaultFace;
  const lastFace = faceAt(flat, fragment.to - 1) ?? defaultFace;
  const hyphen = fragment.after === 'hyphen' ? width(lastFace, HYPHEN) : 0;
  const spaceFace = faceAt(flat, fragment.to) ?? lastFace;
  const inner = innerSpaces(flat, fragment, width);
  return {
    width: alone + kern,
    letters: lettersOf(flat, fragment),
    innerSpaces: inner.count,
    innerSpaceWidth: inner.width,
    hangStart: hung(hangAtStart, text.charAt(0), firstFace, width),
    hangEnd:
      fragment.after === 'hyphen'
        ? hangAtEnd(HYPHEN) * hyphen
        : hung(hangAtEnd, text.slice(-1), lastFace, width),
    after: fragment.after,
    space: fragment.after === 'space' ? width(spaceFace, ' ') : 0,
    trail: hyphen - kern,
    begins: fragment === word[0] ? bare(flat, word, 0) : '',
    ends: fragment === word.at(-1) ? bare(flat, word, -1) : '',
  };
}

const PLAIN = /^[\p{L}\p{N}]+$/u;

/** The word, or the first or last of those that no-break spaces join, as two are compared. */
function bare(flat: FlatText, word: BreakableWord, which: 0 | -1): string {
  const text = flat.text.slice(word[0]?.from, word.at(-1)?.to).replaceAll('\u00AD', '');
  if (PLAIN.test(text)) return text.toLowerCase();
  return (text.split(/\s+/).at(which) ?? '').toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function hung(share: (mark: string) => number, mark: string, face: TextFace, width: Width): number {
  const hangs = share(mark);
  return hangs > 0 ? hangs * width(face, mark) : 0;
}

/** Runs of one face are measured whole, so that kerning inside them counts. */
function widthOf({ flat, width }: WordOrder, from: number, to: number): number {
  let sum = 0;
  let run = '';
  let runFace: TextFace | undefined;
  const flush = (): void => {
    if (runFace && run !== '') sum += width(runFace, run);
    run = '';
  };
  for (let index = from; index < to; index += 1) {
    const character = flat.text.charAt(index);
    const one = flat.items[flat.item[index] ?? -1];
    if (one?.kind === 'box' && character === BOX) {
      flush();
      sum += one.width;
    }
    if (one?.kind !== 'text' || character === '\u00AD') continue;
    if (one.face !== runFace) flush();
    runFace = one.face;
    run += character;
  }
  flush();
  return sum;
}

const INNER_SPACE = /[ \u00A0]/;

function innerSpaces(
  flat: FlatText,
  fragment: WordFragment,
  width: Width,
): { readonly count: number; readonly width: number } {
  let count = 0;
  let sum = 0;
  for (let index = fragment.from; index < fragment.to; index += 1) {
    const face = faceAt(flat, index);
    if (!face || !INNER_SPACE.test(flat.text.charAt(index))) continue;
    count += 1;
    sum += width(face, ' ');
  }
  return { count, width: sum };
}

const UNCOUNTED = /[\p{M}\p{Cf}\uDC00-\uDFFF]/u;

/**
 * What letter-spacing widens: letters of tracked faces, spaces too; combining marks and second halves of
 * pairs are drawn with their letter.
 */
function lettersOf(flat: FlatText, fragment: WordFragment): number {
  let count = 0;
  for (let index = fragment.from; index < fragment.to; index += 1) {
    if (faceAt(flat, index)?.tracked === 'yes' && !UNCOUNTED.test(flat.text.charAt(index))) count += 1;
  }
  return count;
}
