// The NCX: the contents for reading systems older than EPUB 3.
import type { ElementNode } from '../model/flow.js';
import type { ContentsEntry } from './epub-contents.js';
import { tag, xmlFile } from './package-xml.js';
import type { PageEntry } from './navigation-document.js';

export interface Ncx {
  readonly urn: string;
  readonly title: string;
  readonly language: string;
  readonly contents: readonly ContentsEntry[];
  readonly pages: readonly PageEntry[];
}

/**
 * `toc.ncx`, two levels at most (Kindle shows no more), targets numbered in the order they first occur; one
 * target, one number.
 *
 * Source: OPF 2.0.1 section 2.4.1, DAISY Z39.86 section 8.
 */
export function ncxFile({ urn, title, language, contents, pages }: Ncx): string {
  const order = playOrder([
    ...contents.flatMap((entry) => [entry.href, ...entry.children.map((child) => child.href)]),
    ...pages.map((page) => page.href),
  ]);
  const depth = contents.some((entry) => entry.children.length > 0) ? 2 : 1;
  const numbers = pages.map((page) => Number(page.folio)).filter(Number.isInteger);
  const head = [
    ['dtb:uid', urn],
    ['dtb:depth', String(depth)],
    ['dtb:totalPageCount', String(pages.length)],
    ['dtb:maxPageNumber', String(Math.max(0, ...numbers))],
  ] as const;
  return xmlFile(
    tag(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': language },
      tag('head', {}, ...head.map(([name, content]) => tag('meta', { name, content }))),
      tag('docTitle', {}, tag('text', {}, title)),
      tag('navMap', {}, ...contents.map((entry, at) => navPoint(entry, `nav-${at + 1}`, order, 1))),
      pages.length === 0
        ? undefined
        : tag('pageList', {}, ...pages.map((page, at) => pageTarget(page, at, order))),
    ),
  );
}

type PlayOrder = ReadonlyMap<string, number>;

function playOrder(targets: readonly string[]): PlayOrder {
  return new Map([...new Set(targets)].map((href, at) => [href, at + 1]));
}

function navPoint(entry: ContentsEntry, id: string, order: PlayOrder, level: number): ElementNode {
  const inner =
    level < 2 ? entry.children.map((child, at) => navPoint(child, `${id}-${at + 1}`, order, level + 1)) : [];
  return tag(
    'navPoint',
    { id, playOrder: String(order.get(entry.href)) },
    label(entry.label),
    tag('content', { src: entry.href }),
    ...inner,
  );
}

function pageTarget({ folio, href }: PageEntry, at: number, order: PlayOrder): ElementNode {
  const arabic = /^\d+$/.test(folio);
  return tag(
    'pageTarget',
    {
      id: `page-${at + 1}`,
      type: arabic ? 'normal' : 'front',
      ...(arabic ? { value: folio } : {}),
      playOrder: String(order.get(href)),
    },
    label(folio),
    tag('content', { src: href }),
  );
}

function label(words: string): ElementNode {
  return tag('navLabel', {}, tag('text', {}, words));
}
