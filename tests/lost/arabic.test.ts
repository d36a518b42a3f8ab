// A book in Arabic, whose letters join, run to the left and are drawn in parts: every word stands in each of its files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';

const place = mkdtempSync(join(tmpdir(), 'arabic-'));
afterAll(() => { rmSync(place, { recursive: true, force: true }); });

it('a book in Arabic is built, every word once in print, on screens and in the EPUB', async () => {
  const { report } = await build({ folder: fileURLToPath(new URL('arabic', import.meta.url)), out: join(place, 'dist') });
  expect(report.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(report.artifacts.map(({ file }) => file)).toEqual(['bahr-print.pdf', 'bahr-screen.pdf', 'bahr.epub']);
});
