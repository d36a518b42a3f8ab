// A short hunt through the whole pipeline, with the same documents each time; and a loss made on purpose, to
// see that it is found and made small. The long hunt is `npm run fuzz -- --documents 1000 --seed 1`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const keep = mkdtempSync(join(tmpdir(), 'fuzz-test-'));

afterAll(() => {
  rmSync(keep, { recursive: true });
});

function fuzz(...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['tools/fuzz/fuzz.mjs', ...args, '--keep', keep],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

describe('random documents', () => {
  test('twenty of them lose nothing, and none is refused', () => {
    const { status, said } = fuzz('--documents', '20', '--seed', '4');
    expect(said).toMatch(/^20 documents, \d+ pages, 0 refused, 0 with words silently lost\n$/);
    expect(status).toBe(0);
  });

  test('a word that is lost on purpose is found, and its document made as small as that word', () => {
    const { status, said } = fuzz(
      '--documents',
      '1',
      '--first',
      '3',
      '--seed',
      '4',
      '--only',
      'screen',
      '--blind',
      'w3x5e',
    );
    expect(said).toContain('SILENT');
    expect(said).toContain('1 with words silently lost');
    expect(status).toBe(1);
    const [kept = ''] = readdirSync(keep);
    expect(kept).toBe('4-3-SILENT');
    expect(readFileSync(join(keep, kept, '000003.md'), 'utf8').match(/w\d+x\d+e/g)).toEqual(['w3x5e']);
  });
});
