// Links and images that CommonMark does not read and everyone means: an address with spaces in it, and the
// call of a note among a link's words.
import type { MarkdownEngine, StateInline } from '../markdown-it.js';
import { remark } from './rule-finding.js';

const SPACED =
  /(!?)\[([^[\]\n]*)\]\(\s*([^()<>\n"]*[^()<>\s"][ \t]+[^()<>\s"][^()<>\n"]*?)(?:\s+"([^"\n]*)")?\s*\)/y;
const WITH_NOTE = /\[((?:[^[\]\n]|\[\^[^[\]\n]+\])*)\]\(([^()<>\s]+)\)/y;
/** What tells an address from a remark in brackets. */
const ADDRESS = /^(?:[a-z]+:|#|\.{0,2}\/)|\.\w{1,5}(?:#\S*)?$|\//i;

export function oddLinks(engine: MarkdownEngine): void {
  engine.inline.ruler.after('image', 'spaced_link', scanSpaced);
  engine.inline.ruler.after('image', 'link_with_note', scanWithNote);
}

function scanSpaced(state: StateInline, silent: boolean): boolean {
  const found = matchAt(SPACED, state);
  if (!found) return false;
  const [all, isImage, words = '', address = '', title] = found;
  if (!ADDRESS.test(address.trim())) return false;
  const href = state.md.normalizeLink(address.trim());
  if (!state.md.validateLink(href)) return false;
  if (!silent) {
    remark(state, {
      code: 'MARK-012',
      message: `The address "${address.trim()}" has a space in it, which Markdown does not allow.`,
      hint: `Put it in angle brackets: ${isImage}[${words}](<${address.trim()}>).`,
    });
    if (isImage) pushImage(state, { href, words, title });
    else pushLink(state, href, { from: state.pos + 1, to: state.pos + 1 + words.length });
  }
  state.pos += all.length;
  return true;
}

function pushImage(
  state: StateInline,
  { href, words, title }: { href: string; words: string; title: string | undefined },
): void {
  const image = state.push('image', 'img', 0);
  image.attrs = [
    ['src', href],
    ['alt', ''],
  ];
  if (title !== undefined) image.attrSet('title', title);
  image.content = words;
  image.children = [];
  state.md.inline.parse(words, state.md, state.env, image.children);
}

/** The link ends before the call, and goes on behind it. */
function scanWithNote(state: StateInline, silent: boolean): boolean {
  const found = matchAt(WITH_NOTE, state);
  if (!found) return false;
  const [all, label = '', address = ''] = found;
  if (!label.includes('[^')) return false;
  const href = state.md.normalizeLink(address);
  if (!state.md.validateLink(href)) return false;
  const start = state.pos + 1;
  if (!silent) {
    let from = 0;
    for (const call of label.matchAll(/\[\^[^[\]\n]*\]/g)) {
      pushLink(state, href, { from: start + from, to: start + call.index });
      tokenize(state, { from: start + call.index, to: start + call.index + call[0].length });
      from = call.index + call[0].length;
    }
    pushLink(state, href, { from: start + from, to: start + label.length });
  }
  state.pos = start - 1 + all.length;
  return true;
}

function matchAt(pattern: RegExp, state: StateInline): RegExpExecArray | undefined {
  const mark = state.src[state.pos];
  if (mark !== '[' && mark !== '!') return undefined;
  pattern.lastIndex = state.pos;
  const found = pattern.exec(state.src);
  return found && state.pos + found[0].length <= state.posMax ? found : undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function pushLink(state: StateInline, href: string, range: Range): void {
  if (range.from >= range.to) return;
  state.push('link_open', 'a', 1).attrs = [['href', href]];
  state.linkLevel += 1;
  tokenize(state, range);
  state.linkLevel -= 1;
  state.push('link_close', 'a', -1);
}

/** As markdown-it's own rule for links does with their words. */
function tokenize(state: StateInline, { from, to }: Range): void {
  const { pos, posMax } = state;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.pos = pos;
  state.posMax = posMax;
}
