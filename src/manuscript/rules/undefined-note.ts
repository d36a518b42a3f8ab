// `[^x]` without a `[^x]:` anywhere stays as it is written, and is said. One that differs from a label
// only in its capitals calls that note, as on GitHub; so does one with spaces.
import type { Footnotes, MarkdownEngine, ReadingEnv, StateInline } from '../markdown-it.js';
import { labelOf } from './footnote.js';
import { remark } from './rule-finding.js';

const CALL = /\[\^([^\s\]]+(?: [^\s\]]+)*)\]/y;

export function undefinedNote(engine: MarkdownEngine): void {
  engine.inline.ruler.after('footnote_ref', 'undefined_note', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  CALL.lastIndex = state.pos;
  const call = CALL.exec(state.src);
  if (!call || state.pos + call[0].length > state.posMax) return false;
  const { footnotes } = state.env as Partial<ReadingEnv>;
  const written = call[1] ?? '';
  if (footnotes?.refs?.[`:${written}`] !== undefined) return false;
  const label = footnotes && labelLike(footnotes, labelOf(written));
  // Words in brackets behind a caret are as likely the words of a link.
  if (label === undefined && written.includes(' ')) return false;
  if (!silent && label !== undefined) callNote(state, label);
  if (!silent && label === undefined) {
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

/** The only label that is the same without regard to capitals. */
function labelLike({ refs = {} }: Footnotes, written: string): string | undefined {
  const like = Object.keys(refs).filter((one) => one.toLowerCase() === `:${written.toLowerCase()}`);
  return like.length === 1 ? like[0]?.slice(1) : undefined;
}

/** As the plugin's own rule `footnote_ref` does. */
function callNote(state: StateInline, label: string): void {
  const notes = state.env['footnotes'] as { refs: Record<string, number>; list?: CalledNote[] };
  const list = (notes.list ??= []);
  const known = notes.refs[`:${label}`] ?? -1;
  const id = known < 0 ? list.length : known;
  const called = (list[id] ??= { label, count: 0 });
  notes.refs[`:${label}`] = id;
  state.push('footnote_ref', '', 0).meta = { id, subId: called.count, label };
  called.count += 1;
}

interface CalledNote {
  readonly label: string;
  count: number;
}
