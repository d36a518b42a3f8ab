// Words that styles write themselves: they are in no text of the book, so they are named where they come
// from.
import { walk, type Declaration } from 'css-tree';
import type { Span } from '../../model/source-span.js';
import { readSheet, type StyleDeclaration } from './declarations.js';

/** Text that a rule lets appear. */
export interface StyleWords {
  /** What it writes as far as the style tells: counters and attributes are made while pages are laid out. */
  readonly text: string;
  readonly isCounted: boolean;
  readonly selector: string;
  readonly at: Span;
}

/** All words that sheets write in print: letters and digits, counters, attributes. */
export function styleWords(
  sheets: readonly { readonly name: string; readonly path?: string; readonly css: string }[],
): readonly StyleWords[] {
  return sheets.flatMap(({ name, path, css }) =>
    readSheet({ path: path ?? name, css, medium: 'print' }).rulings.flatMap(writtenBy),
  );
}

/** The words of one declaration; none where it writes marks only, or nothing. */
export function writtenBy(ruling: StyleDeclaration): readonly StyleWords[] {
  if (
    ruling.property !== 'content' &&
    ruling.property !== 'list-style-type' &&
    ruling.property !== 'list-style'
  )
    return [];
  const { text, isCounted } = wordsIn(ruling.node);
  return /[\p{L}\p{N}]/u.test(text) || isCounted
    ? [{ text, isCounted, selector: ruling.selector || `@${ruling.within.at(-1) ?? ''}`, at: ruling.at }]
    : [];
}

function wordsIn(declaration: Declaration): { readonly text: string; readonly isCounted: boolean } {
  let text = '';
  let isCounted = false;
  walk(declaration, (node) => {
    if (node.type === 'Url') return walk.skip;
    if (node.type === 'String') text += node.value;
    if (
      node.type === 'Function' &&
      /^(?:counters?|attr|string|target-(?:counters?|text))$/i.test(node.name)
    ) {
      isCounted = true;
      return walk.skip;
    }
    return undefined;
  });
  return { text, isCounted };
}
