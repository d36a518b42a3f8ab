// Obsidian's links, embeds and comments: `[[file#heading|words]]`, `![[map.svg|300]]`, `%%not printed%%`. Of
// links the words stay, since a vault finds its notes by names alone.
import type { MarkdownEngine, StateBlock, StateInline } from '../markdown-it.js';
import { remark, remarkAt } from './rule-finding.js';

const LINK = /(!?)\[\[([^[\]|\n#]*)(?:#\^?([^[\]|\n]*))?(?:\|([^[\]\n]*))?\]\]/y;
const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const COMMENT = /%%(?=[\s\p{L}\p{P}])[^%]+?%%(?![\p{L}\p{N}])/uy;

export function wikiLink(engine: MarkdownEngine): void {
  engine.inline.ruler.before('link', 'wiki_link', scan);
  engine.inline.ruler.before('emphasis', 'wiki_comment', scanComment);
  engine.block.ruler.before('fence', 'wiki_comment', scanCommentBlock, { alt: ['paragraph'] });
}

function scan(state: StateInline, silent: boolean): boolean {
  const mark = state.src[state.pos];
  if (mark !== '[' && mark !== '!') return false;
  LINK.lastIndex = state.pos;
  const found = LINK.exec(state.src);
  if (!found || state.pos + found[0].length > state.posMax) return false;
  const [all, embed = '', file = '', heading, words] = found;
  if (file.trim() === '' && heading === undefined) return false;
  // A reference of the text itself, in brackets.
  if (/[*`]/.test(all) || state.env.references?.[state.md.utils.normalizeReference(file)]) return false;
  if (!silent) {
    if (embed !== '' && IMAGE.test(file.trim())) pushImage(state, file.trim(), words);
    else pushWords(state, { file: file.trim(), heading, words });
  }
  state.pos += all.length;
  return true;
}

function pushImage(state: StateInline, file: string, words: string | undefined): void {
  const size = /^(\d+)(?:x(\d+))?$/.exec(words ?? '');
  const alt = size || words === undefined ? file.replace(/^.*\/|\.\w+$/g, '') : words;
  const image = state.push('image', 'img', 0);
  image.attrs = [
    ['src', encodeURI(file)],
    ['alt', ''],
  ];
  if (size?.[1] !== undefined) image.attrSet('width', size[1]);
  image.children = [Object.assign(new state.Token('text', '', 0), { content: alt })];
  image.content = alt;
}

interface WikiLink {
  readonly file: string;
  readonly heading: string | undefined;
  readonly words: string | undefined;
}

function pushWords(state: StateInline, { file, heading, words }: WikiLink): void {
  const place = [file.replace(/^.*\//, ''), heading ?? ''].filter(Boolean).join(' > ');
  remark(state, {
    code: 'MARK-008',
    message: 'A link between notes is printed as its words.',
    hint: 'Write [words](file.md#heading).',
  });
  const inner = (words ?? place).trim();
  state.push('text_special', '', 0).content = inner;
}

function scanComment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('%%', state.pos)) return false;
  if (/[\p{L}\p{N}%]/u.test(state.src[state.pos - 1] ?? '')) return false;
  COMMENT.lastIndex = state.pos;
  const found = COMMENT.exec(state.src);
  if (!found || state.pos + found[0].length > state.posMax) return false;
  if (!silent) remark(state, COMMENT_LEFT_OUT);
  state.pos += found[0].length;
  return true;
}

function scanCommentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const isMark = (line: number): boolean =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim() ===
    '%%';
  if (!isMark(startLine)) return false;
  let end = startLine + 1;
  while (end < endLine && !isMark(end)) end++;
  if (end >= endLine) return false;
  if (silent) return true;
  remarkAt(state, startLine, COMMENT_LEFT_OUT);
  state.line = end + 1;
  return true;
}

const COMMENT_LEFT_OUT = {
  code: 'MARK-010',
  message: 'A comment between `%%` is left out.',
  hint: 'Write a comment as <!-- … -->.',
} as const;
