// Books as other tools arrange them: front matter of all kinds, and the headings that are titles.
import { describe, expect, test } from 'vitest';
import { assembleBook } from '../../../src/book/assemble-book.js';
import { readConfig } from '../../../src/config/book.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import { textOf } from '../../../src/model/flow.js';
import type { OutlineEntry } from '../../../src/model/book.js';
import { bookWorld } from '../config/world.js';

interface Looked {
  /** The outline, indented by level, without what templates make. */
  readonly outline: readonly string[];
  readonly told: readonly string[];
  readonly words: string;
}

function look(files: Record<string, string | Uint8Array>, settings = 'title: The Moons'): Looked {
  const world = bookWorld({ 'book.yml': `${settings}\n`, ...files });
  const config = readConfig(world, { folder: 'moons' });
  if (!config.value) throw new Error('no settings');
  const manuscript = readManuscript({ world, config: config.value, cast: [] });
  const book = assembleBook({ manuscript: manuscript.value, config: config.value });
  const generated = new Set(['title-page', 'copyright', 'contents', 'cover', 'back-cover']);
  const line = (entry: OutlineEntry, depth: number): string[] => [
    ' '.repeat(depth) + textOf(entry.title).replace(/\s+/g, ' '),
    ...entry.children.flatMap((child) => line(child, depth + 1)),
  ];
  return {
    outline: book.value.outline.filter(({ kind }) => !generated.has(kind)).flatMap((entry) => line(entry, 0)),
    told: [...config.diagnostics, ...manuscript.diagnostics, ...book.diagnostics].map(
      ({ code, severity, at }) => `${severity} ${code} ${at?.path}:${at?.line}`,
    ),
    words: manuscript.value.chapters.map(({ flow }) => textOf(flow)).join(' '),
  };
}

describe('front matter', () => {
  test.each([
    ['after an empty line', '\n---\ntitle: Air\n---\n\nThin.\n'],
    ['after a comment', '<!-- Licence:\nfree -->\n\n---\ntitle: Air\n---\n\nThin.\n'],
    ['after a byte order mark', '\uFEFF---\ntitle: Air\n---\n\nThin.\n'],
    ['with a space before each line', ' ---\n title: Air\n ---\n\nThin.\n'],
    ['with CR line ends', '---\rtitle: Air\r---\r\rThin.\r'],
    ['in TOML', '+++\ntitle = "Air"\n+++\n\nThin.\n'],
    ['in JSON', '{\n  "title": "Air"\n}\n\nThin.\n'],
    ['as a title block of pandoc', '% Air\n\nThin.\n'],
  ])('%s is read', (_, markdown) => {
    const { outline, told, words } = look({ '01.md': markdown });
    expect([outline, told]).toEqual([['Air'], []]);
    expect(words.trim()).toBe('Thin.');
  });

  test('is nothing where it is empty', () => {
    const { outline, told } = look({ '01.md': '---\n---\n\n# Air\n\nThin.\n' });
    expect([outline, told]).toEqual([['Air'], []]);
  });

  test('is a scene break where no keys follow, and an error where it is never closed', () => {
    const { outline, told } = look({
      '01.md': '---\n\n# Air\n\nThin.\n\n---\n\nThinner.\n',
      '02.md': '---\ntitle: Map\n\nZeus.\n',
    });
    expect(outline[0]).toBe('Air');
    expect(told).toEqual(['warning TEXT-040 01.md:1', 'error CONF-044 02.md:1']);
  });

  test('gives one note on the keys of other tools for the whole book', () => {
    const jekyll = (title: string): string =>
      `---\ntitle: ${title}\nlayout: post\ntags: [a]\n---\n\nWords.\n`;
    const { outline, told } = look({ '01.md': jekyll('Air'), '02.md': jekyll('Map') });
    expect([outline, told]).toEqual([['Air', 'Map'], ['warning CONF-040 01.md:3']]);
  });
});

