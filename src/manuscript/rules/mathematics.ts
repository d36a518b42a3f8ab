// `$x^2$` and `\(x^2\)` in a line; `$$ … $$`, `\[ … \]`, a fence named math and the displays of TeX on lines
// of their own. Nothing inside is read as Markdown. A dollar sign in prose stays one, by pandoc's rules.
import type { MarkdownEngine, StateBlock, StateCore, StateInline, Token } from '../markdown-it.js';
import { isDefinitions } from '../tex-macros.js';
import { isDefinite, isMoney, isTex } from '../tex-signs.js';

export function mathematics(engine: MarkdownEngine): void {
  engine.core.ruler.before('block', 'formula_habits', ({ src, env }: StateCore) => {
    (env as Habits).roundBrackets = ROUND.test(src);
  });
  engine.block.ruler.before('fence', 'formula_fence', readFence, { alt: INTERRUPTED });
  engine.block.ruler.before('fence', 'formula_display', readDisplay, { alt: INTERRUPTED });
  engine.inline.ruler.before('escape', 'formula', scan);
  engine.core.ruler.push('formula_display', (state: StateCore) => {
    state.tokens = partDisplays(state);
  });
}

const INTERRUPTED = ['paragraph', 'reference', 'blockquote', 'list'];

/** Whether a text has formulas in `\( … \)`; a text without has brackets with a needless backslash. */
interface Habits {
  roundBrackets?: boolean;
}

const ROUND = /\\\([^\n]*?(?:\\[A-Za-z]{2,}|[\^=]|[A-Za-z0-9)]_[A-Za-z0-9{])[^\n]*?\\\)/;

/** Its content stands for the formula where neighbours are judged; `meta` holds the TeX. */
function formulaToken(token: Token, tex: string, display: boolean): void {
  token.content = 'x';
  token.meta = { tex, display };
}

// In a line.

interface Found {
  readonly tex: string;
  readonly display: boolean;
  readonly end: number;
}

function scan(state: StateInline, silent: boolean): boolean {
  const found = dollars(state) ?? brackets(state);
  if (!found) return false;
  if (!silent) formulaToken(state.push('math_inline', 'math', 0), found.tex, found.display);
  state.pos = found.end;
  return true;
}

