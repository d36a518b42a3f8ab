// A test that is skipped is counted by its reason, and a tool that is required is not skipped.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { needs } from '../../needs.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CONFIG = fileURLToPath(new URL('vitest.config.js', import.meta.url));

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a run ends with one line for each reason to skip', () => {
  const { stdout } = run();
  expect(stdout.trim().split('\n')).toEqual([
    '3 tests skipped: there is no moon',
    '2 tests skipped: their preparation failed, see above',
    '1 test skipped: there is no sun',
    '1 test skipped: no reason is given',
  ]);
});

test('tests that were not picked by their name are not among them', () => {
  expect(run('-t', 'finds out').stdout.trim()).toBe('1 test skipped: there is no sun');
});

test('a missing tool is named with its package', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('FOLDMARK_REFERENCE_TOOLS', '');
  expect(needs('pdftotext', 'qpdf')).toEqual({
    skip: true,
    meta: { skipped: 'pdftotext is not installed (Debian: poppler-utils)' },
  });
});

test('a missing tool is an error where the reference tools are required', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('FOLDMARK_REFERENCE_TOOLS', 'required');
  expect(() => needs('qpdf')).toThrow('qpdf is not installed (Debian: qpdf), and is required here');
});

function run(...args: readonly string[]) {
  return spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', CONFIG, ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
}
