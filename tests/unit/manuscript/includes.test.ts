// Texts that take others in, as mdBook and Quarto write it.
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/book.js';
import { partOfFile, resolveInclude } from '../../../src/manuscript/included-part.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import { elementsOf, textOf } from '../../../src/model/flow.js';
import { bookWorld } from '../config/world.js';

function read(files: Record<string, string>) {
  const world = bookWorld({ 'book.yml': 'title: Moons\n', ...files });
  const config = readConfig(world, { folder: 'moons' });
  if (!config.value) throw new Error('no settings');
  const { value, diagnostics } = readManuscript({ world, config: config.value, cast: [] });
  const chapters = value.chapters.filter(({ flow }) => flow.length > 0);
  return {
    titles: chapters.map(({ title }) => textOf(title)),
    blocks: chapters.flatMap(({ flow }) =>
      elementsOf(flow).flatMap((node) => (/^(p|pre)$/.test(node.tag) ? [textOf([node])] : [])),
    ),
    places: chapters.flatMap(({ flow }) =>
      elementsOf(flow).flatMap(({ tag, at }) => (tag === 'p' ? [`${at?.path}:${at?.line}`] : [])),
    ),
    told: diagnostics.map(({ code, at }) => `${code} ${at?.path}:${at?.line}`),
  };
}

const CODE = 'use a;\n// ANCHOR: here\nfn main() {}\n// ANCHOR_END: here\nfn end() {}\n';

test('a text stands where it is included, and is no chapter of its own', () => {
  const { titles, blocks, places, told } = read({
    '01.md': '# One\n\n{{#include parts/b.md}}\n\nLast.\n',
    'parts/b.md': '---\nkey: x\n---\nWords.\n\n{{< include _c.qmd >}}\n',
    'parts/_c.qmd': 'Deeper.\n',
  });
  expect([titles, blocks, told]).toEqual([['One'], ['Words.', 'Deeper.', 'Last.'], []]);
  expect(places).toEqual(['01.md:3', '01.md:3', '01.md:5']);
});

describe('code', () => {
  test.each([
    ['{{#include a.rs}}', 'use a;\nfn main() {}\nfn end() {}\n'],
    ['{{#include a.rs:here}}', 'fn main() {}\n'],
    ['{{#rustdoc_include a.rs:here}}', 'fn main() {}\n'],
    ['{{#include a.rs:3:}}', 'fn main() {}\nfn end() {}\n'],
    ['# use b;\n#\n#[test]\n## x', '#[test]\n# x\n'],
  ])('%s', (written, printed) => {
    const { blocks, told } = read({
      '01.md': `# One\n\n\`\`\`rust,ignore\n${written}\n\`\`\`\n`,
      'a.rs': CODE,
    });
    expect([blocks, told]).toEqual([[printed], []]);
  });

  test('keeps its place in a list, and playgrounds get a block', () => {
    const { blocks } = read({
      '01.md':
        '# One\n\n- Item\n\n  ```rust\n  {{#include a.rs:1:3}}\n  ```\n\n{{#playground a.rs:5 editable}}\n',
      'a.rs': CODE,
    });
    expect(blocks.slice(-2)).toEqual(['use a;\nfn main() {}\n', 'fn end() {}\n']);
  });
});

test('what cannot be taken is printed as it is written, with one warning', () => {
  const { blocks, told } = read({
    '01.md':
      '# One\n\n{{#include lost_a_b.md}}\n\n{{#include ../x.md}}\n\n{{#include /etc/passwd}}\n\n{{#include 01.md}}\n',
  });
  expect(blocks).toEqual(
    ['lost_a_b.md', '../x.md', '/etc/passwd', '01.md'].map((file) => `{{#include ${file}}}`),
  );
  expect(told).toEqual([3, 5, 7, 9].map((line) => `TEXT-050 01.md:${line}`));
});

test('circles end, and every text of one is printed', () => {
  const { titles, blocks, told } = read({
    '01.md': '# One\n\nA.\n\n{{#include 02.md}}\n',
    '02.md': 'B.\n\n{{#include 01.md}}\n',
  });
  expect([titles, blocks]).toEqual([['One'], ['A.', 'B.', '{{#include 01.md}}']]);
  expect(told).toEqual(['TEXT-050 01.md:5']);
});

test('a title of a page is left out, and a backslash prints the command', () => {
  const { blocks } = read({ '01.md': '{{#title Web}}\n# One\n\nSee \\{{#include b.md}} there.\n' });
  expect(blocks).toEqual(['See {{#include b.md}} there.']);
});

test('parts and addresses', () => {
  expect(partOfFile('a\nb\nc\n', '2')).toEqual(['b']);
  expect(partOfFile('a\nb\nc\n', ':2')).toEqual(['a', 'b']);
  expect(partOfFile('a\n', '5:9')).toBeUndefined();
  expect(partOfFile('a\n', 'none')).toBeUndefined();
  expect(resolveInclude('src/a.md', '../code/x.rs')).toBe('code/x.rs');
  expect(resolveInclude('a.md', 'C:/x')).toBeUndefined();
  expect(resolveInclude('a.md', 'https://example.org/x')).toBeUndefined();
});
