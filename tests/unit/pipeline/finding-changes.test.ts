import { describe, expect, test } from 'vitest';
import { openHistory } from '../../../src/pipeline/report/finding-changes.js';
import { finding, type Finding } from '../../../src/model/finding.js';

const warning = (line: number, words = 'The range 3-5.', path = '01.md'): Finding =>
  finding('TYPO-002', { message: words, at: { path, line } });
const error = (line: number): Finding =>
  finding('TEXT-008', { message: 'No such file.', at: { path: '01.md', line } });

describe('openHistory', () => {
  test('finds everything new in the first build, and nothing in an equal one', () => {
    const history = openHistory();
    expect(history.next([warning(1)], 'built')).toEqual({ fresh: [warning(1)], gone: [], isFirst: true });
    expect(history.next([warning(1)], 'built')).toEqual({ fresh: [], gone: [], isFirst: false });
  });

  test('knows a finding again that was moved by lines above it', () => {
    const history = openHistory();
    history.next([warning(1), warning(9), warning(12, 'Another.')], 'built');
    expect(history.next([warning(3), warning(11), warning(14, 'Another.')], 'built')).toEqual({
      fresh: [],
      gone: [],
      isFirst: false,
    });
  });

  test('of equal findings names the one at a new place, and the one whose place is empty', () => {
    const history = openHistory();
    history.next([warning(1), warning(9)], 'built');
    expect(history.next([warning(1), warning(5), warning(9)], 'built')).toMatchObject({
      fresh: [warning(5)],
      gone: [],
    });
    expect(history.next([warning(1), warning(9)], 'built')).toMatchObject({ fresh: [], gone: [warning(5)] });
    expect(history.next([warning(1), warning(9, 'The range 3-5.', '02.md')], 'built')).toMatchObject({
      fresh: [warning(9, 'The range 3-5.', '02.md')],
      gone: [warning(9)],
    });
  });

  test('takes nothing for gone that a failed build did not come to, and nothing for new afterwards', () => {
    const history = openHistory();
    history.next([warning(1)], 'built');
    expect(history.next([error(2), error(4)], 'failed')).toMatchObject({
      fresh: [error(2), error(4)],
      gone: [],
    });
    expect(history.next([error(2)], 'failed')).toMatchObject({ fresh: [], gone: [error(4)] });
    expect(history.next([warning(1)], 'built')).toMatchObject({ fresh: [], gone: [error(2)] });
    expect(history.next([], 'built')).toMatchObject({ fresh: [], gone: [warning(1)] });
  });
});
