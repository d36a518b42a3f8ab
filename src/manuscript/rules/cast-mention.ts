// `{@sam}` and `{@sam|the girl}`: a mention of a cast member, by their own name or in the words given.
//   {@sam|the *girl* with the bees}
//   ^ ^   ^                       ^
//   | id  words, markup allowed   the brace that matches the first
import type { MarkdownEngine, StateInline } from '../markdown-it.js';
import { remark } from './rule-finding.js';

const OPENING = /\{@([^\s|{}@]+)([|}])/y;

export function castMention(engine: MarkdownEngine): void {
  engine.inline.ruler.before('emphasis', 'cast_mention', scan);
}

function scan(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('{@', state.pos)) return false;
  OPENING.lastIndex = state.pos;
  const opening = OPENING.exec(state.src);
  const words = state.pos + (opening?.[0].length ?? 0);
  const end = opening?.[2] === '}' ? words - 1 : closingBrace(state, words);
  if (!opening || end < 0 || end >= state.posMax) return keepAsText(state, silent);
  if (!silent) push(state, { id: opening[1] ?? '', from: Math.min(words, end), to: end });
  state.pos = end + 1;
  return true;
}

function push(state: StateInline, mention: { id: string; from: number; to: number }): void {
  const max = state.posMax;
  state.push('mention_open', 'fm-mention', 1).attrs = [['cast', mention.id]];
  state.pos = mention.from;
  state.posMax = mention.to;
  state.md.inline.tokenize(state);
  state.posMax = max;
  state.push('mention_close', 'fm-mention', -1);
}

/** Steps token by token, so that braces in code and after a backslash do not count. */
function closingBrace(state: StateInline, from: number): number {
  const start = state.pos;
  let depth = 0;
  let end = -1;
  for (state.pos = from; state.pos < state.posMax;) {
    const mark = state.src[state.pos];
    if (mark === '}' && depth === 0) {
      end = state.pos;
      break;
    }
    if (mark === '}') depth--;
    if (mark === '{' && state.src[state.pos + 1] !== '@') depth++;
    state.md.inline.skipToken(state);
  }
  state.pos = start;
  return end;
}

function keepAsText(state: StateInline, silent: boolean): boolean {
  if (!silent) {
    state.push('text_special', '', 0).content = '{@';
    remark(state, {
      code: 'TEXT-017',
      message: 'The text has "{@", but no mention follows.',
      hint: 'A mention is written {@id} or {@id|words}; write \\{@ for the characters themselves.',
    });
  }
  state.pos += 2;
  return true;
}