describe('titles', () => {
  test('are the first heading where a file has none of level 1', () => {
    const { outline } = look({
      '01.md': '## Air\n\nThin.\n\n### Thinner\n\nGone.\n',
      '02.md': '## Map\n\nZeus.\n\n## Legend\n\nHera.\n\n### Scale\n\nOne.\n',
    });
    expect(outline).toEqual(['Air', ' Thinner', 'Map', ' Legend', '  Scale']);
  });

  test("are not the book's title, where files repeat it above their own", () => {
    const { outline, told } = look({
      '01.md': '# The Moons\n# Air\n\nThin.\n',
      '02.md': '# The Moons\n\n## Map\n\nZeus.\n',
      '03.md': '# Sea\n\nSalt.\n',
    });
    expect([outline, told]).toEqual([['Air', 'Map', 'Sea'], ['warning TEXT-043 01.md:1']]);
  });

  test('begin chapters in a book of one file', () => {
    expect(look({ 'book.md': '# Air\n\nThin.\n\n# Map\n\nZeus.\n' }).outline).toEqual(['Air', 'Map']);
    expect(look({ 'book.md': '## Air\n\nThin.\n\n## Map\n\nZeus.\n' }).outline).toEqual(['Air', 'Map']);
  });

  test('above the level of chapters stay, but for the title of the book', () => {
    const split = 'title: The Moons\nsplit: { chapter: 2 }';
    const markdown = (title: string): string => `# ${title}\n\n## Air\n\nThin.\n`;
    expect(look({ 'book.md': markdown('Book One') }, split).outline).toEqual(['Book One', ' Air']);
    expect(look({ 'book.md': markdown('The Moons') }, split).outline).toEqual(['Air']);
  });

  test('of images have their descriptions, and ruby its base', () => {
    const { outline } = look({
      '01.md': '# ![A map](map.png)\n\nZeus.\n\n## The <ruby>ebb<rt>low</rt></ruby> road\n\nSalt.\n',
      'map.png': 'x',
    });
    expect(outline).toEqual(['A map', ' The ebb road']);
  });

  test('in quotations and lists are listed nowhere', () => {
    const { outline, told } = look({ '01.md': '# Air\n\n> # Quoted\n\n- # In a list\n\nThin.\n' });
    expect([outline, told]).toEqual([['Air'], []]);
  });

  test('without words are left out, and so are files', () => {
    const { outline, told } = look({
      '01.md': '# Air\n\n## \n\nThin.\n',
      '02.md': '<!-- to be written -->\n',
      '03.md': '# Map\n\nZeus.\n',
    });
    expect(outline).toEqual(['Air', 'Map']);
    expect(told).toEqual(['warning TEXT-042 01.md:3', 'warning TEXT-041 02.md:1']);
  });
});

describe('the order of other tools', () => {
  const texts = {
    'src/intro.md': '# Introduction\n\nWords.\n',
    'src/air.md': '# Air\n\nSee [thin](sub/thin.md).[^a]\n\n## Own\n\nMore.\n\n[^a]: Note.\n',
    'src/sub/thin.md': '## Thin\n\nWords.[^a]\n\n### Deep\n\nMore.\n\n[^a]: Other.\n',
    'src/map.md': 'Words of the map.\n',
    'src/unlisted.md': '# Unlisted\n\nWords.\n',
  };

  test('is that of SUMMARY.md, where nested files are sections of one chapter', () => {
    const { outline, told } = look({
      ...texts,
      'book.toml': '[book]\ntitle = "Ignored"\n',
      'src/SUMMARY.md':
        '# Summary\n\n[Introduction](intro.md)\n\n# Out\n\n- [Air](./air.md)\n    - [Thin](sub/thin.md)\n' +
        '- [Map](map.md)\n- [Draft]()\n- [Gone](gone.md)\n',
    });
    expect(outline).toEqual(['Introduction', 'Out', ' Air', '  Own', '  Thin', '   Deep', ' Map']);
    expect(told).toEqual(['warning CONF-045 src/SUMMARY.md:11']);
  });

  test.each([
    ['_quarto.yml', 'book:\n  chapters:\n    - src/map.md\n    - part: Out\n      chapters: [src/air.md]\n'],
    ['_toc.yml', 'root: src/map\nparts:\n  - caption: Out\n    chapters:\n      - file: src/air\n'],
    ['mkdocs.yml', 'docs_dir: src\nnav:\n  - chapter-map: map.md\n  - Out:\n      - Air: air.md\n'],
  ])('is read from %s', (file, yaml) => {
    const { outline } = look({ ...texts, [file]: yaml });
    expect(outline.slice(1)).toEqual(['Out', ' Air', '  Own']);
  });

  test('is read from Book.txt and _bookdown.yml', () => {
    const listed = (files: Record<string, string>) => look({ ...texts, ...files }).outline.at(-1);
    expect(listed({ 'Book.txt': 'src/air.md\nsrc/intro.md\n' })).toBe('Introduction');
    expect(listed({ '_bookdown.yml': 'rmd_files: ["src/air.md", "src/intro.md"]\n' })).toBe('Introduction');
  });

  test('holds only where book.yml has none, which may join files too', () => {
    const { outline } = look(
      { ...texts, 'src/SUMMARY.md': '- [Map](map.md)\n' },
      'title: The Moons\nchapters:\n  - files: [src/air.md, src/sub/thin.md]\n  - src/intro.md',
    );
    expect(outline).toEqual(['Air', ' Own', ' Thin', '  Deep', 'Introduction']);
  });

  test('knows the title and the people of a book that book.yml does not name', () => {
    const world = bookWorld({
      'book.yml': 'theme: essay\n',
      '_quarto.yml':
        'lang: de\nbook:\n  title: Monde\n  author: [{ name: Ann Low }]\n  date: 2026-05-01T10:00\n',
      'index.qmd': '---\nsubtitle: Ein Buch\n---\n\n# Vorwort\n\nText.\n',
    });
    const metadata = readConfig(world, { folder: 'moons' }).value?.metadata;
    expect(metadata).toMatchObject({
      title: 'Monde',
      language: 'de',
      published: '2026-05-01',
      subtitle: 'Ein Buch',
    });
    expect(metadata?.contributors).toMatchObject([{ name: 'Ann Low' }]);
  });

  test('never leaves the folder of the book', () => {
    const { outline } = look({
      ...texts,
      'src/SUMMARY.md': '- [Air](air.md)\n- [X](../../../etc/passwd.md)\n',
    });
    expect(outline).toEqual(['Air', ' Own']);
  });
});
