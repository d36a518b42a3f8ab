import { describe, expect, it } from 'vitest';
import { fillingOf, reshapes, runPieces } from '../../../src/pagination/page-references.js';

/** Anchors are called after their page: `p7b` stands on page 7; pages 0 to 4 are roman. */
const numbers = {
  pageOf: (anchor: string) => (anchor.startsWith('p') ? Number(/\d+/.exec(anchor)?.[0]) : undefined),
  numberOf: (page: number) => (page < 5 ? (['i', 'ii', 'iii', 'iv', 'v'][page] ?? '') : String(page - 4)),
};

function run(...anchors: readonly string[]): string {
  return runPieces(anchors, numbers)
    .map(({ words }) => words)
    .join('');
}

describe('a run of pages', () => {
  it('names each page once, in order', () => {
    expect(run('p20', 'p10', 'p10b')).toBe('6, 16');
  });

  it('joins neighbours', () => {
    expect(run('p10', 'p11', 'p12', 'p15')).toBe('6–8, 11');
  });

  it('does not join the last roman page to the first arabic one', () => {
    expect(run('p4', 'p5')).toBe('v, 1');
  });

  it('links every number to the first anchor of its page', () => {
    expect(runPieces(['p11b', 'p10', 'p11'], numbers)).toEqual([
      { words: '6', anchor: 'p10' },
      { words: '–' },
      { words: '7', anchor: 'p11b' },
    ]);
  });

  it('leaves out anchors that stand on no page', () => {
    expect(run('lost', 'p10')).toBe('6');
  });
});

describe('filling references', () => {
  const filledAt = (page: number): ReturnType<typeof fillingOf> =>
    fillingOf({ targets: ['there'], runs: [] }, { ...numbers, pageOf: () => page });

  const moved = (from: number, to: number, fitted: readonly string[] = []): boolean =>
    reshapes(filledAt(from), { now: filledAt(to), fitted });

  it('asks for a new layout only when words have another length', () => {
    expect([moved(10, 12), moved(10, 20)]).toEqual([false, true]);
  });

  it('asks for one when other words would have to fit into a set line', () => {
    expect([moved(1, 4, ['there']), moved(1, 1, ['there'])]).toEqual([true, false]); // ii and v
    expect([moved(4, 5, ['there']), moved(4, 5)]).toEqual([true, false]); // v and 1, as long
  });

  it('asks for none when a set line holds a number of as many figures', () => {
    expect([moved(10, 12, ['there']), moved(10, 20, ['there'])]).toEqual([false, true]);
  });
});
