import { describe, expect, test } from 'vitest';
import { composePrint } from '../../../src/edition/compose-edition.js';
import { assembleBook } from '../../../src/book/assemble-book.js';
import { pageRules } from '../../../src/edition/page-styles.js';
import type { World } from '../../../src/model/world.js';
import { chapter, CONFIG, manuscript } from '../book/chapters.js';
import { worldOf } from './worlds.js';

const book = assembleBook({ manuscript: manuscript([chapter('air')]), config: CONFIG }).value;
const compose = (world: World, config = CONFIG) => composePrint({ book, config, world });
const styles = (world: World, config = CONFIG) =>
  compose(world, config).value.styles.map((one) => [one.name, one.css.trim()]);

describe('the cascade', () => {
  test("is page rules, faces, Foldmark, theme, the book's variables, the book's own sheet", () => {
    const all = styles(worldOf({ 'styles/custom.css': 'p { color: red }' }), {
      ...CONFIG,
      variables: { '--spot': '#fff' },
    });
    expect(all.slice(1)).toEqual([
      [
        'fonts.css',
        ['Text', 'Label', 'Mono']
          .map(
            (family) =>
              `@font-face { font-family: "${family}"; font-style: normal; font-weight: 400; src: ` +
              'url("fonts/Plain.ttf"); }',
          )
          .join('\n'),
      ],
      ['base.css', 'p { margin: 0; }'],
      ['print.css', '.note { float: footnote; }'],
      ['theme-variables.css', ':root {\n  --spot: #123456;\n}'],
      ['theme-base.css', 'h1 { color: var(--spot); }'],
      ['book-variables.css', ':root {\n  --spot: #fff;\n}'],
      ['custom.css', 'p { color: red }'],
    ]);
  });

  test("has a book's sheet in the place of Foldmark's of the same name", () => {
    expect(styles(worldOf({ 'styles/base.css': 'p { margin: 9px }' }))).toContainEqual([
      'base.css',
      'p { margin: 9px }',
    ]);
  });

  test('names the pictures of sheets as the edition does, wherever they come from', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>';
    const world = worldOf(
      {
        'styles/custom.css':
          'p { background: url(paper.svg) } b { background: url("data:image/png;base64,x") }',
        'styles/paper.svg': svg,
      },
      {
        'styles/plain/print.css': 'i { background: url( "art/line.svg" ) }',
        'styles/plain/art/line.svg': svg,
      },
    );
    expect(styles(world)).toContainEqual([
      'custom.css',
      'p { background: url("images/styles-paper.svg") } b { background: url("data:image/png;base64,x") }',
    ]);
    expect(styles(world)).toContainEqual([
      'theme-print.css',
      'i { background: url("images/styles-plain-art-line.svg") }',
    ]);
    expect(compose(world).value.resources.map((one) => one.href)).toEqual([
      'images/styles-paper.svg',
      'images/styles-plain-art-line.svg',
      'fonts/Plain.ttf',
    ]);
  });

  test('reports imports and files that are not there at their line', () => {
    const css =
      '@import "x.css";\np { background:\n  url(no.png) }\ni { background: url(//example.org/a.png) }';
    expect(
      compose(worldOf({ 'styles/custom.css': css }))
        .diagnostics.map((one) => [one.code, one.at?.path, one.at?.line])
        .sort(),
    ).toEqual([
      ['FIG-001', 'styles/custom.css', 3],
      ['FIG-002', 'styles/custom.css', 4],
      ['TPL-011', 'styles/custom.css', 1],
    ]);
  });
});

describe('the sheet', () => {
  const page = {
    trim: { width: 148, height: 210 },
    bleed: 3,
    overhang: 6,
    margins: { top: 20, bottom: 25, inside: 15, outside: 20 },
  };

  test('is the trim and the overhang on every side, margins mirrored', () => {
    expect(pageRules(page)).toMatch(
      /^@page \{\n {2}size: 160mm 222mm;\n {2}margin: 26mm 26mm 31mm 21mm;\n\}\n@page :right \{ margin-left: 21mm; margin-right: 26mm; \}\n@page :left \{ margin-left: 26mm; margin-right: 21mm; \}/,
    );
  });

  test("has room for marks where they are asked for, and is of the theme's or the book's measures", () => {
    const print = { bleed: 3, marks: true, trim: { width: 100, height: 150 } };
    const { edition } = compose(worldOf({}), { ...CONFIG, print }).value;
    expect(edition).toEqual({
      medium: 'print',
      marks: true,
      chapterStart: 'next',
      pagesMultiple: 1,
      page: {
        trim: { width: 100, height: 150 },
        bleed: 3,
        overhang: 13,
        margins: { top: 20, bottom: 25, inside: 15, outside: 20 },
      },
    });
  });

  test('says measures without the noise of binary fractions', () => {
    expect(pageRules({ ...page, margins: { ...page.margins, inside: 0.1 + 0.2 } })).toContain(
      '--margin-inside: 0.3mm;',
    );
  });
});
