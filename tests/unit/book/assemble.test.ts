import { describe, expect, test } from 'vitest';
import { assembleBook } from '../../../src/book/assemble-book.js';
import type { Chapter } from '../../../src/model/book.js';
import type { CastMember } from '../../../src/model/cast.js';
import { element, elementsOf, text, textOf } from '../../../src/model/flow.js';
import { chapter, CONFIG, link, manuscript, member, mention, section } from './chapters.js';

const assemble = (chapters: readonly Chapter[], cast: readonly CastMember[] = []) =>
  assembleBook({ manuscript: manuscript(chapters, cast), config: CONFIG });

const targets = (chapters: readonly Chapter[]) =>
  [...elementsOf(assemble(chapters).value.chapters[0]?.flow ?? [])].map((one) => one.attributes['target']);

const heading = (anchor: string) => ({ anchor, level: 2, title: [text('Head')] });

describe('links', () => {
  const fire = chapter('fire', {
    flow: [element('h2', { id: 'fire--storm' }, []), element('p', { id: 'own' }, [])],
    headings: [heading('fire--storm')],
  });

  test('lead to a chapter by its file, to an id, to a heading by its slug or its whole anchor', () => {
    const wanted = ['file:fire.md', 'file:fire.md#own', 'file:fire.md#storm', 'file:fire.md#fire--storm'];
    expect(targets([chapter('air', { flow: wanted.map((one) => link(one)) }), fire])).toEqual([
      'fire',
      'own',
      'fire--storm',
      'fire--storm',
    ]);
  });

  test('from #x look in their own file first, then in the whole book', () => {
    const flow = ['file:air.md#storm', 'file:air.md#own', 'file:air.md#cast'].map((one) => link(one));
    const air = chapter('air', {
      flow: [...flow, element('h2', { id: 'air--storm' }, [])],
      headings: [heading('air--storm')],
    });
    expect(targets([air, fire, section('cast')]).slice(0, 3)).toEqual(['air--storm', 'own', 'cast']);
  });

  test('by a slug that two other chapters have lead nowhere, for either could be meant', () => {
    const sea = chapter('sea', { flow: [element('h2', { id: 'sea--storm' }, [])] });
    const { diagnostics } = assemble([chapter('air', { flow: [link('file:air.md#storm')] }), fire, sea]);
    expect(diagnostics.map((one) => one.code)).toEqual(['LINK-002']);
  });

  test('that lead nowhere keep their words and are reported at their place with the nearest name', () => {
    const flow = [link('file:fir.md', [text('see there')]), link('file:fire.md#sotrm', [], 9)];
    const { value, diagnostics } = assemble([chapter('air', { flow }), fire]);
    expect(textOf(value.chapters[0]?.flow ?? [])).toBe('see there');
    expect(diagnostics).toEqual([
      {
        code: 'LINK-001',
        severity: 'warning',
        message: 'The link leads to "fir.md", which is no chapter of this book. Its words stay.',
        at: { path: 'air.md', line: 3, column: 5 },
        hint: 'Did you mean "fire.md"?',
      },
      {
        code: 'LINK-002',
        severity: 'warning',
        message: 'The link leads to "#sotrm", which is nowhere in the book. Its words stay.',
        at: { path: 'air.md', line: 9, column: 5 },
        hint: 'Did you mean "storm"?',
      },
    ]);
  });

  test('in notes are resolved too', () => {
    const note = {
      id: 'note-air-1',
      number: 1,
      flow: [link('file:fire.md', [text('x')])],
      at: { path: 'air.md', line: 7 },
    };
    const { value } = assemble([chapter('air', { notes: [note] }), fire]);
    expect([...elementsOf(value.chapters[0]?.notes[0]?.flow ?? [])][0]?.attributes['target']).toBe('fire');
  });
});

