import { describe, expect, test } from 'vitest';
import type { ShownRun } from '../../../src/check/conservation/letter-ledger.js';
import { letters } from '../../../src/check/conservation/letters.js';
import { checkShown } from '../../../src/check/conservation/shown-words.js';
import { matchText as match, type Sought } from '../../../src/check/conservation/match-blocks.js';

const main = (text: string): Sought => ({ pieces: [text], place: 'main' });
const note = (text: string): Sought => ({ pieces: [text], place: 'note' });
const matchText = (
  expected: readonly Sought[],
  shown: readonly ShownRun[],
  fixed: readonly { text: string; page: number }[] = [],
) => match({ expected, fixed, shown });
const page = (number: number, ...texts: readonly string[]): readonly ShownRun[] =>
  texts.map((text) => ({ text, page: number }));

describe('letters', () => {
  test('ligatures, small capitals, soft hyphens and spaces make no difference', () => {
    expect(letters('Of\u00ADﬁce  “SAM”')).toBe(letters('office Sam'));
  });
  test('digits and marks of other scripts are kept', () => {
    expect(letters('Ünïté 42 ٣')).toBe('ünïté42٣');
  });
});

describe('matching', () => {
  test('a text shown once, cut over pages with notes and hyphens between, loses nothing', () => {
    const { lost, surplus } = matchText(
      [
        main('She keeps bees, fills bottles with water and reads numbers.1'),
        note('1 Aloud, into a recorder.'),
        main('The ships have gone.'),
      ],
      [
        ...page(0, 'She keeps bees, fills bot\u2010'),
        ...page(
          1,
          'tles with water and reads numbers.1',
          'The ships have gone.',
          '1 Aloud, into a recorder.',
        ),
      ],
    );
    expect(lost).toEqual([]);
    expect(surplus).toEqual([]);
  });

  test('a note that ends with one word on the next page does not take that word from the text there', () => {
    const { lost, surplus } = matchText(
      [
        main('Some power has to remain here.1'),
        note('1 A small silence know the whites who found him.'),
        main('In horse, her in early, him the understand on.'),
      ],
      [
        ...page(0, 'Some power has to remain here.1', '1 A small silence know the whites who found'),
        ...page(1, 'In horse, her in early, him the understand on.', 'him.'),
      ],
    );
    expect(lost).toEqual([]);
    expect(surplus).toEqual([]);
  });

  test('that word is missed all the same when it is not there', () => {
    const found = matchText(
      [
        main('Some power has to remain here.1'),
        note('1 A small silence know the whites who found him.'),
        main('In horse, her in early, him the understand on.'),
      ],
      [
        ...page(0, 'Some power has to remain here.1', '1 A small silence know the whites who found'),
        ...page(1, 'In horse, her in early, him the understand on.'),
      ],
    );
    expect(found.lost.map(({ missing }) => missing)).toEqual(['him']);
    expect(found.surplus).toEqual([]);
  });

  test('a lost line is named with its block and page', () => {
    const blocks = [
      main('The first line of it.'),
      main('The second line of it, and then the third line of it.'),
      main('The end.'),
    ];
    const { lost, surplus } = matchText(blocks, [
      ...page(0, 'The first line of it.', 'The second line of it,'),
      ...page(1, 'The end.'),
    ]);
    expect(lost).toEqual([{ block: blocks[1], missing: letters('and then the third line of it'), page: 0 }]);
    expect(surplus).toEqual([]);
  });

  test('a single lost letter is a loss', () => {
    const { lost } = matchText([main('A paragraph that ends well')], page(0, 'A paragraph that ends wel'));
    expect(lost.map((one) => one.missing)).toEqual(['l']);
  });

  test('a line printed twice is surplus, with its page', () => {
    const { lost, surplus } = matchText(
      [main('Row, row, row your boat'), main('gently down the stream')],
      [...page(0, 'Row, row, row your boat'), ...page(1, 'row your boat', 'gently down the stream')],
    );
    expect(lost).toEqual([]);
    expect(surplus).toEqual([{ text: 'rowyourboat', page: 1 }]);
  });

  test('the same line many times is counted, not merely found', () => {
    const refrain = Array.from({ length: 12 }, () => main('Row row row your boat'));
    const { lost } = matchText(
      refrain,
      page(0, ...Array.from({ length: 10 }, () => 'Row row row your boat')),
    );
    expect(lost).toHaveLength(2);
  });

  test(
    'an entry of the contents is not begun within the page number of the one before, where the numbers ' +
      'at the left are painted first',
    () => {
      const entry = (number: string, title: string, folio: string): Sought => ({
        pieces: [number, ' ', title, ' ', folio],
        place: 'main',
      });
      const { lost, surplus } = matchText(
        [entry('8', 'Kelp', '39'), entry('9', 'Lighthouses and boats', '47')],
        page(3, '8', '9', 'Kelp', '39', 'Lighthouses and boats', '47'),
      );
      expect(lost).toEqual([]);
      expect(surplus).toEqual([]);
    },
  );

  test('a page number of the contents is not put together of the numbers at the left', () => {
    const entry = (number: string, title: string, folio: string): Sought => ({
      pieces: [number, ' ', title, ' ', folio],
      place: 'main',
    });
    const entries = [
      entry('2', 'Kelp and kelp', '5'),
      entry('3', 't2x1e', '7'),
      entry('21', 'Storms at sea', '59'),
      entry('22', 'Ships at sea', '63'),
      entry('23', 'Sails', '77'),
      entry('25', 'Boats at sea', '129'),
    ];
    const { lost, surplus } = matchText(entries, [
      ...page(0, '2', '3', 'Kelp and kelp', '5', 't2x1e', '7'),
      ...page(1, '21', '22', 'Storms at sea', '59', 'Ships at sea', '63'),
      ...page(2, '23', '25', 'Sails', '77', 'Boats at sea', '129'),
    ]);
    expect(lost).toEqual([]);
    expect(surplus).toEqual([]);
  });

  test('a long word that is broken within a number is found before what is short', () => {
    const { lost, surplus } = matchText(
      [main('w117x724e'), main('7')],
      page(0, 'w', '11', '7x', '72', '4e', '7'),
    );
    expect(lost).toEqual([]);
    expect(surplus).toEqual([]);
  });

  test('a number around the text is not taken out of one within it', () => {
    const { lost, absent, surplus } = matchText(
      [main('Boats in the year 1912')],
      page(0, '2', 'Boats in the year 1912'),
      [{ text: '2', page: 0 }],
    );
    expect({ lost, absent, surplus }).toEqual({ lost: [], absent: [], surplus: [] });
  });

  test('a number that is painted in one with another is found all the same', () => {
    const { lost, surplus } = matchText([main('12'), main('34')], page(0, '1234'));
    expect(lost).toEqual([]);
    expect(surplus).toEqual([]);
  });

  const lines = [
    main('Lines to count, one by one'),
    main('1, 2, 3'),
    main('4, 5, 6'),
    { ...main('1, 2'), pieces: ['1, 2', '3, 4'] },
    main('2. 2 words'),
    main('The end of the lines'),
  ];
  const painted = [
    'Lines to count, one by one',
    '1, 2, 3',
    '4, 5, 6',
    '1, 2',
    '3, 4',
    '2. 2 words',
    'The end of the lines',
  ];

  test('a short line is not put together of the ends and beginnings of others', () => {
    const { lost, surplus } = matchText(lines, page(0, ...painted));
    expect({ lost, surplus }).toEqual({ lost: [], surplus: [] });
  });

  test.each(painted.slice(1, -1).map((line, index) => [line, index + 1] as const))(
    'the short line %s is missed when it is not there, and found when it is there twice',
    (line, index) => {
      const without = matchText(lines, page(0, ...painted.toSpliced(index, 1)));
      expect(
        without.lost.map(({ missing }) => missing).join('').length -
          without.surplus.map(({ text }) => text).join('').length,
      ).toBe(letters(line).length);
      const twice = matchText(lines, page(0, ...painted.toSpliced(index, 0, line)));
      expect(twice.lost).toEqual([]);
      expect(twice.surplus.map(({ text }) => text).join('')).toBe(letters(line));
    },
  );

  test('two blocks in the other order lose nothing', () => {
    const { lost, surplus } = matchText(
      [main('A figure stands here with its caption'), main('The paragraph that follows it')],
      page(0, 'The paragraph that follows it', 'A figure stands here with its caption'),
    );
    expect(lost).toEqual([]);
    expect(surplus).toEqual([]);
  });

  test('running heads and folios are set aside on their own page only', () => {
    const shown = [...page(0, 'He was born in', '12', '12'), ...page(1, '1912.', '13')];
    const { lost, absent, surplus } = matchText([main('He was born in 12 1912.')], shown, [
      { text: '12', page: 0 },
      { text: '14', page: 1 },
    ]);
    expect(lost).toEqual([]);
    expect(absent).toEqual([{ text: '14', page: 1 }]);
    expect(surplus).toEqual([{ text: '13', page: 1 }]);
  });

  test('a number painted after its line is found, also where the same digit stands in the text', () => {
    const entry: Sought = {
      pieces: ['1', 'A world where breathing is a luxury', '1'],
      place: 'main',
      pages: [0, 0],
    };
    const shown = [
      ...page(0, 'A world where breathing is a luxury', '1', '1'),
      ...page(1, 'A world where breathing is a luxury', 'a moon of Jupiter,¹', '1'),
    ];
    const opening: readonly Sought[] = [
      { ...main('1'), pages: [1, 1] },
      { ...main('A world where breathing is a luxury'), pages: [1, 1] },
      { ...main('a moon of Jupiter,1'), pages: [1, 1] },
    ];
    expect(matchText([entry, ...opening], shown)).toEqual({ lost: [], absent: [], surplus: [] });
  });

  test('list numbers are accounted for where they show, and missed by nobody where they do not', () => {
    const item = (number: string, text: string): readonly Sought[] => [
      { pieces: [number], place: 'list-number' },
      main(text),
    ];
    const list = [...item('1', 'Take the 1st turning left'), ...item('2', 'Go straight on from there')];
    expect(
      matchText(list, page(0, '1.', 'Take the 1st turning left', '2.', 'Go straight on from there')),
    ).toEqual({ lost: [], absent: [], surplus: [] });
    expect(matchText(list, page(0, 'Take the 1st turning left', 'Go straight on from there'))).toEqual({
      lost: [],
      absent: [],
      surplus: [],
    });
  });

  test('a short line with its number painted after it is found too', () => {
    const entry = (number: string, words: string, folio: string): Sought => ({
      pieces: [number, words, folio],
      place: 'main',
    });
    const shown = page(0, 'Out', '1', '1', 'Back', '3', '2');
    expect(matchText([entry('1', 'Out', '1'), entry('2', 'Back', '3')], shown)).toEqual({
      lost: [],
      absent: [],
      surplus: [],
    });
  });
});

