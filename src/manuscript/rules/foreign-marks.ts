// Signs of other dialects that are printed as they are typed, and told.
import type { MarkdownEngine, StateBlock, StateCore, StateInline } from '../markdown-it.js';
import { remark, remarkAt, remarkToken, type RuleRemark } from './rule-finding.js';

export function foreignMarks(engine: MarkdownEngine): void {
  engine.core.ruler.after('block', 'foreign_marks', (state: StateCore) => {
    state.tokens = state.tokens.flatMap((token, index) => {
      const inline = token.type === 'paragraph_open' ? state.tokens[index + 1] : undefined;
      const said = inline ? LINES.find(({ line }) => line.test(inline.content)) : undefined;
      return said ? [remarkToken(state, token.map?.[0], told(said.what, said.hint)), token] : [token];
    });
  });
  engine.inline.ruler.push('emoji_name', scanEmoji);
  engine.block.ruler.before('lheading', 'kept_paragraph', keepParagraph);
}

interface Line {
  readonly line: RegExp;
  readonly what: string;
  readonly hint: string;
}

const LINES: readonly Line[] = [
  {
    line: /^#{1,6}[^\s#\d!]/,
    what: 'A heading without a space behind its `#`',
    hint: 'Write a space behind the "#", or \\# for the sign itself.',
  },
  {
    line: /^(?:!!!|\?\?\?)\s+\w/,
    what: 'An admonition of MkDocs',
    hint: 'Write ::: note and ::: around it.',
  },
  {
    line: /^\*\[[^\]]+\]:\s/,
    what: 'An abbreviation of Markdown Extra',
    hint: 'Write the long form at the first place in the text.',
  },
  { line: /^\{[a-z][\w-]*: [^{}]*\}$/, what: "A line of Markua's attributes", hint: 'Write {.class #id}.' },
  { line: /^-+8<-+|^--8<--/, what: 'A snippet of MkDocs', hint: 'Copy the words into the file.' },
  {
    line: /^(?:@import|!include)\s/,
    what: 'An import of another tool',
    hint: 'Copy the words into the file.',
  },
];

const EMOJI = /:(?:[a-z][a-z_]{2,40}|\+1|-1):/y;

/** `:smile:`; a time, a ratio and a namespace have no colon at both ends of a word. */
function scanEmoji(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== ':' || /[\p{L}\p{N}:/]/u.test(state.src[state.pos - 1] ?? '')) return false;
  EMOJI.lastIndex = state.pos;
  const found = EMOJI.exec(state.src);
  if (!found || /[\p{L}\p{N}:]/u.test(state.src[state.pos + found[0].length] ?? '')) return false;
  if (!silent) {
    remark(state, told('The name of an emoji', 'Write the emoji itself.'));
    state.push('text_special', '', 0).content = found[0];
  }
  state.pos += found[0].length;
  return true;
}

function told(what: string, hint: string): RuleRemark {
  return { code: 'MARK-009', message: `${what} is printed as typed.`, hint };
}

const SENTENCE = /[.!?…]["'”’»)\]]*$/;
const OTHER_BLOCK = /^[ \t]*(?:[#>|:]|[-+*][ \t]|`{3}|~{3}|\d+[.)][ \t])/m;
/** Characters: a title is shorter. */
const LONG = 60;

/** A sentence with `---` below it: CommonMark makes a heading of it. It stays, and a scene break follows. */
function keepParagraph(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.parentType !== 'root') return false;
  let end = startLine + 1;
  while (end < endLine && !state.isEmpty(end) && !isRule(state, end)) end++;
  if (end >= endLine || !isRule(state, end) || end === startLine) return false;
  const content = state.getLines(startLine, end, state.blkIndent, false).trim();
  if (content.length < LONG || !SENTENCE.test(content) || OTHER_BLOCK.test(content)) return false;
  const map: [number, number] = [startLine, end];
  Object.assign(state.push('paragraph_open', 'p', 1), { map, block: true });
  Object.assign(state.push('inline', '', 0), { map, content, children: [] });
  state.push('paragraph_close', 'p', -1).block = true;
  Object.assign(state.push('hr', 'hr', 0), { map: [end, end + 1], markup: '---', block: true });
  remarkAt(state, end, {
    code: 'MARK-011',
    message: 'A rule directly below a paragraph is set as a scene break.',
    hint: 'Leave an empty line above the rule.',
  });
  state.line = end + 1;
  return true;
}

function isRule(state: StateBlock, line: number): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return /^-{3,}\s*$/.test(state.src.slice(start, state.eMarks[line]));
}
