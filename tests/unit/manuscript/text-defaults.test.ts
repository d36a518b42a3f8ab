// What a book.yml leaves open, as the text of the book decides it.
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/book.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import { settledConfig } from '../../../src/manuscript/text-defaults.js';
import { bookWorld } from '../config/world.js';

const POEM = '# Mud\n\n::: verse\nIt keeps a print\nof everyone.\n:::\n';
const LONG = `# The Ledger\n\n${'He wrote the tides into the ledger. '.repeat(100)}\n`;

function made(settings: string, texts: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const files = Object.fromEntries(texts.map((text, index) => [`${index + 1}.md`, text]));
  const world = bookWorld({ 'book.yml': `title: Io\n${settings}`, ...files, ...more });
  const config = readConfig(world).value;
  if (!config) throw new Error('book.yml is wrong');
  const { value: manuscript } = readManuscript({ world, config, cast: [] });
  const { theme, numbering, print } = settledConfig(manuscript, config);
  return {
    sections: manuscript.chapters.filter(({ role }) => role !== 'body').map(({ kind }) => kind),
    theme,
    numbers: numbering.chapter,
    start: print.chapterStart,
    folios: print.folios,
  };
}

describe('a collection of short pieces', () => {
  test('is a zine with a cover, without numbers, and its pieces follow page by page', () => {
    expect(made('', [POEM, POEM, POEM])).toEqual({
      sections: ['cover', 'copyright', 'contents', 'back-cover'],
      theme: 'zine',
      numbers: 'none',
      start: 'next',
      folios: 'continuous',
    });
  });
  test('may hold a long piece, and a long poem is a short piece', () => {
    expect(made('', [POEM, POEM, LONG])).toMatchObject({ theme: 'zine' });
    expect(made('', [POEM, LONG, LONG])).toMatchObject({ theme: 'novel' });
    expect(
      made(
        '',
        ['one', 'two', 'three'].map(
          (title) => `# ${title}\n\n::: verse\n${'The sea has gone out for bread\n'.repeat(120)}:::\n`,
        ),
      ),
    ).toMatchObject({ theme: 'zine' });
  });
  test('keeps whatever book.yml says', () => {
    expect(
      made(
        'theme: novel\nnumbering: roman\nprint: { chapter-start: recto }\nfront: [title-page]\nback: []\n',
        [POEM, POEM, POEM],
      ),
    ).toEqual({
      sections: ['title-page'],
      theme: 'novel',
      numbers: 'roman',
      start: 'recto',
      folios: undefined,
    });
    expect(made('cover: false\n', [POEM, POEM, POEM]).sections).toEqual([
      'title-page',
      'copyright',
      'contents',
    ]);
    expect(made('toc: false\n', [POEM, POEM, POEM]).sections).toEqual(['cover', 'copyright', 'back-cover']);
  });
});

describe('a long book', () => {
  test('is a novel with a title page and numbers', () => {
    expect(made('', [LONG, LONG, LONG])).toEqual({
      sections: ['title-page', 'copyright', 'contents'],
      theme: 'novel',
      numbers: 'arabic',
      start: undefined,
      folios: undefined,
    });
  });
  test('has a cover before its title page where book.yml names an image', () => {
    expect(made('cover: pier.jpg\n', [LONG, LONG], { 'pier.jpg': '' }).sections).toEqual([
      'cover',
      'title-page',
      'copyright',
      'contents',
      'back-cover',
    ]);
    expect(made('cover: pier.jpg\nfront: [title-page]\n', [LONG, LONG], { 'pier.jpg': '' }).sections).toEqual(
      ['cover', 'title-page'],
    );
  });
  test.each([
    [['1. Out', '2. Back'], 'none'],
    [['I', 'II'], 'none'],
    [['Chapter One', 'Chapter Two'], 'none'],
    [['Ill', 'Well'], 'arabic'],
    [['1984', '1985'], 'arabic'],
  ])('with the titles %j has the numbers %s', (titles, numbers) => {
    expect(
      made(
        '',
        titles.map((title) => LONG.replace('The Ledger', title.replace('.', '\\.'))),
      ).numbers,
    ).toBe(numbers);
  });
});

test('a single text has neither number nor contents', () => {
  expect(made('', [LONG])).toMatchObject({
    sections: ['title-page', 'copyright'],
    numbers: 'none',
    theme: 'novel',
  });
});
