import { expect, test } from 'vitest';
import { formatSize } from '../../../src/pipeline/report/format-size.js';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [829_600, '830 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [4_249_000, '4.2 MB'],
  [18_400_000, '18.4 MB'],
  [99_940_000, '99.9 MB'],
  [99_960_000, '100 MB'],
  [184_400_000, '184 MB'],
  [999_600_000, '1.0 GB'],
  [2_350_000_000, '2.4 GB'],
])('formatSize writes %i bytes as %s', (bytes, written) => {
  expect(formatSize(bytes)).toBe(written);
});
