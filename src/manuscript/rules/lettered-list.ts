// Lists that pandoc counts with letters and Roman numerals: `a.`, `B)`, `(iv)`, `#.`, and examples `(@tide)`.
// Two items that follow each other make a list; a single one may be an initial.
import type { MarkdownEngine, StateBlock, StateInline } from '../markdown-it.js';
import { mayNest, readNested } from './nested-blocks.js';

const MARKER =
  /^( {0,3})(?:\(([A-Za-z]|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}|\d{1,4}|@[\w-]*)\)|([A-Za-z]|[ivxlcdm]{1,8}|[IVXLCDM]{1,8}|#)([.)]))( {1,4}|\t)(?=\S)/;

type Style = 'a' | 'A' | 'i' | 'I' | '1' | '#' | '@';

interface Marker {
  readonly label: string;
  readonly width: number;
  /** `(`, `.` or `)`: all items of a list have the same. */
  readonly delimiter: string;
}

export function letteredList(engine: MarkdownEngine): void {
  engine.block.ruler.before('list', 'lettered_list', scan, { alt: ['blockquote'] });
  engine.inline.ruler.before('emphasis', 'example_reference', scanReference);
}

interface Item {
  readonly line: number;
  readonly lines: readonly string[];
  readonly marker: Marker;
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = markerOf(textAt(state, startLine));
  if (!first || !mayNest(state)) return false;
  const { items, end, isLoose } = itemsOf(state, startLine, endLine);
  const style = styleOf(items);
  if (!style) return false;
  if (silent) return true;
  const list = state.push('ordered_list_open', 'ol', 1);
  list.block = true;
  list.map = [startLine, end];
  const start = startOf(state, style, items);
  if (style !== '1' && style !== '#' && style !== '@') list.attrSet('type', style);
  if (start !== 1) list.attrSet('start', String(start));
  for (const item of items) pushItem(state, item, isLoose);
  state.push('ordered_list_close', 'ol', -1).block = true;
  state.line = end;
  return true;
}

function pushItem(state: StateBlock, item: Item, isLoose: boolean): void {
  const open = state.push('list_item_open', 'li', 1);
  open.block = true;
  open.map = [item.line, item.line + item.lines.length];
  const from = state.tokens.length;
  readNested(state, item.lines, item.line);
  if (!isLoose) {
    for (const token of state.tokens.slice(from))
      if (token.level === state.level && /^paragraph_/.test(token.type)) token.hidden = true;
  }
  state.push('list_item_close', 'li', -1).block = true;
}

/** Counts the examples of a text, and remembers their names. */
function startOf(state: StateBlock, style: Style, items: readonly Item[]): number {
  const [first] = items;
  if (style === '#' || !first) return 1;
  if (style !== '@') return valueOf(first.marker.label, style) ?? 1;
  const examples = examplesOf(state.env);
  const start = examples.count + 1;
  items.forEach(({ marker }, index) => examples.names.set(marker.label.slice(1), start + index));
  examples.count += items.length;
  return start;
}

interface Examples {
  count: number;
  readonly names: Map<string, number>;
}

function examplesOf(env: object): Examples {
  const kept = env as { examples?: Examples };
  kept.examples ??= { count: 0, names: new Map() };
  return kept.examples;
}

/** The parser stops at the sign behind the bracket. */
function scanReference(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '@' || state.src[state.pos - 1] !== '(') return false;
  const name = /^@([\w-]+)(?=\))/.exec(state.src.slice(state.pos, state.pos + 80))?.[1];
  const number = name === undefined ? undefined : examplesOf(state.env).names.get(name);
  if (name === undefined || number === undefined) return false;
  if (!silent) state.push('text_special', '', 0).content = String(number);
  state.pos += name.length + 1;
  return true;
}

/** An item holds what is further in than its marker, and lines that follow without an empty one. */
function itemsOf(
  state: StateBlock,
  startLine: number,
  endLine: number,
): { items: readonly Item[]; end: number; isLoose: boolean } {
  const items: { line: number; lines: string[]; marker: Marker }[] = [];
  let end = startLine;
  let isLoose = false;
  let blank = false;
  for (let line = startLine; line < endLine; line++) {
    const text = textAt(state, line);
    const marker = markerOf(text);
    const last = items.at(-1);
    if (text.trim() === '') {
      blank = true;
      last?.lines.push('');
      continue;
    }
    if (marker && (!last || isNext(last.marker, marker))) {
      if (blank && last) isLoose = true;
      items.push({ line, lines: [text.slice(marker.width)], marker });
    } else if (last && text.slice(0, Math.min(4, last.marker.width)).trim() === '') {
      if (blank) isLoose = true;
      last.lines.push(text.slice(Math.min(last.marker.width, text.length - text.trimStart().length)));
    } else if (last && !blank && !marker && !/^(?:[#>]|[-+*] |\d+[.)] |`{3}|~{3}|:{3})/.test(text)) {
      last.lines.push(text);
    } else break;
    blank = false;
    end = line + 1;
  }
  return { items, end, isLoose };
}

function isNext(before: Marker, marker: Marker): boolean {
  if (before.delimiter !== marker.delimiter) return false;
  return STYLES.some((style) => follows(style, before.label, marker.label));
}

const STYLES: readonly Style[] = ['a', 'A', 'i', 'I', '1', '#', '@'];

function follows(style: Style, first: string, second: string): boolean {
  if (style === '#' || style === '@') return first.startsWith(style) && second.startsWith(style);
  const [one, two] = [valueOf(first, style), valueOf(second, style)];
  return one !== undefined && two === one + 1;
}

/** The way of counting in which all items follow each other. */
function styleOf(items: readonly Item[]): Style | undefined {
  const labels = items.map(({ marker }) => marker.label);
  const [only] = labels;
  if (labels.length === 1) return only === '#' ? '#' : only?.startsWith('@') ? '@' : undefined;
  return STYLES.find((style) =>
    labels.slice(1).every((label, index) => follows(style, labels[index] ?? '', label)),
  );
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function valueOf(label: string, style: Style): number | undefined {
  const isUpper = style === 'A' || style === 'I';
  if (style === '1') return /^\d+$/.test(label) ? Number(label) : undefined;
  if (!(isUpper ? /^[A-Z]+$/ : /^[a-z]+$/).test(label)) return undefined;
  const word = label.toLowerCase();
  if (style === 'a' || style === 'A') return word.length === 1 ? word.charCodeAt(0) - 96 : undefined;
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(word)) return undefined;
  const signs = [...word].map((sign) => ROMAN[sign] ?? 0);
  return signs.reduce((sum, value, index) => sum + (value < (signs[index + 1] ?? 0) ? -value : value), 0);
}

/** A capital with a full stop may be an initial: pandoc wants two spaces behind it. */
function markerOf(text: string): Marker | undefined {
  const found = MARKER.exec(text);
  if (!found) return undefined;
  const [all, , inBrackets, plain, delimiter = '(', space = ''] = found;
  const label = inBrackets ?? plain ?? '';
  if (delimiter === '.' && /^[A-Z]+$/.test(label) && space.length < 2 && space !== '\t') return undefined;
  return { label, width: all.length, delimiter };
}

function textAt(state: StateBlock, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false);
}
