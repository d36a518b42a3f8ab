// Links as other tools write them: the pages that they make of files, and the names that they give to
// headings.
import { describe, expect, test } from 'vitest';
import { assembleBook } from '../../../src/book/assemble-book.js';
import { fileFinder } from '../../../src/book/link-files.js';
import { element, elementsOf, linkTarget, text } from '../../../src/model/flow.js';
import { chapter, CONFIG, link, manuscript } from './chapters.js';

describe('the file of a link', () => {
  const files = ['01-one.md', 'guide/intro.qmd', 'guide/more/README.md', 'the tide.md', '03 #notes.md'];
  const chapters = files.map((path, index) =>
    chapter(`c${index}`, { title: [text(`Title ${index}`)], at: { path, line: 1 } }),
  );
  const find = fileFinder(chapters, files);

  test.each([
    ['01-one.html', '01-one.md'],
    ['01-one.xhtml', '01-one.md'],
    ['01-one', '01-one.md'],
    ['01-one/', '01-one.md'],
    ['01-One.MD', '01-one.md'],
    ['01-one.html?print=1', '01-one.md'],
    ['/01-one/', '01-one.md'],
    ['/book/01-one.html', '01-one.md'],
    ['guide/intro', 'guide/intro.qmd'],
    ['guide/intro.Rmd', 'guide/intro.qmd'],
    ['/guide/intro.html', 'guide/intro.qmd'],
    ['/intro', 'guide/intro.qmd'],
    ['guide/more/', 'guide/more/README.md'],
    ['guide/more/index.html', 'guide/more/README.md'],
    ['the tide.html', 'the tide.md'],
    ['03 #notes.md', '03 #notes.md'],
    ['title-3.html', 'the tide.md'],
    ['data.csv', undefined],
    ['LICENSE', undefined],
    ['../std/index.html', undefined],
    ['/', undefined],
  ])('%s is %s', (address, file) => {
    expect(find(address, '01-one.md')).toBe(file);
  });

  test('is found from a page that is a folder of its own', () => {
    // `../intro/` in guide/other.md is `intro/` where that page is a file.
    expect(find('intro/', 'guide/other.md')).toBe('guide/intro.qmd');
    expect(find('../01-one/', 'other.md')).toBe('01-one.md');
  });
});

describe('the name of a heading', () => {
  const titles = [
    'Healing & Recovery',
    'Shared access to Mutex<T>',
    'Что это',
    '第二節 帰り道',
    'Größe & Maß',
    'Don’t Panic',
    '1. Setting out',
    'Notes',
    'Notes',
    'Notes',
    'Before – after',
  ];
  const sea = chapter('sea', {
    title: [text('The Sea')],
    flow: titles.map((words, index) => element('h2', { id: `sea--own-${index}` }, [text(words)])),
  });
  const targetOf = (name: string) => {
    const flow = [link(linkTarget('sea.md', name))];
    const { value } = assembleBook({
      manuscript: manuscript([chapter('air', { flow }), sea], []),
      config: CONFIG,
    });
    return elementsOf(value.chapters[0]?.flow ?? [])[0]?.attributes['target'];
  };

  test.each([
    ['healing--recovery', 0],
    ['healing-recovery', 0],
    ['Healing & Recovery', 0],
    ['shared-access-to-mutext', 1],
    ['что-это', 2],
    ['Что-это', 2],
    ['第二節-帰り道', 3],
    ['größe--maß', 4],
    ['gro%C3%B6e', undefined],
    ['dont-panic', 5],
    ["don't-panic", 5],
    ['1-setting-out', 6],
    ['setting-out', 6],
    ['notes', 7],
    ['notes-1', 8],
    ['notes-2', 9],
    ['notes_1', 8],
    ['before----after', 10],
    ['before--after', 10],
    ['own-3', 3],
  ])('%s leads to heading %s', (name, index) => {
    expect(targetOf(name)).toBe(index === undefined ? undefined : `sea--own-${index}`);
  });

  test('is also that of the chapter', () => {
    expect([targetOf('the-sea'), targetOf('sea')]).toEqual(['sea', 'sea']);
  });
});
