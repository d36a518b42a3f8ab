import { expect, test } from 'vitest';
import { formatResampled } from '../../../src/pipeline/report/format-resampled.js';

test('formatResampled says how many images, to what, and what it saved', () => {
  expect(formatResampled({ kind: 'photograph', images: 3, ppi: 300, savedBytes: 18_400_000 })).toBe(
    '3 photographs resampled to 300 ppi, 18.4 MB saved',
  );
  expect(formatResampled({ kind: 'lineArt', images: 1, ppi: 1200, savedBytes: 12 })).toBe(
    '1 drawing resampled to 1200 ppi',
  );
});
