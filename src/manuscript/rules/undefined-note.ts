// `[^x]` without a `[^x]:` anywhere stays as it is written, and is said.
import type { MarkdownEngine, ReadingEnv, StateInline } from '../markdown-it.js';
import { remark } from './rule-finding.js';

const CALL = /\[\^([^\s\]]+)\]/y;

export function undefinedNote(engine: MarkdownEngine): void {
  engine.inline.ruler.after('footnote_ref', 'undefined_note', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  CALL.lastIndex = state.pos;
  const call = CALL.exec(state.src);
  if (!call || state.pos + call[0].length > state.posMax) return false;
  const { footnotes } = state.env as Partial<ReadingEnv>;
  if (footnotes?.refs?.[`:${call[1]}`] !== undefined) return false;
  if (!silent) {
    remark(state, {
      code: 'TEXT-012',
      message: `There is no note "${call[1]}".`,
      hint: `Write the note in a paragraph that begins "[^${call[1]}]:", or correct the call.`,
    });
    state.push('text_special', '', 0).content = call[0];
  }
  state.pos += call[0].length;
  return true;
}
