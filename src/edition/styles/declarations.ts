// A style sheet as a list of what it rules: each declaration with the selectors it is for and the block it
// stands in.
import type { Medium } from '../../model/media.js';
import {
  generate,
  parse,
  tokenize,
  tokenNames,
  walk,
  type Atrule,
  type Block,
  type CssNode,
  type Declaration,
  type Rule,
  type SyntaxParseError,
} from 'css-tree';
import type { SourcePath, Span } from '../../model/source-span.js';
import { subjectOf, type SelectorSubject } from './selector-subject.js';

/** One declaration and what surrounds it. */
export interface StyleDeclaration {
  /** In small letters, with the prefix of its maker: `-webkit-hyphens`. */
  readonly property: string;
  readonly value: string;
  readonly node: Declaration;
  readonly at: Span;
  /** Of the rule, as written; empty in `@page` and `@font-face`. */
  readonly selector: string;
  readonly subjects: readonly SelectorSubject[];
  /** Every declaration of the same block; the last of a name wins, as in the browser. */
  readonly block: ReadonlyMap<string, string>;
  /** The declarations that stand after this one in its block. */
  readonly after: readonly string[];
  /** `page`, `font-face`, `media` … around it, the innermost last. */
  readonly within: readonly string[];
  /** Whether its rule stands in another. */
  readonly isNested: boolean;
}

export interface StyleSheet {
  readonly rulings: readonly StyleDeclaration[];
  /** What no browser can read. */
  readonly unread: readonly { readonly at: Span; readonly why: string }[];
  /** Where blocks stand in one another too deep to be read: nothing of the sheet is used. */
  readonly tooDeep?: Span;
}

export interface StyleSheetOrder {
  readonly path: SourcePath;
  readonly css: string;
  readonly medium: Medium;
}

/**
 * What a sheet says for one medium: `@media` rules for others are left out. The sheets of a book are asked
 * for several times, and read once.
 */
export function readSheet(order: StyleSheetOrder): StyleSheet {
  const key = [order.medium, order.path, order.css].join('\0');
  const known = read.get(key);
  if (known !== undefined) return known;
  const sheet = sheetOf(order);
  read.set(key, sheet);
  if (read.size > MOST) read.delete([...read.keys()][0] ?? '');
  return sheet;
}

const read = new Map<string, StyleSheet>();

/** Sheets that are remembered: more than a book has. */
const MOST = 32;

function sheetOf({ path, css, medium }: StyleSheetOrder): StyleSheet {
  const deep = tooDeep({ path, css });
  if (deep !== undefined) return { rulings: [], unread: [], tooDeep: deep };
  const unread: { at: Span; why: string }[] = [];
  const raw = new Set<CssNode>();
  const onParseError = ({ line, column, message }: SyntaxParseError, node: CssNode): void => {
    unread.push({ at: { path, line, column }, why: message });
    raw.add(node);
  };
  const rulings: StyleDeclaration[] = [];
  const open: (Rule | Atrule)[] = [];
  walk(parse(css, { positions: true, onParseError }), {
    enter(node: CssNode) {
      if (node.type === 'Atrule' && node.name.toLowerCase() === 'media' && !isFor(medium, node))
        return walk.skip;
      if (node.type === 'Rule' && raw.has(node.prelude)) return walk.skip;
      if (node.type === 'Rule' || node.type === 'Atrule') open.push(node);
      if (node.type === 'Block')
        rulings.push(...rulingsOf(node, { open, path }).filter((one) => !raw.has(one.node.value)));
      return undefined;
    },
    leave(node: CssNode) {
      if (open.at(-1) === node) open.pop();
    },
  });
  return { rulings, unread };
}

/** No sheet that a person writes comes near; parsers run out of stack at some thousands. */
export const MOST_LEVELS = 100;

function tooDeep({ path, css }: Omit<StyleSheetOrder, 'medium'>): Span | undefined {
  let levels = 0;
  let deepest: number | undefined;
  tokenize(css, (type, _, end) => {
    const kind = tokenNames[type] ?? '';
    if (kind === 'function-token' || /^[([{]-token$/.test(kind)) levels += 1;
    else if (/^[)\]}]-token$/.test(kind)) levels = Math.max(0, levels - 1);
    if (levels > MOST_LEVELS) deepest ??= end - 1;
  });
  if (deepest === undefined) return undefined;
  const before = css.slice(0, deepest).split('\n');
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** A query that names neither is for both. */
function isFor(medium: Medium, { prelude }: Atrule): boolean {
  const query = prelude ? generate(prelude).toLowerCase() : '';
  const names = {
    print: /(?<!not )\bprint\b|\bnot (?:screen|speech)\b/,
    ebook: /(?<!not )\b(?:screen|amzn-\w+)\b|\bnot print\b/,
  };
  const own = names[medium].test(query);
  return own || /\ball\b/.test(query) || !names[medium === 'print' ? 'ebook' : 'print'].test(query);
}

function rulingsOf(
  { children }: Block,
  { open, path }: { open: readonly (Rule | Atrule)[]; path: SourcePath },
): readonly StyleDeclaration[] {
  const declarations = children.toArray().filter((node) => node.type === 'Declaration');
  const rules = open.filter((one) => one.type === 'Rule');
  const rule = open.at(-1)?.type === 'Rule' ? rules.at(-1) : undefined;
  const shared = {
    selector: rule ? generate(rule.prelude) : '',
    subjects:
      rule && rule.prelude.type === 'SelectorList' ? rule.prelude.children.toArray().map(subjectOf) : [],
    block: new Map(declarations.map((one) => [nameOf(one), valueOf(one)])),
    within: open.flatMap((one) => (one.type === 'Atrule' ? [one.name.toLowerCase()] : [])),
    isNested: rules.length > 1,
  };
  return declarations.map((node, index) => ({
    ...shared,
    node,
    property: nameOf(node),
    value: valueOf(node),
    at: { path, line: node.loc?.start.line ?? 1, column: node.loc?.start.column ?? 1 },
    after: declarations.slice(index + 1).map(nameOf),
  }));
}

function nameOf({ property }: Declaration): string {
  return property.startsWith('--') ? property : property.toLowerCase();
}

function valueOf({ value }: Declaration): string {
  return generate(value).trim();
}
