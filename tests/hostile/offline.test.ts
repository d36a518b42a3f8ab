// A build where there is no network at all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { needsThat } from '../needs.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const canUnshare = ['-n', '-rn'].some((option) => spawnSync('unshare', [option, 'true']).status === 0);

it(
  'builds every edition in a network namespace without interfaces',
  needsThat(canUnshare, 'a network namespace is made by root only, or not at all in a container'),
  () => {
    const out = mkdtempSync(join(tmpdir(), 'offline-'));
    const { status, stderr } = spawnSync(
      'sh',
      [join(ROOT, 'tools/prove/offline.sh'), join(ROOT, 'tests/books/tiny'), out],
      { encoding: 'utf8', env: { ...process.env, NODE: process.execPath } },
    );
    expect(stderr).toContain('tiny-print.pdf');
    expect(status).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'report.json',
      'tiny-print.pdf',
      'tiny-screen.pdf',
      'tiny.epub',
    ]);
    rmSync(out, { recursive: true });
  },
);
