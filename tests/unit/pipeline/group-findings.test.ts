import { describe, expect, test } from 'vitest';
import { formatFindings, isShortened } from '../../../src/pipeline/report/group-findings.js';
import { finding, type Finding } from '../../../src/model/finding.js';

const range = (path: string, line: number, figures = '3-5'): Finding =>
  finding('TYPO-002', {
    message: `The range ${figures} is written with a hyphen.`,
    at: { path, line, column: 2 },
    hint: 'Write -- between its figures.',
  });
const nobody = (line: number): Finding =>
  finding('CAST-001', {
    message: `No cast member is called "b${line}".`,
    at: { path: '01.md', line, column: 1 },
    hint: `Did you mean "ben${line}"?`,
  });
const printed = (...given: Parameters<typeof formatFindings>): string =>
  formatFindings(...given)
    .map(({ severity, text }) => `[${severity}] ${text}`)
    .join('\n');

describe('formatFindings', () => {
  test('prints a code that occurs once in full, with what is related', () => {
    const one = finding('TEXT-005', {
      message: 'Two things are called "a".',
      at: { path: '02.md', line: 4 },
      related: [{ at: { path: '01.md', line: 1 }, message: 'The other is here.' }],
      seen: { artifact: 'x-print.pdf', page: '3' },
      hint: 'Rename one.',
    });
    expect(printed([one])).toBe(
      '[error] 02.md:4 error TEXT-005 Two things are called "a".\n  01.md:1 The other is here.\n  ' +
        'seen: x-print.pdf page 3\n  hint: Rename one.',
    );
  });

  test(
    'prints a warning that repeats as one line, with its count, its first three places and the hint ' +
      'once',
    () => {
      const many = [
        range('01.md', 1),
        range('01.md', 7),
        range('02.md', 3),
        range('02.md', 9),
        range('03.md', 1),
      ];
      expect(printed(many)).toBe(
        '[warning] 01.md:1:2 warning TYPO-002 The range 3-5 is written with a hyphen. (5 times in 3 ' +
          'files, also at 01.md:7:2, 02.md:3:2 …)\n  hint: Write -- between its figures.',
      );
      expect(printed(many.slice(0, 3))).toContain('(3 times, also at 01.md:7:2, 02.md:3:2)');
      expect(printed(many.slice(0, 2))).toContain('(2 times, also at 01.md:7:2)');
    },
  );

  test('says of different messages that they are alike, and names a place that several have once', () => {
    expect(
      printed([range('01.md', 1), range('01.md', 7, '4-6'), range('01.md', 7, '8-9'), range('01.md', 8)]),
    ).toContain('The range 3-5 is written with a hyphen. (4 like this, also at 01.md:7:2, 01.md:8:2 …)');
  });

  test('names pages of a finished file, and no place where there is none', () => {
    const seen = (page: string): Finding =>
      finding('PAGE-005', {
        message: 'A scene break stands at the edge of the page.',
        seen: { artifact: 'x-print.pdf', page },
      });
    expect(printed([seen('3'), seen('9')])).toBe(
      '[warning] x-print.pdf page 3 warning PAGE-005 A scene break stands at the edge of the page. (2 ' +
        'times, also in x-print.pdf page 9)',
    );
    const placeless = finding('PRESS-001', { message: 'No sandbox.' });
    expect(printed([placeless, placeless])).toContain(' PRESS-001 No sandbox. (2 times)');
  });

  test(
    'prints three errors of a code in full, counts all others with three of their places, and puts ' +
      'errors last',
    () => {
      const lines = printed([1, 2, 3, 4, 5, 6, 7].map(nobody).concat(range('02.md', 1))).split('\n');
      expect(lines).toEqual([
        '[warning] 02.md:1:2 warning TYPO-002 The range 3-5 is written with a hyphen.',
        '  hint: Write -- between its figures.',
        ...[1, 2, 3].flatMap((line) => [
          `[error] 01.md:${line}:1 error CAST-001 No cast member is called "b${line}".`,
          `  hint: Did you mean "ben${line}"?`,
        ]),
        '[error] error CAST-001 4 more like this: 01.md:4:1, 01.md:5:1, 01.md:6:1 …',
      ]);
    },
  );

  test('prints all of them in full when that is wanted, in their order', () => {
    expect(printed([nobody(1), range('02.md', 1), range('02.md', 2)], 'full').match(/^\[.*$/gm)).toEqual([
      '[error] 01.md:1:1 error CAST-001 No cast member is called "b1".',
      '[warning] 02.md:1:2 warning TYPO-002 The range 3-5 is written with a hyphen.',
      '[warning] 02.md:2:2 warning TYPO-002 The range 3-5 is written with a hyphen.',
    ]);
  });

  test('lets no words of an author steer the terminal, in a group neither', () => {
    expect(printed([range('\u001b[2J.md', 1), range('a\nb.md', 1)])).toMatch(
      /^\[warning\] \\u001b\[2J\.md:1:2 .* \(2 times, also at a\\u000ab\.md:1:2\)\n {2}hint: [^\n]*$/,
    );
  });

  test('shows seven thousand warnings of ten codes in twenty lines', () => {
    const codes = [
      'TYPO-001',
      'TYPO-002',
      'TYPO-003',
      'TYPO-004',
      'LINE-001',
      'LINE-003',
      'LINE-006',
      'PAGE-004',
      'PAGE-006',
      'TEXT-007',
    ] as const;
    const many = Array.from({ length: 7000 }, (_, index) =>
      finding(codes[index % 10] ?? 'TYPO-001', {
        message: `Number ${index}.`,
        at: { path: `${index % 40}.md`, line: index },
        hint: 'Mend it.',
      }),
    );
    expect(printed(many).split('\n')).toHaveLength(20);
  });
});

test('isShortened says whether a group leaves anything out', () => {
  expect(isShortened([range('01.md', 1), nobody(1), nobody(2), nobody(3)])).toBe(false);
  expect(isShortened([range('01.md', 1), range('01.md', 2)])).toBe(true);
  expect(isShortened([1, 2, 3, 4].map(nobody))).toBe(true);
});
