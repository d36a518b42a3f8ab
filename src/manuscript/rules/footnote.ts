// `[^1]` and `^[inline]`, by markdown-it-footnote, and where each defined note stands.
import { useNotes, type MarkdownEngine, type StateBlock } from '../markdown-it.js';
import { lineShift } from './nested-blocks.js';

/** A note defined under a label; 0-based line. */
export interface DefinedNote {
  readonly label: string;
  readonly line: number;
}

const DEFINITION = /^\[\^([^\s\]]+(?: [^\s\]]+)*)\]:/;

export function note(engine: MarkdownEngine): void {
  useNotes(engine);
  engine.block.ruler.before('footnote_def', 'note_lines', rememberLine, { alt: ['paragraph', 'reference'] });
}

/** All definitions of a reading, in the order of the text. A label may come twice. */
export function definedNotes(env: object): readonly DefinedNote[] {
  return (env as { definedNotes?: readonly DefinedNote[] }).definedNotes ?? [];
}

/** The label as the plugin reads it: it knows no space in a label, and takes a no-break space. */
export function labelOf(written: string): string {
  return written.replaceAll(' ', '\u00a0');
}

/** Takes nothing: the plugin's own rule comes next and reads the note. */
function rememberLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const written = DEFINITION.exec(state.src.slice(start, state.eMarks[startLine]))?.[1];
  const label = written && labelOf(written);
  if (label !== written)
    state.src = `${state.src.slice(0, start + 2)}${label}${state.src.slice(start + 2).slice(label?.length)}`;
  if (!silent && label !== undefined && (state.sCount[startLine] ?? 0) - state.blkIndent < 4) {
    state.env['definedNotes'] = [
      ...definedNotes(state.env),
      { label, line: lineShift(state.env) + startLine },
    ];
  }
  return false;
}
