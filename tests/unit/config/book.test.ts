import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/index.js';
import { bookWorld } from './world.js';

const FILES = {
  '01-air.md': 'a',
  '02-bees.md': 'b',
  'epigraph.md': 'c',
  'images/cover.png': 'd',
  'cast.yml': '',
};
const read = (yaml: string, flags = {}) => readConfig(bookWorld({ 'book.yml': yaml, ...FILES }), flags);

describe('readConfig', () => {
  test('makes a whole book of a title', () => {
    const { value, diagnostics } = readConfig(bookWorld({ 'book.yml': 'title: Io\n' }), {
      folder: 'Mein Büch',
    });
    expect(diagnostics).toEqual([]);
    const at = { path: 'book.yml', line: 1, column: 1 };
    expect(value).toEqual({
      name: 'mein-buch',
      metadata: {
        title: 'Io',
        contributors: [],
        language: 'en',
        direction: 'ltr',
        subjects: [],
        seed: 'mein-buch',
        isbn: {},
        cover: {},
        accessibility: {},
        custom: {},
      },
      theme: 'novel',
      variables: {},
      order: {
        front: [
          { section: 'cover', at },
          { section: 'title-page', at },
          { section: 'copyright', at },
          { section: 'contents', at },
        ],
        back: [{ section: 'back-cover', at }],
      },
      open: ['theme', 'front', 'back', 'cover', 'contents', 'numbering', 'chapter-start'],
      numbering: { chapter: 'arabic', part: 'roman' },
      cast: { file: 'cast.yml', find: 'marked' },
      typography: { quotes: ['“', '”', '‘', '’'], hyphenate: true, lines: 'set' },
      print: { bleed: 3, marks: false, profiles: [], instead: { at } },
      epub: { fonts: 'subset', tocDepth: 2, stores: ['generic'] },
      imposition: {
        paper: { width: 210, height: 297 },
        margin: 0,
        creep: 0,
        sheets: 4,
        binding: 'left',
        marks: 'drawn',
      },
      coverWrap: { stock: 'offset-90' },
      editions: ['print', 'screen', 'epub'],
    });
  });

  test('reads every key', () => {
    const { value, diagnostics } = read(WHOLE);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      name: 'io',
      metadata: {
        title: 'IO',
        subtitle: 'A Lonely Earth',
        shortTitle: 'IO',
        sortTitle: 'IO',
        language: 'en-GB',
        description: 'On a film.',
        contributors: [
          { name: 'Ann', role: 'aut' },
          { name: 'Jane Doe', sortName: 'Doe, Jane', role: 'ill', url: 'https://example.org/jane' },
          { name: 'John', role: 'aut' },
        ],
        subjects: [{ term: 'Motion pictures' }, { term: 'Film', authority: 'BISAC', code: 'PER004030' }],
        publisher: { name: 'Foldmark', place: 'Leeds' },
        rights: { holder: 'Jane Doe', year: 2026, licence: 'CC BY 4.0', statement: 'Some rights.' },
        published: '2026-11-23',
        modified: '2026-11-24',
        seed: 'foldmark-io',
        isbn: { print: '9783161484100' },
        doi: '10.1000/182',
        series: { name: 'Moons', position: '1' },
        edition: 'First edition',
        cover: { image: 'images/cover.png', alt: 'A moon' },
        accessibility: {
          conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
          certifiedBy: 'Jane',
          summary: 'Good.',
          hazards: ['none'],
        },
        custom: { price: '4.50', pages: '40' },
      },
      theme: 'zine',
      variables: { '--spot': '#ff5c39' },
      split: { chapter: 2, part: 1 },
      numbering: { chapter: 'roman', part: 'none' },
      dedication: { markdown: 'For those who stayed.', at: { path: 'book.yml', line: 35, column: 13 } },
      cast: { file: 'cast.yml', find: 'names' },
      typography: { quotes: ['“', '”', '‘', '’'], hyphenate: false },
      print: {
        trim: { width: 148, height: 210 },
        margins: { top: 20, bottom: 30, inside: 15, outside: 12 },
        bleed: 3.175,
        marks: true,
        chapterStart: 'next',
        pagesMultiple: 4,
      },
      epub: { fonts: 'none', tocDepth: 3 },
      editions: ['print', 'epub'],
    });
  });

  test('keeps the order with the place of each entry', () => {
    const at = (line: number, column: number) => ({ path: 'book.yml', line, column });
    const { value } = read(
      'title: Io\nfront: [cover, ./epigraph.md]\nchapters:\n  - 01-air.md\n  - part: One\n    ' +
        'chapters: [02-bees.md]\nback: [cast, back-cover]\n',
    );
    expect(value?.order).toEqual({
      front: [
        { section: 'cover', at: at(2, 9) },
        { file: 'epigraph.md', at: at(2, 16) },
      ],
      chapters: [
        { file: '01-air.md', at: at(4, 5) },
        { part: 'One', chapters: [{ file: '02-bees.md', at: at(6, 16) }], at: at(5, 11) },
      ],
      back: [
        { section: 'cast', at: at(7, 8) },
        { section: 'back-cover', at: at(7, 14) },
      ],
    });
  });

  test('puts the dedication and the cast where a book without an order has them', () => {
    const { value } = read('title: Io\ndedication: To you\n');
    expect(value?.order.front.map((one) => 'section' in one && one.section)).toEqual([
      'cover',
      'title-page',
      'copyright',
      'dedication',
      'contents',
    ]);
    expect(value?.order.back.map((one) => 'section' in one && one.section)).toEqual(['cast', 'back-cover']);
    expect(value?.order).not.toHaveProperty('chapters');
  });

  test('lets flags win over the book', () => {
    expect(read('title: Io\neditions: [print]\n', { only: ['epub'] }).value?.editions).toEqual(['epub']);
    expect(read('title: Io\neditions: [print]\n').value?.editions).toEqual(['print']);
  });

  test('takes the usual marks of the language', () => {
    expect(read('title: Io\nlanguage: de\n').value?.typography.quotes).toEqual(['„', '“', '‚', '‘']);
  });

  test('uses what is left of a book with mistakes, and reports them from the top down', () => {
    const { value, diagnostics } = read(
      'titel: Io\nauthor: [Ann, 4, John]\nprint: { bleed: 3, marks: true }\nchapters: [01-air.md, ' +
        '09-none.md, 02-bees.md, 01-air.md]\n',
    );
    expect(diagnostics.map((one) => [one.code, one.at?.line])).toEqual([
      ['CONF-002', 1],
      ['CONF-003', 2],
      ['CONF-006', 3],
      ['CONF-013', 4],
      ['CONF-012', 4],
    ]);
    expect(value?.metadata.contributors.map((one) => one.name)).toEqual(['Ann', 'John']);
    expect(value?.print).toMatchObject({ bleed: 3, marks: true, profiles: [] });
    expect(value?.print).not.toHaveProperty('trim');
    expect(value?.order.chapters?.map((one) => 'file' in one && [one.file, one.at.column])).toEqual([
      ['01-air.md', 12],
      ['02-bees.md', 35],
    ]);
  });

  test('refuses a book.yml of more than 1 MB', () => {
    const { value, diagnostics } = read(`title: Io\n# ${'x'.repeat(1_000_001)}\n`);
    expect(value).toBeUndefined();
    expect(diagnostics.map((one) => one.code)).toEqual(['CONF-016']);
  });

  test('says what is wrong with a file that the folder cannot give', () => {
    const world = bookWorld({});
    for (const [problem, code] of [
      ['outside', 'CONF-020'],
      ['not-a-file', 'CONF-013'],
      ['too-large', 'CONF-016'],
      ['missing', 'CONF-017'],
    ] as const) {
      const { diagnostics } = readConfig({ ...world, book: { ...world.book, read: () => ({ problem }) } });
      expect(diagnostics.map((one) => one.code)).toEqual([code]);
    }
  });

  test('never throws, whatever the file holds', () => {
    for (const yaml of [
      '',
      '~',
      '[]',
      '4',
      'true',
      '"x"',
      '- a',
      'title: {}',
      'title: [[]]',
      'print: []',
      'chapters: {}',
      'chapters: [[1]]',
      'chapters: [{part: []}]',
      'custom: 1',
      'contributors: [[], {}, ~]',
      'isbn: x',
      'variables: [1]',
    ]) {
      expect(() => read(yaml), yaml).not.toThrow();
      if (yaml !== '') expect(read(yaml).diagnostics.length, yaml).toBeGreaterThan(0);
    }
  });
});

