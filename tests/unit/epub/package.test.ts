// Names, identifiers, dates and words of the package.
import { describe, expect, test } from 'vitest';
import { accessFacts, accessibilityMetadata } from '../../../src/epub/accessibility.js';
import { contentsOf } from '../../../src/epub/epub-contents.js';
import { prepareFlow } from '../../../src/epub/content-documents.js';
import { bookUrn, isbnUrn } from '../../../src/epub/identifiers.js';
import { packageMetadata, rightsStatement } from '../../../src/epub/package-metadata.js';
import { momentOf, stamp } from '../../../src/epub/modified-date.js';
import { pathOf, safeNames } from '../../../src/epub/package-names.js';
import { charactersOf } from '../../../src/epub/embedded-fonts.js';
import { joinStyles } from '../../../src/epub/package-styles.js';
import { textOf, type Flow, type FlowNode } from '../../../src/model/flow.js';
import { METADATA, OUTLINE, h } from '../../epub/fixtures/composition.js';

describe('names in the package', () => {
  test('are ASCII, without spaces, and differ by more than case', () => {
    const names = safeNames([
      'images/Über Süd.png',
      'images/uber-sud.png',
      'images/UBER-SUD.png',
      '../.x.svg',
      'карта.jpg',
    ]);
    expect([...names.values()]).toEqual([
      'images/Uber-Sud.png',
      'images/uber-sud-2.png',
      'images/UBER-SUD-3.png',
      'x.svg',
      'file.jpg',
    ]);
  });

  test('are found whether an address is escaped or not', () => {
    expect(['images/a%20b.png', './images/a b.png', 'images/100%.png'].map(pathOf)).toEqual([
      'images/a b.png',
      'images/a b.png',
      'images/100%.png',
    ]);
  });
});

