import { describe, expect, test } from 'vitest';
import { readCast, readFrontMatter, readTheme } from '../../../src/config/index.js';
import { bookWorld, THEME } from './world.js';

const config = { cast: { file: 'cast.yml', find: 'marked' as const } };

describe('readCast', () => {
  test('reads members in their order, with their places', () => {
    const { value, diagnostics } = readCast(
      bookWorld({
        'images/sam.png': 'x',
        'cast.yml':
          '- id: sam\n  name: Sam Walden\n  aliases: [Sam]\n  played-by: Margaret Qualley\n  role: ' +
          'scientist\n  note: Stays.\n  portrait: { image: images/sam.png, alt: Sam }\n  group: ' +
          'Earth\n  spoiler: true\n- { id: élan, name: Élan }\n',
      }),
      config,
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      {
        id: 'sam',
        name: 'Sam Walden',
        aliases: ['Sam'],
        playedBy: 'Margaret Qualley',
        role: 'scientist',
        note: 'Stays.',
        portrait: { image: 'images/sam.png', alt: 'Sam' },
        group: 'Earth',
        spoiler: true,
        at: { path: 'cast.yml', line: 1, column: 7 },
      },
      {
        id: 'élan',
        name: 'Élan',
        aliases: [],
        spoiler: false,
        at: { path: 'cast.yml', line: 10, column: 9 },
      },
    ]);
  });

  test('is empty without a file, or with an empty one', () => {
    expect(readCast(bookWorld({}), config)).toEqual({ value: [], diagnostics: [] });
    expect(readCast(bookWorld({ 'cast.yml': '# nobody yet\n' }), config)).toEqual({
      value: [],
      diagnostics: [],
    });
  });

  test('keeps the first of two members with one id, and no portrait that is not there', () => {
    const { value, diagnostics } = readCast(
      bookWorld({
        'cast.yml':
          '- { id: sam, name: Sam, portrait: { image: sam.png, alt: Sam } }\n- { id: sam, name: Samuel }\n',
      }),
      config,
    );
    expect(diagnostics.map((one) => one.code)).toEqual(['CONF-013', 'CONF-019']);
    expect(value).toEqual([
      { id: 'sam', name: 'Sam', aliases: [], spoiler: false, at: { path: 'cast.yml', line: 1, column: 9 } },
    ]);
  });

  test('leaves out a member with a mistake that cannot be left out of it', () => {
    const { value, diagnostics } = readCast(
      bookWorld({ 'cast.yml': '- { id: sam }\n- { id: micah, name: Micah, spoiler: maybe }\n' }),
      config,
    );
    expect(diagnostics.map((one) => [one.code, one.at?.line])).toEqual([
      ['CONF-004', 1],
      ['CONF-003', 2],
    ]);
    expect(value.map((one) => one.id)).toEqual(['micah']);
  });
});

describe('readFrontMatter', () => {
  const read = (yaml: string) => readFrontMatter({ form: 'yaml', text: yaml, path: '01.md', firstLine: 2 });

  test('reads all its keys, with the place of the title', () => {
    expect(
      read(
        'title: The *chemistry* of silence\nshort-title: Silence\nrole: preface\nauthor: ' +
          'Ann\nnumbered: false\nlisted: true\nlanguage: de-de\nclasses: wide dark\n',
      ),
    ).toEqual({
      value: {
        title: 'The *chemistry* of silence',
        titleAt: { path: '01.md', line: 2, column: 8 },
        shortTitle: 'Silence',
        role: 'preface',
        author: 'Ann',
        numbered: false,
        listed: true,
        language: 'de-DE',
        classes: ['wide', 'dark'],
      },
      diagnostics: [],
    });
  });

  test('is nothing where nothing is written', () => {
    expect(read('')).toEqual({ value: { classes: [] }, diagnostics: [] });
  });

  test('leaves out a section that takes no text, and says the line of the file', () => {
    const { value, diagnostics } = read('title: Io\nrole: cover\nclasses: [a, b]\n');
    expect(diagnostics.map((one) => [one.code, one.at])).toEqual([
      ['CONF-041', { path: '01.md', line: 3, column: 7 }],
    ]);
    expect(value).toMatchObject({ title: 'Io', classes: ['a', 'b'] });
  });

  test('reads what can be told apart when it does not parse', () => {
    const { value, diagnostics } = read('title: "Io\nrole: preface\n');
    expect([value.title, value.role, diagnostics[0]?.code]).toEqual(['Io', 'preface', 'CONF-041']);
  });

  test('puts keys of other tools aside, and joins several authors', () => {
    const { value, diagnostics } = read(
      'authors:\n  - name: Ann Low\n  - Ben\nlang: de\nlayout: post\nweight: 3\ndraft: true\n',
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ author: 'Ann Low, Ben', language: 'de', weight: 3, draft: true });
    expect(value.foreign?.map(({ key }) => key)).toEqual(['layout', 'weight', 'draft']);
  });
});

describe('readTheme', () => {
  test('reads lengths to millimetres and fills in what a face leaves out', () => {
    const yml =
      `${THEME.replace('fonts: []', '')}chapter-start: next\nstarts: { epigraph: verso }\nvariables: { ` +
      'spot: "#ff5c39" }\nfonts:\n  - { family: Text, package: "@fonts/alegreya", file: ' +
      '400Regular/A.ttf }\n  - { family: Text, package: "@fonts/plex", file: b.ttf, style: italic, ' +
      'weight: 700, name: Plex, licence: OFL-1.1, subset: false }\n';
    const { value, diagnostics } = readTheme(bookWorld({ 'styles/novel/theme.yml': yml }), 'novel');
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      name: 'Novel',
      from: 'book',
      folder: 'styles/novel',
      chapterStart: 'next',
      starts: { epigraph: 'verso' },
      variables: { '--spot': '#ff5c39' },
      page: {
        trim: { width: 133.35, height: 203.2 },
        margins: { top: 18, bottom: 22, inside: 18, outside: 15 },
      },
      fonts: [
        {
          family: 'Text',
          package: '@fonts/alegreya',
          file: '400Regular/A.ttf',
          style: 'normal',
          weight: 400,
          at: { path: 'styles/novel/theme.yml', line: 7, column: 5 },
        },
        {
          family: 'Text',
          package: '@fonts/plex',
          file: 'b.ttf',
          style: 'italic',
          weight: 700,
          name: 'Plex',
          licence: 'OFL-1.1',
          subset: false,
          at: { path: 'styles/novel/theme.yml', line: 8, column: 5 },
        },
      ],
    });
  });

  test("takes Foldmark's own where the book has none of the name", () => {
    expect(readTheme(bookWorld({}), 'zine').value).toMatchObject({
      name: 'Zine',
      from: 'home',
      folder: 'styles/zine',
    });
  });

  test('is undefined when there is none, or when nothing can be read from it', () => {
    expect(readTheme(bookWorld({}), 'none')).toMatchObject({
      value: undefined,
      diagnostics: [{ code: 'CONF-018' }],
    });
    expect(readTheme(bookWorld({ 'styles/x/theme.yml': '[]' }), 'x')).toMatchObject({
      value: undefined,
      diagnostics: [{ code: 'CONF-003' }],
    });
  });
});
