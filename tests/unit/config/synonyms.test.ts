// Natural spellings of book.yml: those with one meaning are read.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bookSchemaJson, readConfig } from '../../../src/config/index.js';
import { schemasAt } from '../../../src/config/schema/json.js';
import { SYNONYMS } from '../../../src/config/synonyms.js';
import { bookWorld } from './world.js';

function read(yaml: string) {
  const { value, diagnostics } = readConfig(
    bookWorld({ 'book.yml': `title: Io\n${yaml}\n`, '01.md': 'a', 'photo.jpg': '' }),
  );
  return { value, codes: diagnostics.map(({ code }) => code) };
}

describe('book.yml reads', () => {
  test.each([
    ['lang: de', { metadata: { language: 'de' } }],
    ['Language: English', { metadata: { language: 'en' } }],
    ['date: 2026-05-01', { metadata: { published: '2026-05-01' } }],
    [
      'authors: [Ada, Bo]',
      {
        metadata: {
          contributors: [
            { name: 'Ada', role: 'aut' },
            { name: 'Bo', role: 'aut' },
          ],
        },
      },
    ],
    [
      'author: { name: Ada Fenn, sort-name: "Fenn, Ada" }',
      { metadata: { contributors: [{ name: 'Ada Fenn', sortName: 'Fenn, Ada', role: 'aut' }] } },
    ],
    [
      'creator: [{ role: author, text: Mara }]',
      { metadata: { contributors: [{ name: 'Mara', role: 'aut' }] } },
    ],
    [
      'translator: Bo\neditor: [Cy, Di]',
      {
        metadata: {
          contributors: [
            { name: 'Bo', role: 'trl' },
            { name: 'Cy', role: 'edt' },
            { name: 'Di', role: 'edt' },
          ],
        },
      },
    ],
    ['isbn: 978-0-306-40615-7', { metadata: { isbn: { print: '9780306406157', epub: '9780306406157' } } }],
    ['isbn: 9780306406157', { metadata: { isbn: { print: '9780306406157', epub: '9780306406157' } } }],
    ['cover: photo.jpg', { metadata: { cover: { photograph: 'photo.jpg' } } }],
    ['cover-image: photo.jpg', { metadata: { cover: { photograph: 'photo.jpg' } } }],
    [
      'cover: { image: photo.jpg, alt: A pier, title: no }',
      { metadata: { cover: { photograph: 'photo.jpg', alt: 'A pier', title: false } } },
    ],
    ['summary: Eight.', { metadata: { description: 'Eight.' } }],
    ['keywords: mud, salt', { metadata: { subjects: [{ term: 'mud' }, { term: 'salt' }] } }],
    ['copyright: © 2026 Ada Fenn', { metadata: { rights: { holder: 'Ada Fenn', year: 2026 } } }],
    ['copyright: Ada Fenn 2026', { metadata: { rights: { holder: 'Ada Fenn', year: 2026 } } }],
    ['copyright: All rights reserved.', { metadata: { rights: { statement: 'All rights reserved.' } } }],
    ['rights: CC BY 4.0', { metadata: { rights: { statement: 'CC BY 4.0' } } }],
    ['license: CC BY 4.0', { metadata: { rights: { licence: 'CC BY 4.0' } } }],
    ['size: A5', { print: { trim: { width: 148, height: 210 } } }],
    ['trim: 5.5x8.5in', { print: { trim: { width: 139.7, height: 215.9 } } }],
    ['page_size: 6" x 9"', { print: { trim: { width: 152.4, height: 228.6 } } }],
    [
      'print: { size: digest, marks: yes }',
      { print: { trim: { width: 139.7, height: 215.9 }, marks: true } },
    ],
    ['bleed: 3mm\nprint: { marks: true }', { print: { bleed: 3, marks: true } }],
    ['numbering: none', { numbering: { chapter: 'none', part: 'none' } }],
    ['numbering: roman', { numbering: { chapter: 'roman', part: 'roman' } }],
    ['numbered: false', { numbering: { chapter: 'none' } }],
    ['chapter-numbers: no', { numbering: { chapter: 'none' } }],
    ['numbering: yes', { numbering: { chapter: 'arabic' } }],
    ['shortTitle: I', { metadata: { shortTitle: 'I' } }],
    ['subtitle: |\n  On\n  mud', { metadata: { subtitle: 'On mud' } }],
    ['chapters: 01.md', { order: { chapters: [{ file: '01.md' }] } }],
    ['editions: print', { editions: ['print'] }],
  ])('%s', (yaml, wanted) => {
    const { value, codes } = read(yaml);
    expect(codes).toEqual([]);
    expect(value).toMatchObject(wanted);
  });

  test.each([
    ['contents: false', ['title-page', 'copyright']],
    ['toc: no\nfront: [title-page, contents]', ['title-page']],
    ['toc: true\nfront: [title-page]', ['title-page', 'contents']],
    ['cover: false\nfront: [cover, title-page]', ['title-page']],
  ])('%s', (yaml, sections) => {
    expect(
      read(yaml)
        .value?.order.front.map((one) => 'section' in one && one.section)
        .filter((one) => one !== 'cover' || yaml.startsWith('cover')),
    ).toEqual(sections);
  });
});

test('one thing said by two keys is found, and the key in its own spelling holds', () => {
  const { value, codes } = read('lang: de\nlanguage: fr');
  expect(codes).toEqual(['CONF-021']);
  expect(value?.metadata.language).toBe('fr');
});

test('a cover that does not exist is found at its place, and left out', () => {
  const { value, codes } = read('cover: pier.jpg');
  expect(codes).toEqual(['CONF-013']);
  expect(value?.metadata.cover).toEqual({});
});

describe('every synonym', () => {
  const schema = bookSchemaJson();
  test.each(Object.entries(SYNONYMS))(
    '%s stands for a key, is in the schema and in the docs',
    (name, { means }) => {
      expect(schemasAt(schema, [...means]).length).toBeGreaterThan(0);
      expect(schemasAt(schema, name.split('.'))[0]?.description).toBe(`The same as "${means.join(': ')}".`);
      expect(readFileSync(new URL('../../../docs/guide/book.md', import.meta.url), 'utf8')).toContain(
        `\`${name.replace('.', ': ')}\``,
      );
    },
  );
});
