// The files that style sheets name by url(): pictures of the theme or the book, bound to their names in the edition.
import { parse, walk } from 'css-tree';
import { posix } from 'node:path';
import { finding, type Diagnostic } from '../../model/diagnostic.js';
import type { SourcePath } from '../../model/source.js';
import type { Images } from './images.js';

export interface StyleSource {
  readonly path: SourcePath;
  readonly from: 'book' | 'home';
  readonly css: string;
}

/** The sheet with every url() of a file replaced by its name in the edition. Findings: FIG-* at the line, TPL-011 for @import. */
export function bindFiles({ path, from, css }: StyleSource, images: Images, report: (found: Diagnostic) => void): string {
  const bound: { readonly start: number; readonly end: number; readonly href: string }[] = [];
  walk(parse(css, { positions: true }), function visit(node) {
    if (!node.loc) return;
    const { start, end } = node.loc;
    const at = { path, line: start.line, column: start.column };
    if (node.type === 'Atrule' && node.name.toLowerCase() === 'import') report(imported(at));
    if (node.type !== 'Url' || this.atrule?.name.toLowerCase() === 'import' || /^(data:|#)/i.test(node.value)) return;
    bound.push({ start: start.offset, end: end.offset, href: images.hrefOf(from, resolve(path, node.value), at) });
  });
  return bound.reduceRight((text, { start, end, href }) => `${text.slice(0, start)}url("${href}")${text.slice(end)}`, css);
}

/** Relative to the sheet; an address on the network stays what it is and is refused. */
function resolve(sheet: SourcePath, address: string): string {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ? address : posix.join(posix.dirname(sheet), address);
}

function imported(at: { readonly path: SourcePath; readonly line: number; readonly column: number }): Diagnostic {
  return finding('TPL-011', {
    message: 'The style sheet imports another, which is not followed.',
    at,
    hint: 'Put the rules into base.css, print.css, ebook.css or custom.css.',
  });
}
