// Print and EPUB of one book, and the same with something changed in one of them.
import { describe, expect, test } from 'vitest';
import { assembleBook } from '../../../src/book/assemble-book.js';
import { openWorld } from '../../../src/pipeline/world-files.js';
import { checkParity, type Editions } from '../../../src/check/parity/check-parity.js';
import { readCast, readConfig } from '../../../src/config/index.js';
import { composeEbook, composePrint } from '../../../src/edition/compose-edition.js';
import { partFiles } from '../../../src/edition/part-file-names.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import type { Composition } from '../../../src/model/edition.js';
import { hasClass, mapFlow, text, type FlowNode } from '../../../src/model/flow.js';

const EDITIONS = editionsOf('manuscript');

describe('the two editions of the zine', () => {
  test('hold the same', () => {
    expect(checkParity(EDITIONS)).toEqual([]);
  });

  test.each([
    ['a paragraph is gone', 'PARITY-001', drop((node) => node.block === 'air.2')],
    [
      'a word is another',
      'PARITY-001',
      replace((node) => (node.type === 'text' ? text(node.value.replace('luxury', 'burden')) : node)),
    ],
    [
      'a heading is on another level',
      'PARITY-002',
      replace((node) => (node.type === 'element' && node.tag === 'h2' ? { ...node, tag: 'h3' } : node)),
    ],
    ['a note is gone', 'PARITY-003', drop((node) => node.attributes['id'] === 'note-mackie-1')],
    [
      'a note has another number',
      'PARITY-003',
      replace((node) =>
        node.type === 'element' && hasClass(node, 'note-number') ? { ...node, children: [text('9')] } : node,
      ),
    ],
    ['a picture is gone', 'PARITY-004', drop((node) => node.tag === 'img')],
    [
      'a picture is described otherwise',
      'PARITY-004',
      replace((node) =>
        node.type === 'element' && node.tag === 'img'
          ? { ...node, attributes: { ...node.attributes, alt: 'A picture' } }
          : node,
      ),
    ],
    [
      'a link leads elsewhere',
      'PARITY-005',
      replace((node) =>
        node.type === 'element' && hasClass(node, 'generated') && node.tag === 'a'
          ? { ...node, attributes: { ...node.attributes, href: '06-preface.xhtml' } }
          : node,
      ),
    ],
    [
      'a mention is not marked',
      'PARITY-005',
      replace((node) => (node.type === 'element' && hasClass(node, 'mention') ? node.children : node)),
    ],
    ['a member of the cast is gone', 'PARITY-006', drop((node) => node.attributes['id'] === 'cast-sam')],
  ] as const)('differ when %s', (_, code, change) => {
    const changed = {
      ...EDITIONS.ebook,
      parts: EDITIONS.ebook.parts.map((part) => ({ ...part, flow: mapFlow(part.flow, change) })),
    };
    expect(codes({ ...EDITIONS, ebook: changed })).toContain(code);
  });

  test('differ when a whole chapter is in print alone, which is told once for each kind of thing', () => {
    const found = checkParity({
      ...EDITIONS,
      ebook: { ...EDITIONS.ebook, parts: EDITIONS.ebook.parts.filter(({ id }) => id !== 'air') },
    });
    expect(found.filter(({ code }) => code === 'PARITY-001').map(({ at }) => at?.path)).toEqual([
      '01-air.md',
    ]);
    expect(found[0]?.message).toMatch(
      / is in print and not, or not so, in the EPUB\. And \d+ more in this chapter\.$/,
    );
  });
});

test.each(['tests/books/novel', 'tests/books/essay', 'tests/books/tiny'])(
  'the two editions of %s hold the same',
  (folder) => {
    expect(checkParity(editionsOf(folder))).toEqual([]);
  },
);

function codes(editions: Editions): readonly string[] {
  return checkParity(editions).map(({ code }) => code);
}

function drop(
  which: (node: Extract<FlowNode, { type: 'element' }>) => boolean,
): (node: FlowNode) => FlowNode | readonly FlowNode[] {
  return (node) => (node.type === 'element' && which(node) ? [] : node);
}

function replace(
  change: (node: FlowNode) => FlowNode | readonly FlowNode[],
): (node: FlowNode) => FlowNode | readonly FlowNode[] {
  return change;
}

function editionsOf(folder: string): Editions {
  const world = openWorld({ folder: new URL(`../../../${folder}`, import.meta.url).pathname });
  const config = readConfig(world, {}).value;
  if (config === undefined) throw new Error(`${folder} has no book.yml that can be read.`);
  const { value: cast } = readCast(world, config);
  const { value: manuscript } = readManuscript({ world, config, cast });
  const { value: book } = assembleBook({ manuscript, config });
  const print = composePrint({ book, config, world }).value;
  const ebook: Composition = composeEbook({ book, config, world }).value;
  const files = new Map([...partFiles(ebook.parts.map(({ id }) => id))].map(([part, file]) => [file, part]));
  return { book, print, ebook, files };
}