const WHOLE = `name: io
title: IO
subtitle: A Lonely Earth
short-title: IO
sort-title: IO
language: en-GB
author: Ann
contributors:
  - { name: Jane Doe, sort-name: "Doe, Jane", role: illustrator, url: https://example.org/jane }
  - John
description: On a film.
subjects: [Motion pictures, { term: Film, authority: BISAC, code: PER004030 }]
publisher: { name: Foldmark, place: Leeds }
rights: { holder: Jane Doe, year: 2026, licence: CC BY 4.0, statement: Some rights. }
published: 2026-11-23
modified: 2026-11-24
seed: foldmark-io
isbn: { print: 978-3-16-148410-0 }
doi: 10.1000/182
series: { name: Moons, position: 1 }
edition: First edition
theme: zine
variables: { spot: "#ff5c39" }
front: [cover, blank, half-title, frontispiece, title-page, copyright, dedication, epigraph.md, contents]
chapters: [01-air.md, 02-bees.md]
back: [cast, back-cover]
split: { chapter: 2, part: 1 }
numbering: { chapter: roman, part: none }
cast: { file: cast.yml, find: names }
typography: { quotes: "‘’“”", hyphenate: false }
editions: [print, epub]
print: { trim: A5, margins: { top: 20mm, bottom: 3cm, inside: 15mm, outside: 12mm }, bleed: 0.125in, marks: true, chapter-start: next, pages-multiple: 4 }
epub: { fonts: none, toc-depth: 3, cover: images/cover.png, cover-alt: A moon }
accessibility: { conforms-to: EPUB Accessibility 1.1 - WCAG 2.2 Level AA, certified-by: Jane, summary: Good., hazards: [none] }
dedication: For those who stayed.
custom: { price: 4.50, pages: 40 }
`;
