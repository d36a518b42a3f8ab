// Makes a composition of a fixture: an HTML page with styles of its own. `{12}` stands for the next twelve numbered words,
// `[[…]]*20` for twenty of the same.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Composition, PrintEdition, Resource } from '../../src/model/edition.js';
import { element, text, type ElementNode, type Flow } from '../../src/model/flow.js';
import { FACE, handMade, note, part } from '../pagination/fixtures/composition.js';

const OVERHANG = 10;

const HEBREW: Resource = {
  href: 'fonts/hebrew.ttf',
  mediaType: 'font/ttf',
  bytes: readFileSync(
    createRequire(import.meta.url).resolve(
      '@expo-google-fonts/bellefair/400Regular/Bellefair_400Regular.ttf',
    ),
  ),
};

export function composeFixture(source: string, name: string): Composition {
  const page = parse(expanded(source));
  const [style, body] = [find(page, 'style'), find(page, 'body')];
  if (style === undefined || body === undefined) throw new Error(`${name} has no style or no body.`);
  const given = style.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const [width, height] = given.includes('A6') ? [105, 148] : [148, 210];
  const margin = Number(/margin:(\d+)mm/.exec(given)?.[1]);
  const edition: PrintEdition = {
    medium: 'print',
    marks: false,
    chapterStart: 'next',
    pagesMultiple: 1,
    page: {
      trim: { width, height },
      bleed: 3,
      overhang: OVERHANG,
      margins: { top: margin, bottom: margin, inside: margin, outside: margin },
    },
  };
  const sheet = `@page{size:${width + 2 * OVERHANG}mm ${height + 2 * OVERHANG}mm;margin:${margin + OVERHANG}mm}`;
  const css = `@font-face{font-family:Text;src:url(fonts/text.ttf)}@font-face{font-family:Text;src:url(${HEBREW.href});unicode-range:U+0590-05FF}html,pre,code{font-family:Text}${given.replace(/@page\{[^}]*\}/, sheet).replace(/"DejaVu Serif"|monospace|serif/g, 'Text')}.note{float:footnote}`;
  const root = element('section', { id: 'one', class: 'section chapter' }, flowOf(body));
  const {
    furniture: _,
    metadata,
    ...plain
  } = handMade({
    edition,
    outline: [],
    styles: [{ name: 'fixture.css', css }],
    resources: [FACE, HEBREW, ...pictures(source)],
  });
  return {
    ...plain,
    metadata: { ...metadata, direction: given.includes('direction:rtl') ? 'rtl' : 'ltr' },
    parts: [part('one', { kind: 'chapter', flow: [{ ...root, block: 'one.0' }] })],
  };
}

function expanded(source: string): string {
  let word = 0;
  return source
    .replace(/\[\[([\s\S]*?)\]\]\*(\d+)/g, (_, piece: string, times: string) => piece.repeat(Number(times)))
    .replace(/\{(\d+)\}/g, (_, count: string) =>
      Array.from({ length: Number(count) }, () => `w${String((word += 1)).padStart(5, '0')}e`).join(' '),
    );
}

const TEXT_BLOCKS = new Set(['p', 'li', 'td', 'th', 'pre', 'dt', 'dd', 'figcaption', 'blockquote']);

function flowOf(body: Tree.Element): Flow {
  const counts = { blocks: 0, notes: 0 };
  const walk = (nodes: readonly Tree.ChildNode[]): Flow =>
    nodes.flatMap((node): Flow => {
      if ('value' in node) return [text(node.value)];
      return 'tagName' in node ? grown(node) : [];
    });
  const grown = (node: Tree.Element): Flow => {
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    if (attributes['class'] === 'fn') return noted(node);
    const made: ElementNode = element(node.tagName, attributes, walk(node.childNodes));
    return [TEXT_BLOCKS.has(node.tagName) ? { ...made, block: `one.${(counts.blocks += 1)}` } : made];
  };
  const noted = (node: Tree.Element): Flow => {
    counts.notes += 1;
    return note(
      `n-${counts.notes}`,
      counts.notes,
      node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
    );
  };
  return walk(body.childNodes);
}

function find(node: Tree.Node, tag: string): Tree.Element | undefined {
  if ('tagName' in node && node.tagName === tag) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pictures(source: string): readonly Resource[] {
  const names = new Set([...source.matchAll(/images\/(\d+)x(\d+)\.svg/g)].map(([href]) => href));
  return [...names].map((href) => {
    const [width, height] = href.match(/\d+/g) ?? [];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>`;
    return { href, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
  });
}
