// Runs the compiled command line as a user does, and keeps what it said.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The compiled command line. */
export const CLI = join(ROOT, 'lib/cli.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function foldmark(
  args: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Readonly<Record<string, string>>; cwd?: string } = {},
): Run {
  const done = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

/** A copy of one of tests/books in a folder of its own. */
export function copyOfBook(name: string): string {
  const folder = join(newFolder(), name);
  cpSync(join(ROOT, 'tests/books', name), folder, { recursive: true });
  return folder;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'foldmark-test-'));
}

/** SHA-256 of every file in a folder but the report, which holds times. */
export function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder)
    .filter((name) => name !== 'report.json')
    .sort();
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
