// Pieces of a line in the order in which they are read. Browsers paint a line from left to right; where it
// holds letters that run to the left, the piece at its right end is read first.
import type { PaintedText } from '../../pdf/read/pdf-text.js';
import { letters } from './letters.js';

/** Whether the book has these letters, one behind another. */
export type Stands = (letters: string) => boolean;

/**
 * The texts of a page; lines without letters that run to the left stay as they were painted.
 *
 * @param stands decides where the picture of a line does not: a figure behind an Arabic word of an English
 *   line is painted before it, as one before the word is, and code with more Arabic than Latin in it
 *   still runs to the right. Default: nothing.
 */
export function inLineReadingOrder(
  texts: readonly PaintedText[],
  stands: Stands = () => false,
): readonly PaintedText[] {
  if (!texts.some(({ text }) => RIGHT_TO_LEFT.test(text))) return texts;
  return linesOf(texts.filter(holdsMore).flatMap(partedByScript)).flatMap((line) => readLine(line, stands));
}

/** Vowel signs are painted over or under their letter, at other heights: they are no place in a line. */
function holdsMore({ text }: PaintedText): boolean {
  return !/^[\p{M}\u0640]+$/u.test(text);
}

/** A piece with letters of both ways is parted between them, in the order in which its parts are painted. */
function partedByScript(piece: PaintedText): readonly PaintedText[] {
  const parts = piece.text.split(LEFTWARD_RUN).filter((part) => part !== '');
  if (parts.length < 2 || !RIGHTWARD_LETTER.test(piece.text)) return [piece];
  return (piece.way === 'rtl' ? parts.toReversed() : parts).map((text) => ({ ...piece, text }));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const RIGHTWARD_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

/**
 * From a letter that runs to the left to the last before one that runs to the right: figures between are
 * theirs.
 */
const LEFTWARD_RUN = new RegExp(
  `(${RIGHT_TO_LEFT.source}(?:${RIGHTWARD_LETTER.source.replace('[', '[^')}*${RIGHT_TO_LEFT.source})?)`,
  'u',
);

/** A letter with a vowel sign is painted from where the sign is: in parts of the size, up and to the left. */
const WITH_SIGN = { rise: 0.9, left: 0.5 };

/** What is painted one behind another, on one baseline and further to the right each time. */
function linesOf(texts: readonly PaintedText[]): readonly (readonly PaintedText[])[] {
  const lines: PaintedText[][] = [];
  let last: PaintedText | undefined;
  for (const text of texts) {
    if (last !== undefined && followsOnLine(text, last)) lines.at(-1)?.push(text);
    else lines.push([text]);
    last = text;
  }
  return lines;
}

function followsOnLine(text: PaintedText, last: PaintedText): boolean {
  return (
    text.direction[0] === 1 &&
    Math.abs(text.y - last.y) < last.size * WITH_SIGN.rise &&
    text.x >= last.x - last.size * WITH_SIGN.left
  );
}

/**
 * Turned as a whole where most of it runs to the left, or where the book has it so, and what runs the other
 * way turned back.
 */
function readLine(line: readonly PaintedText[], stands: Stands): readonly PaintedText[] {
  const [leftward, rightward] = [count(line, RIGHT_TO_LEFT), count(line, LEFT_TO_RIGHT)];
  if (leftward === 0) return line;
  const readings = [readLeftward(line, stands), readRightward(line, stands)];
  if (leftward <= rightward) readings.reverse();
  return (
    (rightward > 0 ? readings.find((reading) => stands(lettersOf(reading))) : undefined) ??
    readings[0] ??
    line
  );
}

function readLeftward(line: readonly PaintedText[], stands: Stands): readonly PaintedText[] {
  return turnRuns(figuresApart(line).toReversed(), {
    begins: LEFT_TO_RIGHT,
    lasts: LEFT_TO_RIGHT,
    letter: RIGHTWARD_LETTER,
    ends: RIGHT_TO_LEFT,
    figures: 'turn',
    stands,
  });
}

function readRightward(line: readonly PaintedText[], stands: Stands): readonly PaintedText[] {
  return turnRuns(figuresApart(line), {
    begins: LEFTWARD_OR_FIGURE,
    lasts: RIGHT_TO_LEFT,
    letter: RIGHT_TO_LEFT,
    ends: RIGHTWARD_LETTER,
    figures: 'stay',
    stands,
  });
}

/**
 * A figure that stands before letters which run to the left may belong to them: it gets a piece of its own.
 */
function figuresApart(line: readonly PaintedText[]): readonly PaintedText[] {
  return line.flatMap((piece, index) =>
    runsLeftward(line[index + 1]) || runsLeftward(line[index + 2]) ? partedAtFigure(piece) : [piece],
  );
}

function runsLeftward(piece: PaintedText | undefined): boolean {
  return piece !== undefined && RIGHT_TO_LEFT.test(piece.text);
}

/** The figure that a piece ends with, by itself. */
function partedAtFigure(piece: PaintedText): readonly PaintedText[] {
  const at = piece.text.search(LAST_FIGURE);
  return at <= 0
    ? [piece]
    : [piece.text.slice(0, at), piece.text.slice(at)].map((text) => ({ ...piece, text }));
}

const LAST_FIGURE = /(?<![\p{L}\p{N}.,:/])\p{N}[\p{N}.,:/]*[^\p{L}\p{N}]*$/u;
const LEFTWARD_OR_FIGURE = new RegExp(`${RIGHT_TO_LEFT.source}|\\p{N}`, 'u');

function lettersOf(texts: readonly PaintedText[]): string {
  return letters(texts.map(({ text }) => text).join(''));
}

function count(line: readonly PaintedText[], letter: RegExp): number {
  return line.reduce((sum, { text }) => sum + [...text].filter((one) => letter.test(one)).length, 0);
}

interface Turning {
  /**
   * A run is from the first piece that begins one to the last that may be in it, wherever no piece that ends
   * it stands between.
   */
  readonly begins: RegExp;
  readonly lasts: RegExp;
  readonly ends: RegExp;
  /**
   * What the run's own letters are: figures before them are painted alike whether they belong to the run or
   * not.
   */
  readonly letter: RegExp;
  readonly figures: 'turn' | 'stay';
  readonly stands: Stands;
}

function turnRuns(
  line: readonly PaintedText[],
  { begins, lasts, ends, ...turning }: Turning,
): readonly PaintedText[] {
  const read: PaintedText[] = [];
  let run: PaintedText[] = [];
  const close = (): void => {
    const end = run.findLastIndex(({ text }) => lasts.test(text)) + 1;
    const before = lettersOf(read.slice(-1));
    read.push(
      ...turned(run.slice(0, end), { ...turning, stands: (words) => turning.stands(before + words) }),
      ...run.slice(end),
    );
    run = [];
  };
  for (const piece of line) {
    if (ends.test(piece.text) || (run.length === 0 && !begins.test(piece.text))) {
      close();
      read.push(piece);
    } else run.push(piece);
  }
  close();
  return read;
}

/**
 * Figures at a run's beginning are turned with it or stay, as they do most often, or else as the book has
 * them.
 */
function turned(
  run: readonly PaintedText[],
  { letter, figures, stands }: Pick<Turning, 'letter' | 'figures' | 'stands'>,
): readonly PaintedText[] {
  const first = run.findIndex(({ text }) => letter.test(text));
  if (first === 0) return run.toReversed();
  const lead = first === -1 ? run.length : first;
  const both = [run.toReversed(), [...run.slice(0, lead), ...run.slice(lead).toReversed()]];
  const [usual = run, other = run] = figures === 'turn' ? both : both.toReversed();
  return !stands(lettersOf(usual)) && stands(lettersOf(other)) ? other : usual;
}
