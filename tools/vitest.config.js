// How the tests run, in three groups one after another: the fast ones; then, each by itself, those that
// others would disturb; then those that build books, two side by side, since much of a build waits for one
// processor.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import SkipReporter from './skip-reporter.js';

const UNIT = ['tests/unit/**/*.test.ts', 'tests/findings/**/*.test.ts'];

/**
 * They count the seconds until a build has ended, or send signals at certain moments (killed, watch,
 * together, press/failures), and make disks full or read-only (disk). They come before the builds side by
 * side, which would leave the machine busy. All others wait for what they start, in folders, at ports and
 * with browsers of their own.
 */
const ALONE = [
  ...['killed', 'watch', 'together', 'disk'].map((name) => `tests/failures/${name}.test.ts`),
  'tests/pagination/failures.test.ts',
];

const PATIENT = { testTimeout: 180_000, hookTimeout: 180_000 };

/** Left to itself, vitest would give a machine with two processors one worker. */
const processors = availableParallelism();

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    reporters: ['default', new SkipReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: UNIT,
          testTimeout: 30_000,
          maxWorkers: processors,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'alone',
          include: ALONE,
          ...PATIENT,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: [...UNIT, ...ALONE],
          ...PATIENT,
          maxWorkers: Math.min(2, processors),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
