// The package's one stylesheet: the edition's styles joined, addresses as the package names them, and where
// each piece was written.
import { generate, parse, walk, type CssNode, type List, type ListItem } from 'css-tree';
import type { PackedPlace } from '../model/artifact.js';
import type { SourcePath } from '../model/source-span.js';
import { FONT_FAMILIES } from '../model/theme.js';
import { pathOf } from './package-names.js';

export interface StyleOrder {
  readonly styles: readonly StyleSheet[];
  readonly names: ReadonlyMap<string, string>;
  /** The fonts that travel along; a face whose file does not is taken out. */
  readonly fonts: readonly string[];
  /** Families that are asked after those of the book. Default: none. */
  readonly fallbacks?: readonly string[];
}

interface StyleSheet {
  readonly name: string;
  readonly css: string;
  /** The author's own file; absent for Foldmark's sheets. */
  readonly own?: SourcePath;
}

export interface JoinedStyles {
  readonly css: string;
  /** In reading order: from each place on, what was written where. */
  readonly places: readonly PackedPlace[];
}

/**
 * One stylesheet in cascade order. What cannot be read is left out of it, as browsers leave it out; STYLE-013
 * reports it.
 */
export function joinStyles({ styles, names, fonts, fallbacks = [] }: StyleOrder): JoinedStyles {
  const pieces: string[] = [];
  const places: PackedPlace[] = [];
  let line = 1;
  for (const { name, css, own } of styles) {
    const tree = readableTree(css, names, fonts);
    if (fallbacks.length > 0) addFamilies(tree, fallbacks);
    const packed = generate(tree).replaceAll('}', '}\n');
    const piece = `/* ${name.replaceAll('*/', '')} */\n${packed}\n`;
    places.push(
      { line, column: 1 },
      ...(own === undefined ? [] : placesIn(tree, { packed, own, firstLine: line + 1 })),
    );
    pieces.push(piece);
    line += piece.split('\n').length - 1;
  }
  return { css: pieces.join(''), places };
}

/** The words that a stylesheet writes itself, for the fonts: strings in `content` and `quotes`. */
export function styleCharacters(css: string): string {
  const found: string[] = [];
  walk(parse(css), (node) => {
    if (node.type === 'String') found.push(node.value);
  });
  return found.join('');
}

function readableTree(css: string, names: ReadonlyMap<string, string>, fonts: readonly string[]): CssNode {
  const unread = new Set<CssNode>();
  const tree = parse(css, {
    positions: true,
    onParseError: (_, raw) => {
      unread.add(raw);
    },
  });
  walk(tree, {
    enter(node: CssNode, item: ListItem<CssNode> | undefined, list: List<CssNode> | undefined) {
      if (node.type === 'Url') node.value = names.get(pathOf(node.value)) ?? node.value;
      const isLeftOut =
        partsOf(node).some((part) => unread.has(part)) ||
        (node.type === 'Atrule' && node.name === 'font-face' && !namesOneOf(node, fonts));
      if (!isLeftOut || item === undefined || list === undefined) return undefined;
      list.remove(item);
      return walk.skip;
    },
  });
  return tree;
}

/**
 * Names further families behind each family of the book that a style asks for: old reading systems know no
 * other way to have several fonts for one text.
 */
function addFamilies(tree: CssNode, families: readonly string[]): void {
  walk(tree, {
    visit: 'Declaration',
    enter({ property, value }) {
      if (this.atrule?.name === 'font-face' || !/^(?:font|font-family)$/.test(property)) return;
      if (value.type !== 'Value') return;
      const named: ListItem<CssNode>[] = [];
      value.children.forEach((node, item) => {
        const name = node.type === 'Identifier' ? node.name : node.type === 'String' ? node.value : '';
        if (ROLES.has(name)) named.push(item);
      });
      const last = named.at(-1);
      if (last === undefined) return;
      const behind = last.next ?? undefined;
      for (const name of families) {
        value.children.insert(value.children.createItem({ type: 'Operator', value: ',' }), behind);
        value.children.insert(value.children.createItem({ type: 'Identifier', name }), behind);
      }
    },
  });
}

const ROLES: ReadonlySet<string> = new Set(Object.values(FONT_FAMILIES));

/** The node, and what it is nothing without. */
function partsOf(node: CssNode): readonly CssNode[] {
  if (node.type === 'Declaration') return [node, node.value];
  if (node.type === 'Rule') return [node, node.prelude];
  return node.type === 'Atrule' && node.prelude !== null ? [node, node.prelude] : [node];
}

/** The packed text holds the nodes of the tree in the same order. */
function placesIn(
  tree: CssNode,
  { packed, own, firstLine }: { packed: string; own: SourcePath; firstLine: number },
): readonly PackedPlace[] {
  const written = startsIn(tree);
  return startsIn(parse(packed, { positions: true })).flatMap(({ line, column }, index) => {
    const from = written[index];
    return from === undefined ? [] : [{ line: firstLine + line - 1, column, at: { path: own, ...from } }];
  });
}

function startsIn(tree: CssNode): readonly { readonly line: number; readonly column: number }[] {
  const found: { line: number; column: number }[] = [];
  walk(tree, ({ type, loc }) => {
    if (loc && (type === 'Atrule' || type === 'Rule' || type === 'Declaration'))
      found.push({ line: loc.start.line, column: loc.start.column });
  });
  return found;
}

function namesOneOf(face: CssNode, fonts: readonly string[]): boolean {
  let found = false;
  walk(face, (node) => {
    if (node.type === 'Url' && fonts.includes(pathOf(node.value))) found = true;
  });
  return found;
}