describe('identifiers', () => {
  test('are version 5 UUIDs in the namespace of URLs', () => {
    expect(bookUrn('https://www.example.com/')).toBe('urn:uuid:3d3ed9d2-aa3d-5fa6-90e8-ed662e90f559');
    expect(bookUrn('tide')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(bookUrn('tide')).not.toBe(bookUrn('tides'));
  });

  test('of an ISBN are its digits', () => {
    expect(isbnUrn('978-3-16-148410-0')).toBe('urn:isbn:9783161484100');
  });
});

describe('a drawing', () => {
  test("counts a circle's dashes in its own units, because SVG 1.1 has no other", () => {
    const drawn = prepareFlow(
      [
        h(
          'svg',
          {},
          h('circle', { r: '22', pathLength: '360', 'stroke-dasharray': '322 38' }),
          h('path', { pathLength: '1' }),
          h('rect', { pathLength: '4' }),
        ),
      ],
      new Map(),
    );
    expect(drawn).toMatchObject([
      {
        children: [
          { attributes: { r: '22', 'stroke-dasharray': '123.64 14.59' } },
          { attributes: { pathLength: '1' } },
          { attributes: {} },
        ],
      },
    ]);
    expect(JSON.stringify(drawn).match(/pathLength/g)).toHaveLength(1);
  });
});

describe('the moment of a package', () => {
  test("is the build's, else the book's own, else the first that a zip can tell", () => {
    expect(stamp(momentOf(METADATA, 1_795_392_000))).toBe('2026-11-23T00:00:00Z');
    expect(stamp(momentOf(METADATA, undefined))).toBe('2026-05-01T00:00:00Z');
    expect(stamp(momentOf({ ...METADATA, modified: '2026-06-01T12:00:00+02:00' }, undefined))).toBe(
      '2026-06-01T10:00:00Z',
    );
    expect(stamp(momentOf({ ...METADATA, published: '1890' }, undefined))).toBe('1980-01-01T00:00:00Z');
  });
});

describe('metadata', () => {
  test('states rights as the author does and invents none', () => {
    expect(rightsStatement(undefined)).toBeUndefined();
    expect(rightsStatement({})).toBeUndefined();
    expect(rightsStatement({ holder: 'Ada', year: 2026 })).toBe('© 2026 Ada');
    expect(rightsStatement({ statement: 'Public domain.', holder: 'Ada' })).toBe('Public domain.');
  });

  test('of a book without an author makes the first named its creator', () => {
    const contributors = [
      { name: 'Eve', role: 'edt' },
      { name: 'Tom', role: 'trl' },
    ];
    const described = packageMetadata({
      metadata: { ...METADATA, contributors },
      moment: 0,
      accessibility: [],
      pages: 'none',
      fonts: 'none',
      cover: undefined,
    });
    expect(words(described.children, 'dc:creator')).toEqual(['Eve']);
    expect(words(described.children, 'dc:contributor')).toEqual(['Tom']);
  });
});

describe('accessibility metadata', () => {
  const leaf = (flow: Flow) => [
    { part: 'a', kind: 'chapter', role: 'body', file: 'a.xhtml', title: 'A', language: 'en', flow } as const,
  ];
  const said = (flow: Flow) =>
    accessibilityMetadata(METADATA, accessFacts(leaf(flow), ['moves.gif'])).map(
      (node) =>
        `${node.type === 'element' ? node.attributes['property'] : ''}=${node.type === 'element' ? textOf(node.children) : ''}`,
    );

  test('of plain text claims no pictures', () => {
    expect(said([h('p', {}, 'Text')])).toContain('schema:accessModeSufficient=textual');
    expect(said([h('p', {}, 'Text')]).join()).not.toMatch(/visual|alternativeText|pageBreak/);
  });

  test('claims alternative text only when every picture has it', () => {
    const good = h('img', { src: 'a.png', alt: 'A hill' });
    expect(said([good])).toContain('schema:accessibilityFeature=alternativeText');
    expect(said([good, h('img', { src: 'b.png' })])).not.toContain(
      'schema:accessibilityFeature=alternativeText',
    );
    expect(said([good, h('img', { src: 'b.png' })])).not.toContain('schema:accessModeSufficient=textual');
  });

  test('counts no decoration as a picture', () => {
    expect(said([h('img', { src: 'b.png', alt: '' }), h('svg', { 'aria-hidden': 'true' })])).not.toContain(
      'schema:accessMode=visual',
    );
  });

  test('does not promise that nothing flickers where a picture moves', () => {
    expect(said([h('img', { src: 'moves.gif', alt: 'Waves' })])).toContain(
      'schema:accessibilityHazard=unknown',
    );
    expect(said([h('p', {}, 'Text')])).toContain('schema:accessibilityHazard=none');
  });
});

describe('contents', () => {
  const leaves = [
    {
      part: 'tide',
      kind: 'chapter',
      role: 'body',
      file: '1.xhtml',
      title: 'x',
      language: 'en',
      flow: [
        h('h1', {}, h('span', { class: 'number' }, '1'), 'The Tide', h('a', { 'epub:type': 'noteref' }, '9')),
        h('h2', { id: 'ebb' }, 'Ebb\n and', h('br', {}), 'flow'),
      ],
    },
    {
      part: 'moon',
      kind: 'chapter',
      role: 'body',
      file: '2.xhtml',
      title: 'Moon without heading',
      language: 'en',
      flow: [h('p', {}, 'Text')],
    },
  ] as const;

  test('are labelled with the words of the headings, calls of notes left out', () => {
    expect(contentsOf(OUTLINE, leaves, 2)).toEqual([
      {
        label: '1 The Tide',
        href: '1.xhtml',
        children: [{ label: 'Ebb and flow', href: '1.xhtml#ebb', children: [] }],
      },
      { label: 'The Moon', href: '2.xhtml', children: [] },
    ]);
  });

  test('go no deeper than asked', () => {
    expect(contentsOf(OUTLINE, leaves, 1).flatMap(({ children }) => children)).toEqual([]);
  });
});

describe('dressing', () => {
  test('gives header cells their scope, says languages twice, renames pictures, drops block names', () => {
    const flow = [
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, h('th', {}, 'A'))),
        h('tbody', {}, h('tr', {}, h('th', {}, 'B'))),
      ),
      h('p', { lang: 'fr', 'data-block': 'a.1' }, h('img', { src: 'a%20b.png' })),
    ];
    expect(JSON.stringify(prepareFlow(flow, new Map([['a b.png', 'a-b.png']])))).toBe(
      JSON.stringify([
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'A'))),
          h('tbody', {}, h('tr', {}, h('th', { scope: 'row' }, 'B'))),
        ),
        h('p', { lang: 'fr', 'xml:lang': 'fr' }, h('img', { src: 'a-b.png' })),
      ]),
    );
  });
});

describe('styles', () => {
  test('keep the faces whose fonts travel along and name files as the package does', () => {
    const css =
      '@font-face{font-family:A;src:url("fonts/A ' +
      'b.ttf")}@font-face{font-family:B;src:url(fonts/B.ttf)}p{color:inherit}';
    const { css: joined } = joinStyles({
      styles: [{ name: 'base.css', css }],
      names: new Map([['fonts/A b.ttf', 'fonts/A-b.ttf']]),
      fonts: ['fonts/A b.ttf'],
    });
    expect(joined).toBe(
      '/* base.css */\n@font-face{font-family:A;src:url(fonts/A-b.ttf)}\np{color:inherit}\n\n',
    );
  });

  test('may ask for capitals, so fonts have both cases', () => {
    expect(charactersOf(['aß'])).toBe('ASaß');
  });
});

function words(nodes: readonly FlowNode[], tag: string): readonly string[] {
  return nodes.flatMap((node) =>
    node.type === 'element' && node.tag === tag ? [textOf(node.children)] : [],
  );
}
