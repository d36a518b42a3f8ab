// How the tests run: the fast ones side by side, those that need a browser one file after another.
import { defineConfig } from 'vitest/config';

const UNIT = ['tests/unit/**/*.test.ts', 'tests/findings/**/*.test.ts'];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      { test: { name: 'unit', include: UNIT, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: UNIT,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
