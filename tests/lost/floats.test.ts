// A chapter of nothing but pictures that a book's own style lets float, the third of which does not fit
// beside the first two: once its box was begun in the next column, still empty, the whole page went over to
// the next, and again. As the hunt made it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../src/pipeline/build.js';

const place = mkdtempSync(join(tmpdir(), 'floats-'));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

it('pictures that float go over to the next page, each once', async () => {
  const { report, diagnostics } = await build({
    folder: fileURLToPath(new URL('floats', import.meta.url)),
    out: join(place, 'dist'),
    only: ['screen'],
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.artifacts.map(({ pages }) => pages)).toEqual([3]);
});
