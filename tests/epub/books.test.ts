// Whole books before the judges: the zine with its print pages, the novel, the essay, and a long book by
// somebody else.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { checkEpub } from '../../src/check/epub/check-epub.js';
import { buildEpub } from '../../src/epub/build-epub.js';
import { composeFolder, longBook, LONG_BOOK } from './fixtures/book.js';
import { COVER } from './fixtures/composition.js';
import { JUDGES, summon } from './fixtures/judges.js';
import { markersOf, printedPages } from './fixtures/pages.js';
import { EPOCH } from './fixtures/press.js';

const out = mkdtempSync(join(tmpdir(), 'foldmark-books-'));
const books: Record<string, Uint8Array> = {};
const NO_LONG_BOOK = 'FOLDMARK_LONG_BOOK names no folder of Markdown, a long book by somebody else';

beforeAll(async () => {
  const { report } = await build({ folder: 'manuscript', out, only: ['screen', 'epub'] });
  expect(report.outcome).toBe('built');
  books['the zine'] = readFileSync(join(out, 'io.epub'));
  books['the novel'] = await printedBatches('tests/books/novel');
  books['the essay'] = await printedBatches('tests/books/essay');
  if (LONG_BOOK === undefined) return;
  const folder = longBook(LONG_BOOK);
  books['a long book'] = await printedBatches(folder);
  rmSync(join(folder, '..'), { recursive: true });
}, 180_000);

afterAll(() => {
  rmSync(out, { recursive: true });
});

async function printedBatches(folder: string): Promise<Uint8Array> {
  return (await buildEpub({ composition: composeFolder(folder), cover: COVER, epoch: EPOCH })).value.bytes;
}

describe.each(['the zine', 'the novel', 'the essay', 'a long book'])('%s', (name) => {
  test.concurrent.for(JUDGES)(
    'has nothing that $name finds',
    async (judge, { skip, expect: expects }) => {
      summon(judge, skip);
      const book = books[name];
      if (book === undefined) return summon({ missing: NO_LONG_BOOK }, skip);
      expects(await judge.ask(book)).toEqual([]);
    },
    180_000,
  );

  test('has nothing that our own rules find', async ({ skip }) => {
    const book = books[name];
    if (book === undefined) return summon({ missing: NO_LONG_BOOK }, skip);
    expect(await checkEpub({ bytes: book, name })).toEqual([]);
  }, 60_000);
});

describe('the page list of the zine', () => {
  test('names the pages of the printed zine: each marker stands before the first words of its page', async () => {
    const pages = await printedPages(readFileSync(join(out, 'io-screen.pdf')));
    const markers = markersOf(books['the zine'] ?? new Uint8Array());
    const astray = markers.filter(({ folio, words }) => !pages.get(folio)?.begins(words));
    expect(astray).toEqual([]);
    expect(markers.length).toBeGreaterThan(30);
  }, 60_000);
});
