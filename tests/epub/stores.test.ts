// Files for stores that want something else: what differs, and that nothing else does.
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { epubWords } from '../../src/check/conservation/epub-words.js';
import { letters } from '../../src/check/conservation/letters.js';
import { checkEpub } from '../../src/check/epub/check-epub.js';
import { readConfig } from '../../src/config/index.js';
import { koboSpans } from '../../src/epub/kobo-spans.js';
import { buildEpub } from '../../src/epub/build-epub.js';
import { serialiseXhtml } from '../../src/edition/xhtml.js';
import { COMPOSITION, COVER, PAGES, h } from './fixtures/composition.js';
import { JUDGES, summon } from './fixtures/judges.js';
import { EPOCH, pressFixture } from './fixtures/press.js';
import { bookWorld } from '../unit/config/world.js';

describe('a file for Kobo', () => {
  test('has its ending, and every sentence in a span of its own', async () => {
    const { value } = await buildEpub({
      composition: COMPOSITION,
      cover: COVER,
      pages: PAGES,
      name: 'tide',
      epoch: EPOCH,
      store: 'kobo',
    });
    expect(value.name).toBe('tide.kepub.epub');
    expect(textOf(value.bytes, 'OEBPS/5-tide.xhtml')).toContain(
      '<span class="koboSpan" id="kobo.3.1">The ledger ran on in ',
    );
    expect(textOf(value.bytes, 'OEBPS/4-contents.xhtml')).not.toContain('koboSpan');
  });

  test('has the words of the generic file', async () => {
    expect(wordsOf(await pressFixture({ store: 'kobo' }))).toBe(wordsOf(await pressFixture()));
  });

  test('has nothing that our rules and epubcheck-ts find', async () => {
    expect(
      await checkEpub({ bytes: await pressFixture({ store: 'kobo' }), name: 'tide.kepub.epub' }),
    ).toEqual([]);
  });

  test.for(JUDGES)('has nothing that $name finds', async (judge, { skip }) => {
    summon(judge, skip);
    expect(await judge.ask(await pressFixture({ store: 'kobo' }))).toEqual([]);
  });
});

describe("Kobo's spans", () => {
  test(
    'count paragraphs and, in each, sentences; a picture is a paragraph; code and drawings are left ' +
      'alone',
    () => {
      const flow = [
        h('p', {}, 'One. “Two!” Three ', h('em', {}, 'four. Five'), '.'),
        h('p', {}, h('img', { src: 'a.png', alt: '' })),
        h('pre', {}, 'six. seven.'),
      ];
      expect(serialiseXhtml(koboSpans(flow), { blocks: 'dropped' })).toBe(
        [
          '<div id="book-columns"><div id="book-inner">',
          '<p>',
          k('1.1', 'One. '),
          k('1.2', '“Two!” '),
          k('1.3', 'Three '),
          '<em>',
          k('1.4', 'four. '),
          k('1.5', 'Five'),
          '</em>',
          k('1.6', '.'),
          '</p>',
          '<p>',
          k('3.1', '<img src="a.png" alt=""/>'),
          '</p>',
          '<pre>six. seven.</pre></div></div>',
        ].join(''),
      );
    },
  );
});

describe('a file for Kindle', () => {
  test('shows no cover page, because Kindle shows the cover by itself, and is whole without one', async () => {
    const { value } = await buildEpub({
      composition: { ...COMPOSITION, parts: COMPOSITION.parts.filter(({ kind }) => kind !== 'cover') },
      cover: COVER,
      name: 'tide',
      epoch: EPOCH,
      store: 'kindle',
    });
    expect(value).toMatchObject({ name: 'tide-kindle.epub', coverPage: 'left-out' });
    expect(Object.keys(unzipSync(value.bytes))).toContain('OEBPS/images/cover.jpg');
    expect(Object.keys(unzipSync(value.bytes)).filter((path) => path.endsWith('cover.xhtml'))).toEqual([]);
  });
});

describe('the stores of a book', () => {
  test.each([
    ['nothing said', {}, undefined, ['generic'], []],
    ['book.yml', { epub: { profile: ['kobo', 'kindle'] } }, undefined, ['kobo', 'kindle'], []],
    ['the flag, before book.yml', { epub: { profile: 'kobo' } }, ['kindle', 'kdp'], ['kindle'], ['kdp']],
    ['a flag that names printers alone', { epub: { profile: 'kobo' } }, ['kdp'], ['kobo'], ['kdp']],
    ['a flag that names stores alone', { print: { profile: 'kdp' } }, ['apple'], ['apple'], ['kdp']],
  ] as const)('come from %s', (_, settings, profiles, stores, printers) => {
    const { value } = readConfig(bookWorld({ 'book.yml': JSON.stringify({ title: 'Tide', ...settings }) }), {
      ...(profiles ? { profiles } : {}),
    });
    expect(value?.epub.stores).toEqual(stores);
    expect(value?.print.profiles.map(({ name }) => name)).toEqual(printers);
  });
});

function k(place: string, inner: string): string {
  return `<span class="koboSpan" id="kobo.${place}">${inner}</span>`;
}

function textOf(epub: Uint8Array, path: string): string {
  return new TextDecoder().decode(unzipSync(epub)[path]);
}

function wordsOf(epub: Uint8Array): string {
  return letters(
    epubWords(epub, 'tide.epub')
      .flatMap(({ texts }) => texts)
      .join(' '),
  );
}
