// The style lint rule by rule; how findings look is in tests/findings.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintStyles } from '../../../src/edition/styles/style-lint.js';
import { styleWords } from '../../../src/edition/styles/generated-content.js';

type Medium = 'print' | 'ebook';
const codes = (css: string, medium: Medium = 'print'): readonly string[] =>
  lintStyles({ path: 'styles/custom.css', css, medium }).map(({ code }) => code);

describe('styles that ship are clean', () => {
  const sheets: readonly (readonly [string, readonly Medium[]])[] = [
    ['base.css', ['print', 'ebook']],
    ['print.css', ['print']],
    ['ebook.css', ['ebook']],
    ['cover-wrap.css', ['print']],
    ...['zine', 'novel', 'essay'].flatMap(
      (theme) =>
        [
          [`${theme}/print.css`, ['print']],
          [`${theme}/ebook.css`, ['ebook']],
        ] as const,
    ),
    ['zine/base.css', ['print', 'ebook']],
  ];
  test.each(sheets.flatMap(([name, media]) => media.map((medium) => [name, medium] as const)))(
    '%s, for the %s',
    (name, medium) => {
      const css = readFileSync(new URL(`../../../styles/${name}`, import.meta.url), 'utf8');
      expect(
        lintStyles({ path: name, css, medium }).map(
          ({ code, message, at }) => `${String(at?.line)} ${code} ${message}`,
        ),
      ).toEqual([]);
    },
  );
});

describe('print', () => {
  const found: readonly (readonly [string, string])[] = [
    ['STYLE-001', 'blockquote { padding: 1em }'],
    ['STYLE-001', 'p { padding-bottom: 12pt }'],
    ['STYLE-001', '.box { border: 1px solid }'],
    ['STYLE-001', '.box { border-top: 1pt solid; }'],
    ['STYLE-001', 'pre { padding-block: 1em 0 }'],
    ['STYLE-001', '.box { border-style: solid none; border-width: 1px }'],
    ['STYLE-002', 'pre { overflow: auto }'],
    ['STYLE-002', '.box { overflow: hidden; max-height: 3cm }'],
    ['STYLE-002', 'p { -webkit-line-clamp: 3 }'],
    ['STYLE-003', '.x { min-height: 100vh }'],
    ['STYLE-003', '.x { width: calc(50vw - 1cm) }'],
    ['STYLE-004', 'html { direction: rtl }'],
    ['STYLE-004', ':root { direction: rtl }'],
    ['STYLE-005', 'p { position: absolute }'],
    ['STYLE-005', '.sign { position: fixed }'],
    ['STYLE-006', '.body { columns: 2 }'],
    ['STYLE-006', '.body { column-count: 2 }'],
    ['STYLE-007', '.x { & h2 { break-before: page } }'],
    ['STYLE-007', 'h2 { break-before: var(--start) }'],
    ['STYLE-007', 'h2::after { break-after: page }'],
    ['STYLE-008', ':is(h2, h3) { break-before: page }'],
    ['STYLE-008', 'p:not(.a, .b):first-of-type { color: red; margin: 0 }'],
    ['STYLE-009', 'h2::before { content: "Chapter " }'],
    ['STYLE-009', 'h2::before { content: counter(section) }'],
    ['STYLE-009', '@page { @top-left { content: "Io" } }'],
    ['STYLE-011', 'p { colour: red }'],
    ['STYLE-012', 'p { text-align: centre }'],
    ['STYLE-012', 'p { margin: 5 px }'],
    ['STYLE-013', 'p { color red }'],
  ];
  test.each(found)('%s: %s', (code, css) => {
    expect(codes(css)).toEqual([code]);
  });

  test.each([
    'p { padding: 0 1em; border: none; border-top: 0 }',
    'td { padding: 2mm }',
    '.box { padding: 1em; break-inside: avoid }',
    '.opening h1 { padding-top: 3pt }',
    '.box { border-left: 1px solid; padding-left: 1em }',
    '.cover { position: absolute; overflow: hidden; height: 10cm }',
    '.x { overflow: hidden }',
    'q { content: "“" } h2::before { content: "" } .a::after { content: "–\\2002" }',
    'h2, h3 { break-before: page }',
    ':is(h2, h3) { color: red }',
    '.body { columns: auto }',
    '@media screen { p { colour: red; padding: 1em } }',
    ':root { --x: 5 px }',
    '.note { float: footnote } h1 { string-set: title content() }',
    '@page { size: A5; marks: crop }',
    'p { -webkit-hyphens: auto; -epub-hyphens: auto }',
    '@font-face { font-family: X; src: url(x.ttf) }',
    'img { position: absolute }',
    'p { width: round(up, 3mm, 1mm); margin: var(--line) 0 }',
  ])('nothing is said of %s', (css) => {
    expect(codes(css)).toEqual([]);
  });
});

describe('e-book', () => {
  test.each([
    'p { color: #333 }',
    'p { background: beige }',
    'p { font-size: 10pt }',
    '.x { position: absolute }',
    'p { margin-left: -1em }',
    'h1 { inset: 0 0 0 -1em }',
  ])('STYLE-010: %s', (css) => {
    expect(codes(css, 'ebook')).toEqual(['STYLE-010']);
  });
  test.each([
    'p { color: currentColor; padding: 1em }',
    '@media print { p { color: red } }',
    'h1 { letter-spacing: -0.01em }',
    'p { text-indent: -1em }',
    'pre { overflow: auto }',
    'img { max-height: 92vh }',
  ])('nothing is said of %s', (css) => {
    expect(codes(css, 'ebook')).toEqual([]);
  });
});

test('words of a style are known with their place', () => {
  const css =
    'a { color: red }\n.x::before, .y::before {\n  content: "Fig. " counter(fig);\n}\nol { ' +
    'list-style-type: "Step " }\nul { list-style: disc }';
  expect(styleWords([{ name: 'custom.css', path: 'styles/custom.css', css }])).toEqual([
    {
      text: 'Fig. ',
      isCounted: true,
      selector: '.x::before,.y::before',
      at: { path: 'styles/custom.css', line: 3, column: 3 },
    },
    {
      text: 'Step ',
      isCounted: false,
      selector: 'ol',
      at: { path: 'styles/custom.css', line: 5, column: 6 },
    },
  ]);
});
