// What the check once refused although nothing was lost: figures in cells and lists, lists that count in
// letters or down, notes called twice, within notes and side by side. One book of small chapters, built in all editions.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPublication, type Document } from '../../src/check/epub/publication.js';
import { all, has, isInside, within, words, type XmlElement } from '../../src/check/epub/xml-tree.js';
import { build, type Report } from '../../src/index.js';
import { readPdfText } from '../../src/pdf/read/pdf-text.js';

const folder = mkdtempSync(join(tmpdir(), 'foldmark-sound-'));
let report: Report;
let documents: readonly Document[];

beforeAll(async () => {
  report = await build({ folder: 'tests/lost/sound', out: folder, only: ['screen', 'epub'] });
  ({ documents } = openPublication(readFileSync(join(folder, 'sound.epub')), 'sound.epub'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a sound book is built without a finding on its words and notes', () => {
  expect(
    report.diagnostics.filter(
      ({ code, severity }) => severity === 'error' || /^(LOSS|PARITY|PAGE-013|EPUB-030)/.test(code),
    ),
  ).toEqual([]);
  expect(report.artifacts.map(({ file }) => file).sort()).toEqual(['sound-screen.pdf', 'sound.epub']);
});

test('lists count in letters, in Roman figures and down, and the contents not at all', async () => {
  const pages = await readPdfText(readFileSync(join(folder, 'sound-screen.pdf')));
  const shown = pages.map(({ texts }) => withoutSpaces(texts.map(({ text }) => text).join('')));
  const counted = shown.find((page) => page.includes('aletteredit')) ?? '';
  const marks = ['a. a lettered', 'b. another', 'IV. the fourth', 'V. the fifth'];
  const down = [
    '3. the last but two',
    '2. the last but one',
    '1. the last',
    'g. the seventh',
    'f. the sixth',
  ];
  expect([...marks, ...down].filter((one) => !counted.includes(withoutSpaces(one)))).toEqual([]);
  expect(shown.find((page) => page.startsWith('Contents'))).toMatch(/^ContentsPrices/);
});

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

function chapter(title: string): XmlElement {
  const found = documents.find(({ root }) => all(root, 'h1').some((one) => words(one).endsWith(title)));
  if (!found) throw new Error(`No chapter ${title}`);
  return found.root;
}

const callsIn = (root: XmlElement): readonly XmlElement[] =>
  all(root, 'a').filter((one) => has(one, 'epub:type', 'noteref'));
const notesIn = (root: XmlElement): readonly XmlElement[] =>
  all(root, 'aside').filter((one) => has(one, 'epub:type', 'footnote'));

describe('in the EPUB', () => {
  test('calls of one note have its number, lead to it, and have ids of their own', () => {
    const root = chapter('Called twice');
    const calls = callsIn(root);
    expect(calls.map(words)).toEqual(['1', '2', '1', '1']);
    const [mill, house] = notesIn(root).map(({ attributes: { id } }) => `#${id}`);
    expect(calls.map(({ attributes: { href } }) => href)).toEqual([mill, house, mill, mill]);
    const ids = within(root).flatMap(({ attributes: { id } }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const back = all(root, 'a')
      .filter((one) => has(one, 'role', 'doc-backlink'))
      .map(({ attributes: { href } }) => href);
    expect(back).toEqual(calls.slice(0, 2).map(({ attributes: { id } }) => `#${id}`));
  });

  test('a note within a note is a note of its own, and two that call each other stand once', () => {
    const root = chapter('Notes in notes');
    expect(notesIn(root)).toHaveLength(4);
    expect(notesIn(root).some((note) => isInside(note, ({ tag }) => tag === 'aside'))).toBe(false);
    expect(callsIn(root).map(words)).toEqual(['1', '2', '3', '4', '3', '2']);
  });

  test('something stands between calls side by side', () => {
    expect(all(chapter('Side by side'), 'p').map(words)).toContain(
      'Both sources agree.1,2 So do three more.3,4,5',
    );
  });
});

test('in print each note stands once, where it is called first', async () => {
  const pages = await readPdfText(readFileSync(join(folder, 'sound-screen.pdf')));
  const shown = pages.map(({ texts }) =>
    texts
      .map(({ text }) => text)
      .join('')
      .normalize('NFKC'),
  );
  for (const note of [
    'Parish register, volume 3, leaf 40.',
    'The outer note.',
    'The inner note.',
    'See the other.',
    'See the first.',
  ]) {
    expect(
      shown.filter((page) => page.includes(note)),
      note,
    ).toHaveLength(1);
    expect(shown.join('').split(note), note).toHaveLength(2);
  }
  expect(shown.find((page) => page.includes('Both sources'))).toMatch(/agree\.1,2.*more\.3,4,5/);
});
