// The browser's sandbox: who has to have it is refused where there is none, and the same book comes out with
// it and without.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { needsThat } from '../needs.js';
import { clearPlaces, newPlace, startTool } from './tool.js';

afterEach(clearPlaces);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ZINE = join(ROOT, 'manuscript');
const isRoot = process.getuid?.() === 0;
/** A number that no user of this machine has. */
const STRANGER = 64_123;
const canChange =
  isRoot &&
  spawnSync('setpriv', [
    `--reuid=${STRANGER}`,
    `--regid=${STRANGER}`,
    '--clear-groups',
    process.execPath,
    '-e',
    `require('fs').readFileSync(${JSON.stringify(join(ROOT, 'package.json'))})`,
  ]).status === 0;

describe('as root', needsThat(isRoot, 'the sandbox is refused to root only'), () => {
  it('--sandbox=require ends the build with one message and exit 4, before anything is laid out', async () => {
    const out = join(newPlace(), 'dist');
    const { code, stderr } = await startTool([
      'build',
      join(ROOT, 'tests/books/tiny'),
      '--out',
      out,
      '--sandbox',
      'require',
    ]).ended;
    expect(stderr).toMatch(
      /cannot have its sandbox, which --sandbox=require asks for: Chromium has none for root$/m,
    );
    expect(code).toBe(4);
    expect(existsSync(out)).toBe(false);
  });
});

describe(
  'another user, home, folder, time zone and locale',
  needsThat(canChange, 'only root becomes another user, who must be allowed to read the clone'),
  () => {
    it('get the same bytes of the zine', async () => {
      const own = join(newPlace(), 'dist');
      expect(
        (await startTool(['build', ZINE, '--out', own], { env: { TZ: 'UTC', LC_ALL: 'C' } }).ended).code,
      ).toBe(0);
      const place = newPlace();
      const book = join(place, 'Ein anderer Ordner', 'manuscript');
      cpSync(ZINE, book, { recursive: true });
      chmodSync(place, 0o755);
      const home = newPlace();
      chownSync(home, STRANGER, STRANGER);
      const out = join(home, 'dist');
      const env = {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        TMPDIR: home,
        TZ: 'Pacific/Chatham',
        LC_ALL: 'tr_TR.UTF-8',
        NO_COLOR: '1',
        CI: '1',
      };
      const { status, stderr } = spawnSync(
        'setpriv',
        [
          `--reuid=${STRANGER}`,
          `--regid=${STRANGER}`,
          '--clear-groups',
          process.execPath,
          join(ROOT, 'lib/cli.js'),
          'build',
          book,
          '--out',
          out,
          '--no-cache',
        ],
        { env, cwd: home, encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, stderr]);
      // Its sandbox is on, or it is said why not; that it is on for users is the system's to allow.
      if (stderr.includes('PRESS-001')) expect(stderr).toContain('this system lets no user make one');
      expect(filesOf(out)).toEqual(filesOf(own));
    });
  },
);

/** The report has the time in it. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'report.json')
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}