describe('anchors', () => {
  test('are chapters, ids, notes, and cast entries where the book has the appendix', () => {
    const note = { id: 'note-air-1', number: 1, flow: [], at: { path: 'air.md', line: 7 } };
    const air = chapter('air', {
      flow: [element('figure', { id: 'fig' }, []), element('fm-mention', { cast: 'sam', id: 'm-sam-1' }, [])],
      notes: [note],
      mentions: [mention('sam', 1, 'air')],
    });
    expect(assemble([air, section('cast')], [member('sam')]).value.anchors).toEqual({
      air: 'air',
      fig: 'air',
      'm-sam-1': 'air',
      'note-air-1': 'air',
      cast: 'cast',
      'cast-sam': 'cast',
    });
    expect(assemble([air], [member('sam')]).value.anchors).not.toHaveProperty('cast-sam');
  });

  test('used twice get a number; a link leads to its own file, or to the first place with a finding', () => {
    const place = (path: string) => ({ ...element('p', { id: 'x' }, [text(path)]), at: { path, line: 5 } });
    const { value, diagnostics } = assemble([
      chapter('air', { flow: [place('air.md')] }),
      chapter('fire', { flow: [place('fire.md'), link('file:fire.md#x')] }),
      chapter('sea', { flow: [link('file:sea.md#x', [text('x')], 7)] }),
    ]);
    expect(value.anchors).toMatchObject({ x: 'air', 'x-2': 'fire' });
    expect(value.chapters.map(({ flow }) => flow.at(-1))).toMatchObject([
      { attributes: { id: 'x' } },
      { attributes: { target: 'x-2' } },
      { attributes: { target: 'x' } },
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'BOOK-001', severity: 'warning', at: { path: 'air.md', line: 7 } },
    ]);
  });

  test('that Foldmark gives itself stay its own: the author’s is changed, and links follow', () => {
    const taken = ['note-air-1', 'call-note-air-1', 'page-3', 'fire'];
    const note = { id: 'note-air-1', number: 1, flow: [], at: { path: 'air.md', line: 7 } };
    const { value, diagnostics } = assemble([
      chapter('air', {
        flow: taken.flatMap((id) => [element('p', { id }, []), link(`file:air.md#${id}`)]),
        notes: [note],
      }),
      chapter('fire'),
    ]);
    const flow = value.chapters[0]?.flow ?? [];
    expect(elementsOf(flow).map(({ attributes }) => attributes['id'] ?? attributes['target'])).toEqual(
      ['note-air-1-2', 'own-call-note-air-1', 'own-page-3', 'fire-2'].flatMap((id) => [id, id]),
    );
    expect(diagnostics).toEqual([]);
  });

  test('may have names that objects have by themselves', () => {
    const { value, diagnostics } = assemble([
      chapter('air', {
        flow: [element('p', { id: 'constructor' }, []), link('file:air.md#constructor', [text('x')])],
      }),
    ]);
    expect(diagnostics).toEqual([]);
    expect(value.anchors['constructor']).toBe('air');
  });
});

describe('the outline', () => {
  test('leaves out headings without words, and what stands under them is listed', () => {
    const headings = [
      { anchor: 'h2', level: 2, title: [element('img', { src: 'io.png' }, [])] },
      { anchor: 'h3', level: 3, title: [text('B')] },
    ];
    const [air] = assemble([chapter('air', { headings })]).value.outline;
    expect(air?.children.map(({ title, level }) => [textOf(title), level])).toEqual([['B', 2]]);
  });

  test('nests chapters in parts and headings by level, without notes, ids and links in titles', () => {
    const title = [
      text('The '),
      element('em', { id: 'e' }, [text('Air')]),
      element('fm-note', { ref: 'n' }, []),
    ];
    const headings = [
      { anchor: 'h2', level: 2, title: [text('A')] },
      { anchor: 'h4', level: 4, title: [text('B')] },
      { anchor: 'h2b', level: 2, title: [text('C')] },
    ];
    const book = [
      chapter('preface', { kind: 'preface', role: 'front' }),
      chapter('one', { kind: 'part' }),
      chapter('air', { title, headings, part: 'one' }),
      chapter('hidden', { listed: false }),
    ];
    const { outline } = assemble(book).value;
    const drawn = (entries: typeof outline): unknown =>
      entries.map((one) => [one.level, one.number ?? '', textOf(one.title), drawn(one.children)]);
    expect(drawn(outline)).toEqual([
      [1, '', 'preface', []],
      [
        1,
        'I',
        'one',
        [
          [
            2,
            '1',
            'The Air',
            [
              [3, '', 'A', [[4, '', 'B', []]]],
              [3, '', 'C', []],
            ],
          ],
        ],
      ],
    ]);
    expect(outline[1]?.children[0]?.title).toEqual([text('The '), element('em', {}, [text('Air')])]);
  });
});

describe('a heading without words', () => {
  test('is not listed, and what stands under it goes to the one above', () => {
    const headings = [
      { anchor: 'a', level: 2, title: [text('A')] },
      { anchor: 'b', level: 2, title: [text(' ')] },
      { anchor: 'c', level: 3, title: [element('img', { src: 'c.svg' }, [])] },
      { anchor: 'd', level: 3, title: [text('D')] },
    ];
    const { outline } = assemble([chapter('air', { headings })]).value;
    expect(
      outline[0]?.children.map(({ anchor, children }) => [anchor, children.map((one) => one.anchor)]),
    ).toEqual([['a', ['d']]]);
  });
});

describe('the cast', () => {
  test('has every member in the order of cast.yml, with mentions in reading order', () => {
    const book = [
      chapter('air', { mentions: [mention('micah', 1, 'air'), mention('sam', 1, 'air')] }),
      chapter('fire', { mentions: [mention('sam', 2, 'fire')] }),
    ];
    const { value, diagnostics } = assemble(book, [member('sam'), member('micah')]);
    expect(value.cast.map((one) => [one.anchor, one.mentions.map((place) => place.anchor)])).toEqual([
      ['cast-sam', ['m-sam-1', 'm-sam-2']],
      ['cast-micah', ['m-micah-1']],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('warns of a member who is never mentioned, at their line', () => {
    expect(assemble([chapter('air')], [member('elon', { name: 'Elon' })]).diagnostics).toEqual([
      {
        code: 'CAST-010',
        severity: 'warning',
        message: '"Elon" is mentioned nowhere in the book.',
        at: { path: 'cast.yml', line: 4 },
        hint: 'Mark a mention as {@elon}, or remove the member.',
      },
    ]);
  });
});
