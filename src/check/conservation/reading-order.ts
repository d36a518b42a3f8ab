// Pieces of a line in the order in which they are read. Browsers paint a line from left to right; where it holds letters that
// run to the left, the piece at its right end is read first.
import type { PaintedText } from '../../press/pdf/read-text.js';

/** The texts of a page; lines without letters that run to the left stay as they were painted. */
export function inReadingOrder(texts: readonly PaintedText[]): readonly PaintedText[] {
  if (!texts.some(({ text }) => RIGHT_TO_LEFT.test(text))) return texts;
  return linesOf(texts.flatMap(partedByScript)).flatMap(readLine);
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

/** From a letter that runs to the left to the last before one that runs to the right: figures between are theirs. */
const LEFTWARD_RUN = new RegExp(`(${RIGHT_TO_LEFT.source}(?:${RIGHTWARD_LETTER.source.replace('[', '[^')}*${RIGHT_TO_LEFT.source})?)`, 'u');

/** What is painted one behind another, on one baseline and further to the right each time. */
function linesOf(texts: readonly PaintedText[]): readonly (readonly PaintedText[])[] {
  const lines: PaintedText[][] = [];
  let last: PaintedText | undefined;
  for (const text of texts) {
    if (last !== undefined && text.direction[0] === 1 && Math.abs(text.y - last.y) < last.size / 2 && text.x >= last.x) lines.at(-1)?.push(text);
    else lines.push([text]);
    last = text;
  }
  return lines;
}

/** Turned as a whole where most of it runs to the left, and what runs the other way turned back. */
function readLine(line: readonly PaintedText[]): readonly PaintedText[] {
  const leftward = count(line, RIGHT_TO_LEFT);
  if (leftward === 0) return line;
  const isTurned = leftward > count(line, LEFT_TO_RIGHT);
  const other = isTurned ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  return turnRuns(isTurned ? line.toReversed() : line, { runs: other, ends: isTurned ? RIGHT_TO_LEFT : RIGHTWARD_LETTER });
}

function count(line: readonly PaintedText[], letter: RegExp): number {
  return line.reduce((sum, { text }) => sum + [...text].filter((one) => letter.test(one)).length, 0);
}

/** Turns what lies between the first and the last piece of a kind, wherever no piece of the other kind parts them. */
function turnRuns(line: readonly PaintedText[], { runs, ends }: { readonly runs: RegExp; readonly ends: RegExp }): readonly PaintedText[] {
  const read: PaintedText[] = [];
  let run: PaintedText[] = [];
  const close = (): void => {
    const end = run.findLastIndex(({ text }) => runs.test(text)) + 1;
    read.push(...run.slice(0, end).toReversed(), ...run.slice(end));
    run = [];
  };
  for (const piece of line) {
    if (ends.test(piece.text) || (run.length === 0 && !runs.test(piece.text))) {
      close();
      read.push(piece);
    } else run.push(piece);
  }
  close();
  return read;
}
