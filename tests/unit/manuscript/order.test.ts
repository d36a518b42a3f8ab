// What stands where in a book, from book.yml and from the names of its files.
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/book.js';
import { readManuscript } from '../../../src/manuscript/read-manuscript.js';
import { bookWorld } from '../config/world.js';

/** `id kind role part` of each chapter. */
function orderOf(settings: string, files: Readonly<Record<string, string>>): readonly string[] {
  const world = bookWorld({ 'book.yml': `title: Io\nauthor: A\nlanguage: en\n${settings}`, ...files });
  const config = readConfig(world, { folder: 'io' }).value;
  if (!config) throw new Error('book.yml is wrong');
  const { value, diagnostics } = readManuscript({ world, config, cast: [] });
  expect(diagnostics).toEqual([]);
  return value.chapters.map((one) =>
    [one.id, one.kind, one.role, ...(one.part === undefined ? [] : [`in ${one.part}`])].join(' '),
  );
}

describe('without a list', () => {
  test('files stand in the order of their numbers, and kinds find their place', () => {
    expect(
      orderOf('front: [title-page]\nback: [cast]\n', {
        '10-last.md': 'Last.',
        '2-second.md': 'Second.',
        '01-first.md': 'First.',
        'colophon.md': 'Set in Io.',
        '99-afterword.md': 'After.',
        'preface.md': 'Before.',
        'x.md': '---\nrole: foreword\n---\nFore.',
        'README.md': '# No',
        'notes/readme.md': 'No',
        'templates/x.md': 'No',
        'styles/zine/x.md': 'No',
      }),
    ).toEqual([
      'title-page title-page front',
      'preface preface front',
      'x foreword front',
      'first chapter body',
      'second chapter body',
      'last chapter body',
      'afterword afterword back',
      'colophon colophon back',
      'cast cast back',
    ]);
  });

  test('a file that book.yml names elsewhere is not read twice', () => {
    expect(orderOf('front: [b.md]\nback: []\n', { 'a.md': 'A.', 'b.md': 'B.' })).toEqual([
      'b chapter front',
      'a chapter body',
    ]);
  });
});

describe('with a list', () => {
  test('only what is listed is read, and a part holds its list', () => {
    expect(
      orderOf('front: []\nchapters: [p.md, { part: "One *and* only", chapters: [a.md, b.md] }, c.md]\n', {
        'a.md': 'A.',
        'b.md': 'B.',
        'c.md': 'C.',
        'p.md': '---\nrole: prologue\n---\nP.',
        'draft.md': 'No.',
      }),
    ).toEqual([
      'p prologue body',
      'part-one-and-only part body',
      'a chapter body in part-one-and-only',
      'b chapter body in part-one-and-only',
      'c chapter body',
    ]);
  });

  test('a part that is a file runs until the next one', () => {
    expect(
      orderOf('front: []\nchapters: [one.md, a.md, two.md, b.md]\nback: [z.md]\n', {
        'one.md': '---\nrole: part\n---\n# One',
        'a.md': 'A.',
        'two.md': '---\nrole: part\n---\n# Two',
        'b.md': 'B.',
        'z.md': 'Z.',
      }),
    ).toEqual([
      'one part body',
      'a chapter body in one',
      'two part body',
      'b chapter body in two',
      'z chapter back',
    ]);
  });

  test('equal names are kept apart', () => {
    expect(
      orderOf('front: [blank, blank]\nchapters: [a/01-io.md, b/02-io.md, 1984.md, Öl.md]\n', {
        'a/01-io.md': 'A.',
        'b/02-io.md': 'B.',
        '1984.md': 'C.',
        'Öl.md': 'D.',
      }),
    ).toEqual([
      'blank blank front',
      'blank-2 blank front',
      'io chapter body',
      'io-2 chapter body',
      'chapter-1984 chapter body',
      'ol chapter body',
    ]);
  });
});

describe('a dedication', () => {
  test('stands in its section, with marks and mentions settled', () => {
    const world = bookWorld({
      'book.yml': 'title: Io\nauthor: A\nlanguage: en\ndedication: For *those*, "always".\n',
      'a.md': 'A.',
    });
    const config = readConfig(world, { folder: 'io' }).value;
    if (!config) throw new Error('book.yml is wrong');
    const { value } = readManuscript({ world, config, cast: [] });
    const section = value.chapters.find((chapter) => chapter.kind === 'dedication');
    expect(section?.flow).toEqual(value.dedication);
    expect(JSON.stringify(value.dedication)).toContain('“always”');
    expect(section).toMatchObject({
      role: 'front',
      numbered: false,
      listed: false,
      flow: [{ tag: 'p', block: 'dedication.1', at: { path: 'book.yml', line: 4 } }],
    });
  });
});
