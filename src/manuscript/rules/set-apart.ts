// Callouts whose lines a sign or a margin sets apart.
//   !!! note "Tides"        W> Markua writes a letter
//       Words of MkDocs.    W> before each line.
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { calloutName, openCallout, takeHeading } from './callout.js';
import { mayNest, readNested } from './nested-blocks.js';

const ADMONITION = /^(?:!!!|\?\?\?\+?)\s+([A-Za-z][\w-]*)(?:\s+[A-Za-z-]+)*(?:\s+"([^"]*)")?\s*$/;
const MARKUA = /^([ABCDEIQTWX])>(?:\s|$)/;
const LETTERS: Readonly<Record<string, string>> = {
  D: 'discussion',
  E: 'error',
  I: 'info',
  Q: 'question',
  T: 'tip',
  W: 'warning',
  X: 'exercise',
};

export function setApart(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'set_apart', scan, { alt: ['paragraph', 'blockquote'] });
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const line = textAt(state, startLine).trim();
  const admonition = ADMONITION.exec(line);
  const letter = MARKUA.exec(line)?.[1];
  if ((!admonition && letter === undefined) || !mayNest(state)) return false;
  if (letter !== undefined) return readLetters(state, { letter, startLine, endLine, silent });
  const name = calloutName(admonition?.[1] ?? '');
  const end = afterIndented(state, startLine + 1, endLine);
  if (name === undefined || end === startLine + 1) return false;
  if (silent) return true;
  const title = admonition?.[2];
  openCallout(state, { name, line: startLine, ...(title !== undefined && { title }) }).map = [startLine, end];
  const margin = state.blkIndent + 4;
  readNested(
    state,
    linesOf(state, startLine + 1, end, (line) => line.slice(Math.min(margin, indentOf(line)))),
    startLine + 1,
  );
  state.push('callout_close', 'aside', -1).block = true;
  state.line = end;
  return true;
}

/** `A>` is an aside without a title, `B>` a blurb, `C>` centred text. */
function readLetters(
  state: StateBlock,
  {
    letter,
    startLine,
    endLine,
    silent,
  }: { letter: string; startLine: number; endLine: number; silent: boolean },
): boolean {
  if (silent) return true;
  let end = startLine + 1;
  while (end < endLine && MARKUA.exec(textAt(state, end).trim())?.[1] === letter) end++;
  const name = LETTERS[letter];
  const isCentred = letter === 'C';
  const open =
    name === undefined && isCentred
      ? state.push('container_block_open', 'div', 1)
      : openCallout(state, {
          name: name ?? 'note',
          line: startLine,
          ...(name === undefined && { title: '', classes: [letter === 'A' ? 'aside' : 'blurb'] }),
        });
  if (isCentred) open.info = 'centered';
  open.map = [startLine, end];
  const lines = linesOf(state, startLine, end, (line) => line.trimStart().replace(/^[A-Z]> ?/, ''));
  const first = state.tokens.length;
  readNested(state, lines, startLine);
  if (!isCentred) takeHeading(state, first);
  state.push(isCentred ? 'container_block_close' : 'callout_close', open.tag, -1).block = true;
  state.line = end;
  return true;
}

/** The first line that is neither blank nor as far in as an admonition's words. */
function afterIndented(state: StateBlock, from: number, endLine: number): number {
  let end = from;
  for (let line = from; line < endLine; line++) {
    if (textAt(state, line).trim() === '') continue;
    if ((state.sCount[line] ?? 0) - state.blkIndent < 4) break;
    end = line + 1;
  }
  return end;
}

function linesOf(
  state: StateBlock,
  from: number,
  to: number,
  cut: (line: string) => string,
): readonly string[] {
  return Array.from({ length: to - from }, (_, index) => cut(textAt(state, from + index)));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function textAt(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}
