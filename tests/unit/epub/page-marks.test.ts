// Where the pages of the print edition are marked in the text.
import { describe, expect, test } from 'vitest';
import { serialiseXhtml } from '../../../src/edition/xhtml.js';
import type { PageFact } from '../../../src/model/artifact.js';
import type { ElementNode, Flow } from '../../../src/model/flow.js';
import { pageBreaks } from '../../../src/epub/page-breaks.js';
import { markPages } from '../../../src/epub/page-markers.js';
import { block, h } from '../../epub/fixtures/composition.js';

describe('a page break', () => {
  test('stands in mid-paragraph, after the characters of earlier pages', () => {
    expect(marked(block('a.1', 'p', 'One two three.'), { block: 'a.1', offset: 4 })).toBe(
      '<p>One |2|two three.</p>',
    );
  });

  test('stands before a word that print breaks over the page', () => {
    expect(marked(block('a.1', 'p', 'One twofold three.'), { block: 'a.1', offset: 7 })).toBe(
      '<p>One |2|twofold three.</p>',
    );
  });

  test('counts no soft hyphens', () => {
    expect(marked(block('a.1', 'p', 'O\u00adne two\u00adfold three.'), { block: 'a.1', offset: 12 })).toBe(
      '<p>O\u00adne two\u00adfold |2|three.</p>',
    );
  });

  test('counts no calls of notes', () => {
    expect(
      marked(block('a.1', 'p', 'One', h('a', { class: 'note-call' }, '12'), ' two three.'), {
        block: 'a.1',
        offset: 8,
      }),
    ).toBe('<p>One<a class="note-call">12</a> two |2|three.</p>');
  });

  test('counts nothing that an edition says of its own, such as the number of a page', () => {
    expect(
      marked(
        block('a.1', 'p', 'See ', h('a', { class: 'generated', href: 'b' }, 'the figure'), ' two three.'),
        { block: 'a.1', offset: 9 },
      ),
    ).toBe('<p>See <a class="generated" href="b">the figure</a> two |2|three.</p>');
  });

  test('stands before a link, never in it', () => {
    expect(
      marked(block('a.1', 'p', 'One ', h('a', { href: 'b' }, 'two three'), ' four.'), {
        block: 'a.1',
        offset: 8,
      }),
    ).toBe('<p>One |2|<a href="b">two three</a> four.</p>');
  });

  test('stands within emphasis of any depth', () => {
    expect(
      marked(block('a.1', 'p', h('em', {}, 'One ', h('b', {}, 'two three'))), { block: 'a.1', offset: 8 }),
    ).toBe('<p><em>One <b>two |2|three</b></em></p>');
  });

  test("at a block's beginning stands first in it", () => {
    expect(marked(block('a.1', 'p', 'One'), { block: 'a.1', offset: 0 })).toBe('<p>|2|One</p>');
  });

  test('beyond the end of a block stands last in it', () => {
    expect(marked(block('a.1', 'p', 'One'), { block: 'a.1', offset: 99 })).toBe('<p>One|2|</p>');
  });

  test('at a heading stands before the heading, whose words are used elsewhere', () => {
    expect(marked(block('a.1', 'h2', 'One'), { block: 'a.1', offset: 0 })).toBe('|2|<h2>One</h2>');
  });

  test('at the first words of a figure or a table stands before it', () => {
    expect(
      marked(h('figure', {}, h('img', { src: 'a' }), block('a.1', 'figcaption', 'One')), {
        block: 'a.1',
        offset: 0,
      }),
    ).toBe('|2|<figure><img src="a"/><figcaption>One</figcaption></figure>');
    expect(
      marked(h('table', {}, h('tr', {}, block('a.1', 'td', 'One'), block('a.2', 'td', 'Two'))), {
        block: 'a.1',
        offset: 0,
      }),
    ).toBe('|2|<table><tr><td>One</td><td>Two</td></tr></table>');
    expect(
      marked(h('figure', {}, h('img', { src: 'a' }), block('a.1', 'figcaption', 'One two')), {
        block: 'a.1',
        offset: 4,
      }),
    ).toBe('<figure><img src="a"/><figcaption>One |2|two</figcaption></figure>');
  });

  test('of a page whose text begins in a note stands with the page before', () => {
    const note = h('aside', { role: 'doc-footnote' }, block('n.1', 'p', 'A note.'));
    expect(
      flowWith(
        [block('a.1', 'p', 'One two.'), note],
        [page(0, { opening: true }), page(1, { first: { block: 'n.1', offset: 3 } })],
      ),
    ).toBe('|1||2|<p>One two.</p><aside role="doc-footnote"><p>A note.</p></aside>');
  });

  test('without a block stands before the first anchor of its page', () => {
    const flow = [h('div', { id: 'cast-a' }, 'Ada'), h('div', { id: 'cast-b' }, 'Ben')];
    expect(flowWith(flow, [page(0, { opening: true }), page(1)], { 'cast-a': 0, 'cast-b': 1 })).toBe(
      '|1|<div id="cast-a">Ada</div>|2|<div id="cast-b">Ben</div>',
    );
  });

  test('at an item of a list or a row of a table stands inside it, where a span may stand', () => {
    expect(flowWith([h('ol', {}, h('li', { id: 'x' }, 'A'))], [page(1)], { x: 1 })).toBe(
      '<ol><li id="x">|2|A</li></ol>',
    );
    expect(
      flowWith([h('table', {}, h('tbody', {}, h('tr', { id: 'x' }, h('td', {}, 'A'))))], [page(1)], { x: 1 }),
    ).toBe('<table><tbody><tr id="x"><td>|2|A</td></tr></tbody></table>');
  });

  test('is not made for blanks, pages without a folio and parts that are not in the package', () => {
    const pages = [page(0, { blank: true }), { ...page(1), folio: '' }, { ...page(2), part: 'elsewhere' }];
    expect(flowWith([block('a.1', 'p', 'One')], pages)).toBe('<p>One</p>');
  });

  test('several in one block keep their order and their places', () => {
    const pages = [
      page(0, { first: { block: 'a.1', offset: 0 } }),
      page(1, { first: { block: 'a.1', offset: 4 } }),
      page(2, { first: { block: 'a.1', offset: 8 } }),
    ];
    expect(flowWith([block('a.1', 'p', 'One two three.')], pages)).toBe('<p>|1|One |2|two |3|three.</p>');
  });

  test('of a folio that comes twice has an id of its own', () => {
    const breaks = pageBreaks(
      { pages: [page(0, { opening: true }), { ...page(1), folio: '1' }], anchors: {} },
      [leaf([])],
    );
    expect(breaks.map(({ page: { id } }) => id)).toEqual(['page-1', 'page-1-2']);
  });
});

function marked(node: ElementNode, first: NonNullable<PageFact['first']>): string {
  return flowWith([node], [page(1, { first })]);
}

function flowWith(
  children: Flow,
  pages: readonly PageFact[],
  anchors: Readonly<Record<string, number>> = {},
): string {
  const one = leaf(children);
  const html = serialiseXhtml(markPages(one.flow, pageBreaks({ pages, anchors }, [one])), {
    blocks: 'dropped',
  });
  return html
    .replace(/^<section id="a">|<\/section>$/g, '')
    .replace(
      /<span epub:type="pagebreak" role="doc-pagebreak" aria-label="(\w+)" id="page-\w+"><\/span>/g,
      '|$1|',
    );
}

function leaf(children: Flow) {
  return {
    part: 'a',
    kind: 'chapter',
    role: 'body',
    file: 'a.xhtml',
    title: 'A',
    language: 'en',
    flow: [h('section', { id: 'a' }, ...children)],
  } as const;
}

function page(index: number, facts: Partial<PageFact> = {}): PageFact {
  return {
    index,
    folio: String(index + 1),
    side: 'recto',
    part: 'a',
    opening: false,
    blank: false,
    ...facts,
  };
}
