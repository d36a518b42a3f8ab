// A build where there is no network at all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const canUnshare = spawnSync('unshare', ['-n', 'true']).status === 0;

it.runIf(canUnshare)('builds every edition in a network namespace without interfaces (needs root)', () => {
  const out = mkdtempSync(join(tmpdir(), 'offline-'));
  const { status, stderr } = spawnSync('sh', [join(ROOT, 'tools/prove/offline.sh'), join(ROOT, 'tests/books/tiny'), out], { encoding: 'utf8', env: { ...process.env, NODE: process.execPath } });
  expect(stderr).toContain('tiny-print.pdf');
  expect(status).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['report.json', 'tiny-print.pdf', 'tiny-screen.pdf', 'tiny.epub']);
  rmSync(out, { recursive: true });
});
