import { describe, expect, test } from 'vitest';
import { foliosOf, plainPartTitle, startOfPart } from '../../../src/edition/edition-parts.js';
import { EN } from '../../../src/edition/words/en.js';
import { bookWordsFor } from '../../../src/edition/book-words.js';
import type { PrintEdition } from '../../../src/model/edition.js';
import type { ThemeSettings } from '../../../src/model/theme.js';
import { element, text } from '../../../src/model/flow.js';
import { chapter, section } from '../book/chapters.js';

describe('where a part begins', () => {
  const theme = { starts: { epigraph: 'verso' } } as unknown as ThemeSettings;
  const edition = { chapterStart: 'next' } as PrintEdition;
  test.each([
    ['half-title', 'recto'],
    ['copyright', 'verso'],
    ['epigraph', 'verso'],
    ['plate', 'verso'],
    ['chapter', 'next'],
    ['sources', 'next'],
    ['part', 'recto'],
  ] as const)('%s: %s', (kind, start) => {
    expect(startOfPart({ chapter: section(kind), chapters: [chapter('air')], theme, edition })).toBe(start);
  });

  test('the body begins on a recto, so that page 1 is a right-hand page', () => {
    const chapters = [section('contents'), chapter('air'), chapter('water')];
    expect(chapters.map((one) => startOfPart({ chapter: one, chapters, theme, edition }))).toEqual([
      'recto',
      'recto',
      'next',
    ]);
  });
});

test('folios are roman before the body, arabic from there, and none on covers and blanks', () => {
  const book = [
    section('cover'),
    section('blank'),
    section('contents'),
    chapter('preface', { role: 'front', kind: 'preface' }),
    chapter('air'),
    section('cast'),
  ];
  expect(book.map((one) => foliosOf(one, { chapters: book, continuous: false }))).toEqual([
    'none',
    'none',
    'roman',
    'roman',
    'arabic',
    'arabic',
  ]);
});

test('folios of a collection are continuous, and its first piece begins on the next page', () => {
  const chapters = [section('cover'), section('contents'), chapter('air'), chapter('water')];
  expect(chapters.map((one) => foliosOf(one, { chapters, continuous: true }))).toEqual([
    'none',
    'continuous',
    'continuous',
    'continuous',
  ]);
  expect(
    startOfPart({
      chapter: chapters[2]!,
      chapters,
      theme: { starts: {} } as unknown as ThemeSettings,
      edition: { chapterStart: 'next', folios: 'continuous' } as PrintEdition,
    }),
  ).toBe('next');
});

test('folios are arabic throughout in a book without a body', () => {
  const book = [section('contents'), chapter('preface', { role: 'front', kind: 'preface' })];
  expect(book.map((one) => foliosOf(one, { chapters: book, continuous: false }))).toEqual([
    'arabic',
    'arabic',
  ]);
});

test('a title in plain text is never empty', () => {
  expect(
    plainPartTitle(
      chapter('a', {
        title: [
          text('Thin '),
          element('em', {}, [text('air')]),
          element('br', {}, []),
          text('again'),
          element('fm-note', { ref: 'n' }, []),
        ],
      }),
      EN,
    ),
  ).toBe('Thin air again');
  expect(plainPartTitle({ ...chapter('a', { title: [] }), number: 'IV' }, EN)).toBe('Chapter IV');
  expect(plainPartTitle(chapter('a', { title: [], kind: 'prologue' }), EN)).toBe('Prologue');
});

describe('words', () => {
  test('go by the language, whatever the country', () => {
    expect(
      ['en-GB', 'de-AT', 'fr', 'ES-mx', 'it', 'nl', 'pt-BR'].map((tag) => bookWordsFor(tag).value.contents),
    ).toEqual(['Contents', 'Inhalt', 'Table des matières', 'Índice', 'Indice', 'Inhoud', 'Índice']);
  });

  test('are English in other languages, which is said', () => {
    const { value, diagnostics } = bookWordsFor('eo');
    expect(value).toBe(EN);
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([['TPL-008', 'info']]);
  });
});