function dollars(state: StateInline): Found | undefined {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$') return undefined;
  if (src.startsWith('$$', pos)) {
    const end = closing(src, { from: pos + 2, to: posMax, mark: '$$' });
    const tex = end === undefined ? '' : src.slice(pos + 2, end);
    return end !== undefined && tex.trim() !== '' ? { tex, display: true, end: end + 2 } : undefined;
  }
  const ticked = /^\$`([^`]+)`\$(?!\d)/.exec(src.slice(pos, posMax));
  if (ticked?.[1] !== undefined) return { tex: ticked[1], display: false, end: pos + ticked[0].length };
  const end = closing(src, { from: pos + 1, to: posMax, mark: '$' });
  if (end === undefined) return undefined;
  const tex = src.slice(pos + 1, end);
  if (tex === '' || /^\s|\s$/.test(tex) || /\d/.test(src[end + 1] ?? '')) return undefined;
  return isMoney(tex, { before: src[pos - 1] ?? '', after: src[end + 1] ?? '' })
    ? undefined
    : { tex, display: false, end: end + 1 };
}

function brackets(state: StateInline): Found | undefined {
  const { src, pos, posMax } = state;
  if (src[pos] !== '\\' || (src[pos + 1] !== '(' && src[pos + 1] !== '[')) return undefined;
  const display = src[pos + 1] === '[';
  const end = src.indexOf(display ? '\\]' : '\\)', pos + 2);
  if (end < 0 || end + 2 > posMax) return undefined;
  const tex = src.slice(pos + 2, end);
  const habit = !display && (state.env as Habits).roundBrackets === true;
  return isDefinite(tex) || (habit && isTex(tex)) ? { tex, display, end: end + 2 } : undefined;
}

/** The first closing mark that no backslash and no `\text{ … }` covers. */
function closing(
  src: string,
  { from, to, mark }: { from: number; to: number; mark: string },
): number | undefined {
  let depth = 0;
  const texts: number[] = [];
  for (let index = from; index < to; index++) {
    const sign = src[index];
    if (sign === '\\') {
      if (/^\\(?:text\w*|mbox)\{/.test(src.slice(index, index + 14))) texts.push(depth + 1);
      index++;
    } else if (sign === '{') depth++;
    else if (sign === '}') {
      if (texts.at(-1) === depth) texts.pop();
      depth--;
    } else if (texts.length === 0 && src.startsWith(mark, index)) return index;
    else if (sign === '$' && texts.length === 0) return undefined;
  }
  return undefined;
}

// On lines of its own.

function readFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opening = /^(`{3,}|~{3,})\s*(?:math|\{\s*\.math[^}]*\})\s*$/.exec(lineOf(state, startLine));
  if (!opening?.[1] || isCode(state, startLine)) return false;
  const fence = opening[1];
  for (let line = startLine + 1; line < endLine; line++) {
    const text = lineOf(state, line).trimEnd();
    if (text.length >= fence.length && /^(`+|~+)$/.test(text) && text[0] === fence[0])
      return (
        silent ||
        pushDisplay(state, { tex: linesOf(state, startLine + 1, line), from: startLine, to: line + 1 })
      );
  }
  return false;
}

const ENVIRONMENTS = 'equation|align|alignat|gather|multline|eqnarray|flalign|displaymath|math';

/** How a display begins, and the line that ends it. */
const DISPLAYS = [
  { open: /^\$\$/, close: /\$\$\s*(?:\{[^{}]*\})?\s*$/, shell: true },
  { open: /^\\\[/, close: /\\\]\s*$/, shell: true },
  {
    open: new RegExp(String.raw`^\\begin\{((?:${ENVIRONMENTS})\*?)\}`),
    close: undefined,
    shell: false,
  },
] as const;

function readDisplay(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isCode(state, startLine)) return false;
  const first = lineOf(state, startLine);
  const kind = DISPLAYS.find(({ open }) => open.test(first));
  if (!kind) return false;
  const name = kind.open.exec(first)?.[1];
  const close = kind.close ?? new RegExp(String.raw`\\end\{${name?.replace('*', '\\*')}\}\s*$`);
  // Blank lines may stand inside where the marks have lines of their own.
  const loose = !kind.shell || /^(\$\$|\\\[)\s*$/.test(first);
  const rows: string[] = [];
  for (let line = startLine; line < endLine; line++) {
    const text = lineOf(state, line);
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent && text.trim() !== '') return false;
    if (text.trim() === '' && !loose) return false;
    rows.push(text);
    const isShort = line === startLine && kind.shell && text.replace(kind.open, '').trim() === '';
    const rest = line === startLine ? text.replace(kind.open, '') : text;
    if (isShort || !close.test(kind.shell ? rest : text)) continue;
    const tex = kind.shell ? rows.join('\n').replace(kind.open, '').replace(close, '') : rows.join('\n');
    if (tex.trim() === '' || (first.startsWith('\\[') && !isDefinite(tex) && !isTex(tex))) return false;
    if (tex.includes('$$')) return false;
    return silent || pushDisplay(state, { tex, from: startLine, to: line + 1, id: idIn(text) });
  }
  return false;
}

function pushDisplay(
  state: StateBlock,
  { tex, from, to, id }: { tex: string; from: number; to: number; id?: string | undefined },
): boolean {
  state.line = to;
  if (isDefinitions(tex)) return true;
  const open = state.push('formula_open', 'div', 1);
  open.map = [from, to];
  open.attrs = [['class', 'formula'], ...(id === undefined ? [] : ([['id', id]] as [string, string][]))];
  const token = state.push('math_block', 'math', 0);
  token.map = [from, to];
  formulaToken(token, tex, true);
  state.push('formula_close', 'div', -1);
  return true;
}

/** Quarto writes the name of an equation after its end: `$$ {#eq-name}`. */
function idIn(line: string): string | undefined {
  return /\{#([A-Za-z][\w.-]*)\s*\}\s*$/.exec(line)?.[1];
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function linesOf(state: StateBlock, from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => lineOf(state, from + index)).join('\n');
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

// A display inside a paragraph parts it in two.

function partDisplays({ tokens, Token }: StateCore): Token[] {
  const parted: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const [open, inline, close] = tokens.slice(index, index + 3);
    if (open?.type === 'paragraph_open' && inline && close) {
      if (follows(tokens, index)) open.attrJoin('class', 'continued');
      if (inline.children?.some(isDisplay)) {
        parted.push(...partsOf({ open, inline, close }, Token));
        index += 2;
        continue;
      }
    }
    if (open) parted.push(open);
  }
  return parted;
}

/** Inside emphasis or a link a display stays in the line. */
function isDisplay(token: Token): boolean {
  return token.type === 'math_inline' && token.level === 0 && token.meta?.['display'] === true;
}

/** Whether a paragraph goes on after a display, without an empty line between. */
function follows(tokens: readonly Token[], index: number): boolean {
  const [open, close] = [tokens[index - 3], tokens[index - 1]];
  return close?.type === 'formula_close' && open?.map?.[1] === tokens[index]?.map?.[0];
}

interface Paragraph {
  readonly open: Token;
  readonly inline: Token;
  readonly close: Token;
}

function partsOf({ open, inline, close }: Paragraph, Made: StateCore['Token']): Token[] {
  const parts: Token[] = [];
  let words: Token[] = [];
  const flush = (): void => {
    const kept = trimmed(words);
    words = [];
    if (kept.length === 0) return;
    const first = Object.assign(new Made('paragraph_open', 'p', 1), {
      map: open.map,
      block: true,
      hidden: open.hidden,
    });
    first.attrs = parts.length === 0 ? open.attrs : [['class', 'continued']];
    parts.push(first, Object.assign(new Made('inline', '', 0), { ...inline, children: kept }), close);
  };
  for (const child of inline.children ?? []) {
    if (!isDisplay(child)) {
      words.push(child);
      continue;
    }
    flush();
    const div = Object.assign(new Made('formula_open', 'div', 1), { map: open.map, block: true });
    div.attrs = [['class', 'formula'], ...(parts.length === 0 ? idsOf(open) : [])];
    const formula = Object.assign(new Made('math_block', 'math', 0), child, { type: 'math_block' });
    const holder = Object.assign(new Made('inline', '', 0), { ...inline, children: [formula] });
    parts.push(div, holder, new Made('formula_close', 'div', -1));
  }
  const before = parts.at(-2)?.children?.[0];
  if (before) takePoint(words, before);
  flush();
  return parts;
}

function idsOf({ attrs }: Token): NonNullable<Token['attrs']> {
  return (attrs ?? []).filter(([name]) => name === 'id');
}

/** A point or comma right after a display belongs to its line. */
function takePoint(words: readonly Token[], formula: Token): void {
  const [first] = words;
  const point = first?.type === 'text' ? /^[.,;:](?=\s|$)/.exec(first.content)?.[0] : undefined;
  if (!first || point === undefined) return;
  first.content = first.content.slice(1);
  formula.meta = { ...formula.meta, tex: `${String(formula.meta?.['tex'])}\\text{${point}}` };
}

/** Without spaces and line ends at either end. */
function trimmed(words: readonly Token[]): Token[] {
  const kept = [...words];
  const isSpace = (token: Token | undefined): boolean =>
    token?.type === 'softbreak' ||
    token?.type === 'hardbreak' ||
    (token?.type === 'text' && token.content.trim() === '');
  while (isSpace(kept[0])) kept.shift();
  while (isSpace(kept.at(-1))) kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  if (first?.type === 'text') first.content = first.content.trimStart();
  if (last?.type === 'text') last.content = last.content.trimEnd();
  return kept;
}