describe('words that a style writes', () => {
  const at = { path: 'styles/custom.css', line: 3, column: 5 };
  const told = (shown: string, written: readonly { readonly text: string; readonly isCounted: boolean }[]) =>
    checkShown({
      file: 'io.pdf',
      titles: {},
      places: new Map(),
      expected: { blocks: [{ pieces: ['Air'], place: 'main', part: 'air' }], furniture: [] },
      shown: [{ label: '1', texts: [shown] }],
      written: written.map((one) => ({ ...one, selector: 'h1::before', at })),
    });

  test('are told with the rule that writes them', () => {
    const [found, ...others] = told('Chapter Air', [
      { text: 'Part ', isCounted: false },
      { text: 'Chapter ', isCounted: false },
    ]);
    expect(found).toMatchObject({
      code: 'LOSS-002',
      at,
      message:
        'Page 1 of io.pdf shows “chapter”, which is not in the book: the style of "h1::before" writes it.',
    });
    expect(others).toEqual([]);
  });

  test("so are numbers that a style counts; other words are nobody's", () => {
    expect(told('12 Air', [{ text: '', isCounted: true }])).toMatchObject([{ at }]);
    expect(told('Water Air', [{ text: 'Chapter', isCounted: true }])).toMatchObject([
      { code: 'LOSS-002', message: 'Page 1 of io.pdf shows “water”, which is not in the book.' },
    ]);
  });
});
