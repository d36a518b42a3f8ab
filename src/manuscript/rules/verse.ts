// `::: verse`: lines that stay as they are. Stanzas end at blank lines, a line's indentation is kept as a
// number of steps, and nothing but inline markup is read, so that a line may begin with a dash or a number.
import type { MarkdownEngine, StateBlock } from '../markdown-it.js';
import { attributionText } from './attribution.js';

const OPENING = /^(:{3,})\s*(?:verse\s*(\{[^}]*\})?|\{\s*\.verse([^}]*)\})\s*$/;

export interface VerseLine {
  readonly text: string;
  readonly number: number;
  readonly indent: number;
}

export function verse(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'verse', scan, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = OPENING.exec(lineAt(state, startLine).text);
  if (!opening) return false;
  if (silent) return true;
  const close = closingLine(state, { from: startLine + 1, to: endLine, colons: opening[1]?.length ?? 3 });
  const open = state.push('verse_open', 'div', 1);
  open.block = true;
  open.map = [startLine, close];
  open.info = opening[2] ?? (opening[3] ? `{${opening[3].trim()}}` : '');
  open.meta = { class: 'verse' };
  pushLines(state, linesBetween(state, startLine + 1, close));
  state.push('verse_close', 'div', -1).block = true;
  state.line = Math.min(close + 1, endLine);
  return true;
}

/** The stanzas of a poem, and its attribution. */
export function pushLines(state: StateBlock, lines: readonly VerseLine[]): void {
  const last = lines.at(-1);
  const attribution = last && attributionText(last.text);
  const poem = attribution === undefined ? lines : lines.slice(0, -1);
  const margin = Math.min(...poem.filter(({ text }) => text.trim() !== '').map(({ indent }) => indent));
  for (const stanza of stanzas(poem)) pushStanza(state, { lines: stanza, margin });
  if (last && attribution !== undefined)
    pushParagraph(state, { class: 'attribution' }, [{ ...last, text: attribution }]);
}

/** Indentation counts from the margin of the whole poem: a stanza may stand in as a whole. */
function pushStanza(
  state: StateBlock,
  { lines, margin }: { readonly lines: readonly VerseLine[]; readonly margin: number },
): void {
  pushParagraph(
    state,
    { class: 'stanza', indents: lines.map((line) => Math.ceil((line.indent - margin) / 2)).join(' ') },
    lines,
  );
}

function pushParagraph(state: StateBlock, meta: Record<string, string>, lines: readonly VerseLine[]): void {
  const map: [number, number] = [lines[0]?.number ?? 0, (lines.at(-1)?.number ?? 0) + 1];
  const open = state.push('paragraph_open', 'p', 1);
  open.map = map;
  open.meta = meta;
  const inline = state.push('inline', '', 0);
  inline.map = map;
  inline.content = lines.map((line) => line.text).join('\n');
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
}

function* stanzas(lines: readonly VerseLine[]): Generator<readonly VerseLine[]> {
  let stanza: VerseLine[] = [];
  for (const line of lines) {
    if (line.text !== '') {
      stanza.push(line);
      continue;
    }
    if (stanza.length > 0) yield stanza;
    stanza = [];
  }
  if (stanza.length > 0) yield stanza;
}

/** Without blank lines at either end. */
function linesBetween(state: StateBlock, from: number, to: number): readonly VerseLine[] {
  const lines = Array.from({ length: to - from }, (_, index) => lineAt(state, from + index));
  const first = lines.findIndex((line) => line.text !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line.text !== '') + 1);
}

function lineAt(state: StateBlock, number: number): VerseLine {
  const start = (state.bMarks[number] ?? 0) + (state.tShift[number] ?? 0);
  const text = state.src.slice(start, state.eMarks[number]).trim();
  return { text, number, indent: (state.sCount[number] ?? 0) - state.blkIndent };
}

/** The line of the closing colons, or the end of what the block may hold. */
function closingLine(state: StateBlock, search: { from: number; to: number; colons: number }): number {
  const closing = new RegExp(`^:{${search.colons},}$`);
  for (let line = search.from; line < search.to; line++) {
    const { text, indent } = lineAt(state, line);
    if (closing.test(text) || (text !== '' && indent < 0)) return line;
  }
  return search.to;
}
