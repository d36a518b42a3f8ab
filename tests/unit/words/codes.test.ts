import { expect, test } from 'vitest';
import { CODES } from '../../../src/model/codes.js';

const rows = Object.entries(CODES);

test('a mistake in the settings or on the command line exits with 2, and no other finding does', () => {
  expect(rows.filter(([, { exit }]) => exit === 2).map(([code]) => code)).toEqual(
    rows.map(([code]) => code).filter((code) => /^(CONF-|RUN-00)/.test(code)),
  );
});

test('{.stet} suppresses warnings of the typographic report, and nothing else', () => {
  const suppressible = rows.filter(([, row]) => row.suppressible).map(([code]) => code);
  expect(suppressible).toEqual(
    rows
      .filter(([code, { severity }]) => /^(TYPO|TYPE|LINE|PAGE)-/.test(code) && severity === 'warning')
      .map(([code]) => code),
  );
  expect(suppressible.length).toBeGreaterThan(30);
});
