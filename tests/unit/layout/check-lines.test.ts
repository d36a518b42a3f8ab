import { describe, expect, it } from 'vitest';
import { checkLines } from '../../../src/check/lines/index.js';
import type { LineFact, ParagraphFact } from '../../../src/model/line-report.js';

function line(fact: Partial<LineFact> = {}): LineFact {
  return {
    space: 1.1,
    tracking: 0.001,
    end: 'space',
    hang: { start: 0, end: 0 },
    width: 98,
    letters: 60,
    gaps: [],
    text: 'some words that stand in a line as long as the lines of a book',
    ...fact,
  };
}

function paragraph(lines: readonly LineFact[], fact: Partial<ParagraphFact> = {}): ParagraphFact {
  return { block: 'air.3', state: 'set', measure: 98.67, indent: 4.94, lines, counts: [], ...fact };
}

function said(...paragraphs: readonly ParagraphFact[]): readonly string[] {
  return checkLines({ paragraphs, places: { 'air.3': { path: 'air.md', line: 7 } } }).map(
    (one) => `${one.at ? `${one.at.path}:${one.at.line} ` : ''}${one.code} ${one.message}`,
  );
}

/** No two lines running begin or end alike. */
const EVER = ['some', 'many', 'few'];
const last = line({ end: 'last', text: 'and so it ends here.', letters: 16, width: 40 });

describe('findings about lines', () => {
  it('says nothing of good lines', () => {
    expect(
      said(
        paragraph([
          ...Array.from({ length: 30 }, (_, index) =>
            line({
              text:
                `${EVER[index % 3]} words that make a line as long as those of a book ` +
                `${EVER[(index + 1) % 3]}`,
            }),
          ),
          last,
        ]),
      ),
    ).toEqual([]);
  });

  it('names a line that is too loose, too tight or torn', () => {
    expect(
      said(
        paragraph([
          line({ space: 1.8 }),
          line({ space: 0.7, text: 'no' }),
          line({ space: 2.3, text: 'words far apart' }),
          last,
        ]),
      ),
    ).toEqual([
      'air.md:7 LINE-001 The word spaces of “some words that … of a book” are 1.80 times as wide as usual, ' +
        'outside 0.80 to 1.75.',
      'air.md:7 LINE-001 The word spaces of “no” are 0.70 times as wide as usual, outside 0.80 to 1.75.',
      'air.md:7 LINE-002 The word spaces of “words far apart” are 2.30 times as wide as usual.',
    ]);
  });

  it('names letters spaced too far, a ladder, half a word and a short end', () => {
    expect(
      said(
        paragraph([
          line({ tracking: 0.031 }),
          ...['one', 'two', 'three'].map((text) => line({ end: 'hyphen', text })),
          line({ end: 'last', text: 'tion.', letters: 5, width: 9 }),
        ]),
      ),
    ).toEqual([
      'air.md:7 LINE-004 The letters of “some words that … of a book” are spaced by 3.1 % of the em.',
      'air.md:7 LINE-005 3 lines in a row end in a hyphen, from “one” on.',
      'air.md:7 LINE-007 The last line begins with the rest of a word: “tion.”.',
      'air.md:7 LINE-008 The last line of a paragraph is only “tion.”.',
    ]);
  });

  it('sees a river only where the lines are loose enough to show it', () => {
    const streak = (space: number): readonly LineFact[] =>
      [20, 20.3, 19.9, 20.2].map((at, index) =>
        line({ space, gaps: [at, 60 + index * 5], text: `${index} flows ${index}` }),
      );
    expect(said(paragraph([...streak(1.4), last]))).toEqual([
      'air.md:7 LINE-009 A river of 4 lines ends in “3 flows 3”.',
    ]);
    expect(said(paragraph([...streak(1.05), last]))).toEqual([]);
  });

  it('sees a word under itself at either edge', () => {
    expect(
      said(
        paragraph([
          line({ text: 'The one a' }),
          line({ text: '“the two b' }),
          line({ text: 'the, three c' }),
          last,
        ]),
      ),
    ).toEqual(['air.md:7 LINE-010 3 lines running begin with “the”.']);
    expect(
      said(
        paragraph([
          line({ text: 'And one a', end: 'forced' }),
          line({ text: 'and two b', end: 'forced' }),
          line({ text: 'and three c', end: 'forced' }),
          last,
        ]),
      ),
    ).toEqual([]);
  });

  it('tells what was left to the browser, and where there is no place says so without one', () => {
    expect(
      said(paragraph([], { block: 'x.1', state: 'left', reason: 'a word or image is wider than the line' })),
    ).toEqual([
      'LINE-011 The browser broke the lines of a paragraph: a word or image is wider than the line.',
    ]);
  });

  it('names a word broken near its end, a measure that is too short, and where a line stands', () => {
    expect(
      said(paragraph([line({ end: 'hyphen', text: 'a word is bro' }), line({ text: 'ke and more' }), last])),
    ).toEqual(['air.md:7 LINE-012 The word “bro-ke” is broken too near its end.']);
    const short = paragraph([
      ...Array.from({ length: 20 }, (_, index) =>
        line({ text: `${EVER[index % 3]} short ${EVER[(index + 1) % 3]}` }),
      ),
      last,
    ]);
    expect(said(short)).toEqual([
      'LINE-013 A line holds 14 characters on average, outside the comfortable 55 to 70.',
    ]);
    const [found] = checkLines({
      paragraphs: [paragraph([line(), line({ space: 1.9 }), last])],
      where: (block, at) => ({ page: block, line: at + 4 }),
      artifact: 'x.pdf',
    });
    expect(found?.seen).toEqual({ artifact: 'x.pdf', page: 'air.3', line: 6 });
  });

  it('weighs a chapter as a whole once it has enough lines', () => {
    const loose = (count: number): ParagraphFact =>
      paragraph([
        ...Array.from({ length: count }, (_, index) =>
          line({
            space: 1.6,
            end: index % 5 === 0 ? 'hyphen' : 'space',
            text:
              `${EVER[index % 3]} words that make a line as long as those of a book ` +
              `${EVER[(index + 1) % 3]}`,
          }),
        ),
        last,
      ]);
    expect(said(loose(19))).toEqual([]);
    expect(said(loose(40))).toEqual([
      'LINE-003 The spaces between words vary much in the chapter “air”: 100.0 % of the lines are looser than 1.50, the ' +
        'mean is 1.60.',
      'LINE-006 20.0 % of the lines of “air” end in a hyphen.',
    ]);
  });
});
