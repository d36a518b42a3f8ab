// The package's one stylesheet: the edition's styles joined, addresses as the package names them.
import { generate, parse, walk, type CssNode, type List, type ListItem } from 'css-tree';
import { pathOf } from './package-names.js';

export interface StyleOrder {
  readonly styles: readonly { readonly name: string; readonly css: string }[];
  readonly names: ReadonlyMap<string, string>;
  /** The fonts that travel along; a face whose file does not is taken out. */
  readonly fonts: readonly string[];
}

/** One stylesheet in cascade order. */
export function joinStyles({ styles, names, fonts }: StyleOrder): string {
  return styles.map(({ name, css }) => `/* ${name.replaceAll('*/', '')} */\n${rewrite(css, names, fonts)}\n`).join('');
}

/** The words that a stylesheet writes itself, for the fonts: strings in `content` and `quotes`. */
export function styleCharacters(css: string): string {
  const found: string[] = [];
  walk(parse(css), (node) => {
    if (node.type === 'String') found.push(node.value);
  });
  return found.join('');
}

function rewrite(css: string, names: ReadonlyMap<string, string>, fonts: readonly string[]): string {
  const tree = parse(css);
  walk(tree, {
    enter(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      if (node.type === 'Url') node.value = names.get(pathOf(node.value)) ?? node.value;
      if (node.type === 'Atrule' && node.name === 'font-face' && !namesOneOf(node, fonts)) list.remove(item);
    },
  });
  return generate(tree).replaceAll('}', '}\n');
}

function namesOneOf(face: CssNode, fonts: readonly string[]): boolean {
  let found = false;
  walk(face, (node) => {
    if (node.type === 'Url' && fonts.includes(pathOf(node.value))) found = true;
  });
  return found;
}
