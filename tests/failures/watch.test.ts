// A watching session as a process: what is saved, broken and killed while it runs, and the files that it
// leaves.
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hashes } from '../cli/run.js';
import { NEEDS_LINUX } from '../needs.js';
import {
  clearPlaces,
  expectNothingLeft,
  newPlace,
  processesIn,
  startTool,
  until,
  type Running,
} from './tool.js';

afterEach(clearPlaces);

describe('build --watch', NEEDS_LINUX, () => {
  it(
    'goes on through broken text, broken YAML and a killed browser, ends with 130, and leaves the files ' +
      'of a cold build',
    async () => {
      const [book, out] = [newPlace(), join(newPlace(), 'dist')];
      cpSync('tests/books/tiny', book, { recursive: true });
      const [text, yaml] = ['text.md', 'book.yml'].map((name) => readFileSync(join(book, name), 'utf8'));
      const running = startTool(['build', book, '--out', out, '--watch', '--only', 'screen']);
      await lines(running, 1);
      writeFileSync(join(book, 'text.md'), `${text}\nSee [there](javascript:x).\n`);
      await lines(running, 2);
      writeFileSync(join(book, 'book.yml'), 'title: [');
      await lines(running, 3);
      mkdirSync(join(book, 'styles'));
      writeFileSync(join(book, 'styles/custom.css'), 'p { letter-spacing: 0.001em; }');
      for (const pid of processesIn(running.temporary, '--remote-debugging-pipe'))
        process.kill(pid, 'SIGKILL');
      writeFileSync(join(book, '.new'), `${text}\nAnd a word.\n`);
      renameSync(join(book, '.new'), join(book, 'text.md'));
      writeFileSync(join(book, 'book.yml'), yaml ?? '');
      await until(() => /Built: 1 file[^]*Built: 1 file/.test(running.heard()), {
        what: 'it is built again',
        withinMs: 120_000,
      });
      running.kill('SIGINT');
      const { code, stderr } = await running.ended;
      expect(code).toBe(130);
      expect(stderr).toMatch(
        /Built: 1 file[^]*^text\.md:3:5 error TEXT-008 [^]*Not built: 1 error[^]*^book\.yml:1:\d+ error CONF-001 [^]*Not built: 1 error[^]*Built: 1 file[^]*^Interrupted; the files are those of the last build\.\n$/m,
      );
      await expectNothingLeft(running.temporary);
      const cold = newPlace();
      await startTool(['build', book, '--out', cold, '--only', 'screen']).ended;
      expect(hashes(out)).toEqual(hashes(cold));
    },
  );
});

describe.runIf(process.platform === 'linux')('what a watching session prints', () => {
  it('prints what is new and what is gone, and not again what is as it was', async () => {
    const [book, out] = [newPlace(), join(newPlace(), 'dist')];
    cpSync('tests/books/tiny', book, { recursive: true });
    const text = '# Start\n\nSo be it ! It is so.\n';
    writeFileSync(join(book, 'text.md'), text);
    const running = startTool(['build', book, '--out', out, '--watch', '--only', 'epub']);
    await lines(running, 1);
    writeFileSync(
      join(book, 'text.md'),
      text.replace('# Start\n', '# Start\n\nA line above.\n\nSee pages 1-3.\n'),
    );
    await lines(running, 2);
    writeFileSync(join(book, 'text.md'), '# Start\n\nSo be it.\n');
    await lines(running, 3);
    running.kill('SIGINT');
    const { stderr } = await running.ended;
    const [first = '', second = '', third = ''] = stderr.split(/(?<=^\d\d:\d\d:\d\d .*\n)/m);
    expect(first).toMatch(/text\.md:3:9 warning TYPO-004 [^]*, 1 warning; /);
    expect(second).toMatch(/^text\.md:5:\d+ warning TYPO-002 [^]*, 2 warnings \(1 new, 0 gone\); /);
    expect(second).not.toContain('TYPO-004');
    expect(third).toMatch(
      /^gone: text\.md:5:\d+ warning TYPO-002 .*\ngone: text\.md:7:9 warning TYPO-004 .*\n\d\d:\d\d:\d\d Built: 1 file in \S+, 0 warnings \(0 new, 2 gone\); /,
    );
    await expectNothingLeft(running.temporary);
  });
});

/** Waits for so many builds to come to an end. */
async function lines(running: Running, count: number): Promise<void> {
  await until(() => (running.heard().match(/^\d\d:\d\d:\d\d /gm) ?? []).length >= count, {
    what: `build ${count} is told of:\n${running.heard()}`,
    withinMs: 120_000,
  });
}
