// The package's stylesheet leaves out what cannot be read, and knows which line of the author's each rule is.
import { describe, expect, test } from 'vitest';
import { joinStyles } from '../../../src/epub/package-styles.js';
import { finding } from '../../../src/model/finding.js';
import { atOwnStyles } from '../../../src/pipeline/packed-styles.js';

const CUSTOM =
  '.ok { margin: 0 }\n\n@media screen {\n  .wide { margin: 0;\n    width: 500px }\n}\np { color: red }\n';
const join = (css: string): ReturnType<typeof joinStyles> =>
  joinStyles({
    styles: [
      { name: 'base.css', css: 'p { margin: 0 } q { margin: 0 }' },
      { name: 'custom.css', own: 'styles/custom.css', css },
    ],
    names: new Map(),
    fonts: [],
  });
const own = [{ own: 'styles/custom.css', css: CUSTOM }];

/** The line and column of these words in the packed sheet. */
function placeOf(css: string, words: string): { path: string; line: number; column: number } {
  const before = css.slice(0, css.indexOf(words)).split('\n');
  return { path: 'OEBPS/style.css', line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('the packed stylesheet', () => {
  test.each([
    ['a declaration without its end', 'p { color: red\n\nh2 { color: blue; }\n.ok { margin: 0 }', 'p{}\n'],
    [
      'a brace too many',
      'p { margin: 0 }\n}\n.a { margin: 0 }\nq { margin: 0 }',
      'p{margin:0}\nq{margin:0}\n',
    ],
    ['a bracket without its end', '.x { margin: 0; width: calc(1px + }\n.y { margin: 0 }', '.x{margin:0}\n'],
    ['a tag', '<style>p { margin: 0 }</style>\n', ''],
  ])('leaves out %s', (_, css, packed) => {
    const { css: joined } = join(css);
    expect(joined.slice(joined.indexOf('/* custom.css */\n') + 17).startsWith(packed)).toBe(true);
    expect(joined).not.toMatch(/red|calc|style>/);
  });

  test('keeps custom properties of any kind', () => {
    expect(join('.k { --x: {a:b}; margin: 0 }').css).toMatch(/--x: \{a:b\}\s*;margin:0/);
  });
});

describe('a finding about it', () => {
  const { css, places } = join(CUSTOM);
  const packed = { path: 'OEBPS/style.css', places };

  test("is told at the author's line", () => {
    const found = finding('EPUB-038', {
      message: 'Too wide.',
      at: placeOf(css, 'width:500px'),
      seen: { artifact: 's.epub' },
    });
    expect(atOwnStyles([found], packed, own)).toEqual([
      { ...found, at: { path: 'styles/custom.css', line: 5, column: 5 } },
    ]);
  });

  test("is not told again where the lint of the author's line tells it", () => {
    expect(
      atOwnStyles([finding('EPUB-037', { message: 'Fights.', at: placeOf(css, 'color:red') })], packed, own),
    ).toEqual([]);
  });

  test("stays where it is in a sheet of Foldmark's, and in other files", () => {
    const others = [
      finding('EPUB-037', { message: 'x', at: placeOf(css, 'q{margin') }),
      finding('EPUB-040', { message: 'x', at: { path: 'OEBPS/1.xhtml', line: 40 } }),
      finding('EPUB-010', { message: 'x' }),
    ];
    expect(atOwnStyles(others, packed, own)).toEqual(others);
  });
});
