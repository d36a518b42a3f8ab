// Somebody kills, freezes or interrupts: the renderer, the browser, the tool. It happens for real, by
// signals.
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NEEDS_LINUX } from '../needs.js';
import {
  clearPlaces,
  expectNothingLeft,
  isLastGood,
  lastGood,
  longBook,
  processesIn,
  startTool,
  until,
  type Running,
} from './tool.js';

afterEach(clearPlaces);

/** Two seconds of a machine that has little else to do. */
function twoSeconds(): number {
  return 2000 * Math.max(1, (2 * (loadavg()[0] ?? 0)) / availableParallelism());
}

/** A build in the middle of its layout. */
async function buildInLayout(out: string, ...more: readonly string[]): Promise<Running> {
  const running = startTool(['build', longBook(), '--out', out, ...more]);
  await running.says('laying out pages');
  return running;
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  expect(pids).not.toEqual([]);
  for (const pid of pids) process.kill(pid, signal);
}

describe('a build that fails while its browser starts', NEEDS_LINUX, () => {
  it('tells why, and leaves no browser', async () => {
    const book = longBook(1);
    writeFileSync(join(book, '02.md'), '# Two\n\nSee [there](javascript:x).\n');
    const running = startTool(['build', book, '--out', lastGood()]);
    const { code, stderr } = await running.ended;
    expect(stderr).toMatch(/TEXT-008 [^]*Not built: 1 error/);
    expect(code).toBe(1);
    await expectNothingLeft(running.temporary);
  });
});

describe('a build that is disturbed', NEEDS_LINUX, () => {
  it.each([
    [
      'its renderer is killed',
      '--type=renderer',
      /^error RUN-031 The browser tab crashed while it laid out the book: .*"(Title page|Copyright|Contents|Chapter [1-6])"/m,
    ],
    [
      'its browser is killed',
      '--remote-debugging-pipe',
      /^error RUN-031 The browser ended before the book was printed\.$/m,
    ],
  ])('ends within two seconds with one line when %s', async (_, kind, line) => {
    const out = lastGood();
    const running = await buildInLayout(out);
    const since = performance.now();
    signalAll(processesIn(running.temporary, kind), 'SIGKILL');
    const { code, stderr, at } = await running.ended;
    expect(stderr).toMatch(line);
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((one) => !/^(\w+: |  hint: )/.test(one)),
    ).toHaveLength(1);
    expect(code).toBe(1);
    expect(at - since).toBeLessThan(twoSeconds());
    expect(isLastGood(out)).toBe(true);
    await expectNothingLeft(running.temporary);
  });

  it('leaves no browser and no folder when the tool itself is killed', async () => {
    const out = lastGood();
    const running = await buildInLayout(out);
    expect(processesIn(running.temporary, '--type=renderer')).not.toEqual([]);
    running.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    await expectNothingLeft(running.temporary);
    expect(isLastGood(out)).toBe(true);
  });

  it('gives up when its renderer is frozen, says where, and takes the frozen one along', async () => {
    const out = lastGood();
    const running = await buildInLayout(out, '--patience', '4');
    await until(() => processesIn(running.temporary, '--type=renderer').length > 0, {
      what: 'a renderer runs',
      withinMs: 5000,
    });
    const since = performance.now();
    signalAll(processesIn(running.temporary, '--type=renderer'), 'SIGSTOP');
    const { code, stderr, at } = await running.ended;
    expect(stderr).toMatch(
      /^error RUN-030 No progress for 4 s: .*"(Title page|Copyright|Contents|Chapter [1-6])"/m,
    );
    expect(code).toBe(1);
    expect(at - since).toBeLessThan(3 * twoSeconds());
    expect(isLastGood(out)).toBe(true);
    await expectNothingLeft(running.temporary);
  });
});

describe('a build that is interrupted at random moments', NEEDS_LINUX, () => {
  it.each(moments(5))('ends with 130 within two seconds (%s after %i ms)', async (signal, moment) => {
    const out = lastGood();
    const running = startTool(['build', longBook(2), '--out', out]);
    await until(() => processesIn(running.temporary).length > 0, { what: 'it runs', withinMs: 5000 });
    await new Promise((resolve) => {
      setTimeout(resolve, moment);
    });
    const since = performance.now();
    running.kill(signal);
    const { code, stderr, at } = await running.ended;
    if (code === 0) return; // it had ended, or had made its decision
    expect(stderr).toMatch(/^Interrupted(; nothing was written)?\.\n$/m);
    expect(code).toBe(130);
    expect(at - since).toBeLessThan(twoSeconds());
    expect(isLastGood(out)).toBe(true);
    await expectNothingLeft(running.temporary);
  });
});

/** The same every time: a linear congruential generator, Numerical Recipes' numbers. */
function moments(count: number): readonly (readonly ['SIGINT' | 'SIGTERM' | 'SIGHUP', number])[] {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let state = 20261123;
  return Array.from({ length: count }, (_, index) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return [signals[index % 3] ?? 'SIGINT', Math.round((state / 2 ** 32) * 6000)] as const;
  });
}
