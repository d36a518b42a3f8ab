// The files that style sheets name by url(): pictures of the theme or the book, bound to their names in the
// edition. Read token by token, since a browser follows an address also where the rule around it does not
// parse.
import { ident, string, tokenize, tokenNames, url } from 'css-tree';
import { posix } from 'node:path';
import { finding, type Finding } from '../../model/finding.js';
import type { SourcePath, Span } from '../../model/source-span.js';
import type { Images } from './edition-images.js';

export interface StyleSource {
  readonly path: SourcePath;
  readonly from: 'book' | 'home';
  readonly css: string;
}

/**
 * The sheet with every address of a file replaced by its name in the edition. Findings: FIG-* at the line,
 * TPL-011 for @import.
 */
export function bindStyleAssets(
  { path, from, css }: StyleSource,
  images: Images,
  report: (found: Finding) => void,
): string {
  const named = namesIn(css);
  const bound = named.flatMap(({ kind, start, end, address }) => {
    const at = placeOf(css, start, path);
    if (kind === 'import') report(imported(at));
    if (kind === 'hidden') report(hidden(at));
    if (kind === 'file' && FONT_FILE.test(address) && !isRemote(address)) {
      report(fontNamed(address, at));
      return [];
    }
    if (kind !== 'file' || /^(data:|#)/i.test(address)) return [];
    const href = images.hrefOf(from, resolve(path, address), at);
    if (images.size(href) === undefined)
      return [{ start, end, written: isQuoted(css, start) ? '""' : 'none' }];
    return [{ start, end, written: isQuoted(css, start) ? `"${href}"` : `url("${href}")` }];
  });
  return bound.reduceRight(
    (text, { start, end, written }) => `${text.slice(0, start)}${written}${text.slice(end)}`,
    css,
  );
}

function isQuoted(css: string, start: number): boolean {
  return css[start] === '"' || css[start] === "'";
}

interface Named {
  /** `hidden`: a word that says something else to a browser than it shows. */
  readonly kind: 'file' | 'import' | 'hidden';
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** Functions whose strings are addresses. https://drafts.csswg.org/css-images-4/ */
const OF_ADDRESSES: ReadonlySet<string> = new Set([
  'url',
  'src',
  'image',
  'image-set',
  '-webkit-image-set',
  'cross-fade',
  '-webkit-cross-fade',
]);

function namesIn(css: string): readonly Named[] {
  const found: Named[] = [];
  /** Functions and brackets that are open, the innermost last. */
  const open: { readonly name: string; readonly start: number }[] = [];
  let rule = '';
  tokenize(css, (type, start, end) => {
    const words = css.slice(start, end);
    const kind = tokenNames[type] ?? '';
    if (kind === 'at-keyword-token') {
      rule = ident.decode(words.slice(1)).toLowerCase();
      if (rule === 'import') found.push({ kind: 'import', start, end, address: '' });
    } else if (kind === 'function-token') {
      if (words.includes('\\')) found.push({ kind: 'hidden', start, end, address: '' });
      open.push({ name: words.slice(0, -1).toLowerCase(), start });
    } else if (/^[([{]-token$/.test(kind)) open.push({ name: words, start });
    else if (/^[)\]}]-token$/.test(kind)) open.pop();
    if (/^[;{}]$/.test(words)) rule = '';
    if (rule === 'import' || rule === 'namespace') return;
    const inside = open.at(-1);
    if (kind === 'url-token') found.push({ kind: 'file', start, end, address: url.decode(words) });
    if (kind === 'bad-url-token') found.push({ kind: 'hidden', start, end, address: '' });
    if (kind !== 'string-token' || !inside || !OF_ADDRESSES.has(inside.name)) return;
    const isUrl = inside.name === 'url' || inside.name === 'src';
    const close = isUrl ? /^\s*\)/.exec(css.slice(end))?.[0].length : undefined;
    found.push({
      kind: 'file',
      start: close === undefined ? start : inside.start,
      end: end + (close ?? 0),
      address: string.decode(words),
    });
  });
  return found;
}

/** Relative to the sheet; an address on the network stays what it is and is refused. */
function resolve(sheet: SourcePath, address: string): string {
  return isRemote(address) ? address : posix.join(posix.dirname(sheet), address);
}

function isRemote(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

function placeOf(css: string, offset: number, path: SourcePath): Span {
  const before = css.slice(0, offset).split('\n');
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function imported(at: Span): Finding {
  return finding('TPL-011', {
    message: 'The style sheet imports another, which is not followed.',
    at,
    hint: 'Put the rules into base.css, print.css, ebook.css or custom.css.',
  });
}

function hidden(at: Span): Finding {
  return finding('FIG-002', {
    message: 'An address of the style sheet cannot be read.',
    at,
    hint: 'Write url("images/name.png"), without backslashes.',
  });
}

const FONT_FILE = /\.(?:ttf|otf|woff2?|ttc|eot)(?:[?#].*)?$/i;

function fontNamed(address: string, at: Span): Finding {
  return finding('TPL-015', {
    message: `The style sheet names the font "${address}".`,
    at,
    hint:
      'Take the @font-face out, and name the font in book.yml: "fonts: { text: fonts/Name-Regular.ttf ' +
      '}". Styles call it Text.',
  });
}
