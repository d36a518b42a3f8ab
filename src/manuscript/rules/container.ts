// `::: name` and `::: {.name #id}`: a block with a class of its own, closed by a line of colons. A block that
// holds another one has more colons than it, or as many, as pandoc and Quarto write them.
import { readAttributes, type AttributeList } from '../attribute-list.js';
import type { MarkdownEngine, StateBlock, Token } from '../markdown-it.js';
import { calloutName, openCallout, takeHeading } from './callout.js';

const FENCE = /^(:{3,})\s*(.*?)\s*:*$/;
const NAMED = /^(?:([A-Za-z][\w-]*)|\{([A-Za-z][\w-]*)\})\s*(?:\[([^\]]*)\]|(\{[^}]*\})|([^{}[\]:]*))$/;

interface Opening {
  readonly colons: number;
  readonly list: AttributeList;
  readonly title?: string;
}

/** Tokens are `container_block_open`, its name the first word of `info`; or those of a callout. */
export function container(engine: MarkdownEngine): void {
  engine.block.ruler.before('fence', 'container', scan, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

/** What a line opens: a name with attributes, or attributes alone. Other words make a callout's title. */
function openingOf(line: string): Opening | undefined {
  const [, colons = '', rest = ''] = FENCE.exec(line) ?? [];
  if (rest === '') return undefined;
  if (rest.startsWith('{') && rest.endsWith('}')) {
    const inside = rest.slice(1, -1);
    const list = /^\s*[.#]|=/.test(inside) ? readAttributes(inside) : undefined;
    if (list) return { colons: colons.length, list };
  }
  const [, bare, braced, bracket, braces = '', words = ''] = NAMED.exec(rest) ?? [];
  const name = bare ?? braced;
  if (name === undefined) return undefined;
  const list = readAttributes(braces.slice(1, -1));
  const title = bracket ?? (words.trim() === '' ? undefined : words.trim());
  if (!list || (title !== undefined && calloutName(name) === undefined)) return undefined;
  return {
    colons: colons.length,
    list: { ...list, classes: [name, ...list.classes] },
    ...(title !== undefined && { title }),
  };
}

function scan(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const opening = openingOf(lineAt(state, startLine));
  if (!opening) return false;
  if (silent) return true;
  const end = closingLine(state, { from: startLine + 1, to: endLine, colons: opening.colons });
  const open = pushOpen(state, opening, startLine);
  open.map = [startLine, end];
  open.markup = ':'.repeat(opening.colons);
  const before = { parent: state.parentType, max: state.lineMax };
  state.parentType = 'container';
  state.lineMax = end;
  const first = state.tokens.length;
  state.md.block.tokenize(state, startLine + 1, end);
  state.parentType = before.parent;
  state.lineMax = before.max;
  if (
    open.type === 'callout_open' &&
    opening.title === undefined &&
    opening.list.pairs['title'] === undefined
  )
    takeHeading(state, first);
  const kind = open.type === 'callout_open' ? 'callout_close' : 'container_block_close';
  const close = state.push(kind, open.tag, -1);
  close.block = true;
  close.markup = open.markup;
  state.line = Math.min(end + 1, endLine);
  return true;
}

function pushOpen(state: StateBlock, { list, title }: Opening, line: number): Token {
  const callout = list.classes.find((name) => calloutName(name) !== undefined);
  const id = list.id === undefined ? {} : { id: list.id };
  if (callout !== undefined) {
    const words = title ?? list.pairs['title'];
    return openCallout(state, {
      name: calloutName(callout) ?? 'note',
      classes: list.classes,
      ...id,
      ...(words !== undefined && { title: words }),
      line,
    });
  }
  const [name = '', ...classes] = list.classes;
  const open = state.push('container_block_open', 'div', 1);
  open.block = true;
  open.info = name;
  if (classes.length > 0) open.attrSet('class', classes.join(' '));
  if (list.id !== undefined) open.attrSet('id', list.id);
  for (const [key, value] of Object.entries(list.pairs)) open.attrSet(key, value);
  return open;
}

/**
 * The line that closes a block, or the end of what holds it. Colons close the innermost open block that was
 * opened with as many, and the innermost one where there is none.
 */
function closingLine(state: StateBlock, search: { from: number; to: number; colons: number }): number {
  const open = [search.colons];
  let code: string | undefined;
  for (let line = search.from; line < search.to; line++) {
    const words = lineAt(state, line);
    if (words !== '' && (state.sCount[line] ?? 0) < state.blkIndent) return line;
    const fence = /^(`{3,}|~{3,})/.exec(words)?.[1];
    if (fence !== undefined && (code === undefined || (words === fence && fence.startsWith(code)))) {
      code = code === undefined ? fence : undefined;
      continue;
    }
    if (code !== undefined) continue;
    const bare = /^:{3,}$/.exec(words)?.[0].length;
    if (bare !== undefined) {
      const at = open.lastIndexOf(bare);
      open.length = at >= 0 ? at : open.length - 1;
      if (open.length === 0) return line;
      continue;
    }
    const inner = openingOf(words);
    if (inner) open.push(inner.colons);
  }
  return search.to;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line]).trim();
}
