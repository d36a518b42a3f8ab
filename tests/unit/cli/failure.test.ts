// Whatever is thrown ends as one shape, with a code of its own, an exit code and something to do.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BrowserLost } from '../../../src/browser/browser-lost.js';
import { MissingTool } from '../../../src/browser/missing-tool.js';
import { NoProgress } from '../../../src/browser/watchdog.js';
import { setActivity } from '../../../src/cli/activity.js';
import { failureOf, formatFailure } from '../../../src/cli/failure.js';
import { Interrupted } from '../../../src/cli/interrupts.js';
import { OutputLost } from '../../../src/cli/json-output.js';
import { notLoaded, refusedNode } from '../../../src/cli/required-node.js';
import { UsageError } from '../../../src/pipeline/build-order.js';
import { startClock } from '../../../src/pipeline/clock.js';
import { OutputUnwritable } from '../../../src/pipeline/output-access.js';

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: refused, ${syscall}`), { code, syscall });
}

describe('a failure', () => {
  test.each([
    [
      'RUN-002',
      2,
      new UsageError('Unknown edition "x".', { code: 'RUN-002', place: '--only', hint: 'Use another.' }),
    ],
    ['RUN-011', 4, new MissingTool(['/usr/bin/chromium'])],
    ['RUN-020', 1, new OutputUnwritable('Nothing was written to dist: the disk is full.')],
    ['RUN-020', 1, new OutputLost('The JSON could not be written.')],
    ['RUN-021', 1, systemError('EMFILE', 'open')],
    ['RUN-021', 1, new Error('The EPUB could not be packed.', { cause: systemError('ENOSPC', 'write') })],
    ['RUN-021', 1, new Error("EMFILE: too many open files, open 'lib/a.js'")],
    ['RUN-021', 1, Object.assign(new Error("Cannot find module 'x'"), { code: 'ERR_MODULE_NOT_FOUND' })],
    ['RUN-030', 1, new NoProgress('No progress for 30 s: laying out "One".')],
    ['RUN-031', 1, new BrowserLost('The browser ended before the book was printed.')],
    ['RUN-040', 130, new Interrupted('Interrupted.')],
    ['RUN-050', 1, new RangeError('Maximum call stack size exceeded')],
    ['RUN-050', 1, 'a word that was thrown'],
  ])('%s exits with %i', (code, exit, cause) => {
    const failure = failureOf(cause);
    expect(failure).toMatchObject({ outcome: 'failed', code, exit });
    expect([failure.message, failure.hint].every((text) => text.length > 10)).toBe(true);
  });

  test('that is a bug names what Foldmark did, and shows the words of the runtime only as a detail', () => {
    setActivity('laying out pages (print)');
    expect(formatFailure(failureOf(new RangeError('Maximum call stack size exceeded')))).toBe(
      [
        'error RUN-050 Bug in Foldmark: it failed while it was laying out pages (print).',
        '  RangeError: Maximum call stack size exceeded',
        '  hint: Run the command again with FOLDMARK_DEBUG=1 to see where, and report it with the ' +
          'book or the file.',
      ].join('\n'),
    );
  });

  test('names the innermost stage of the build that threw it', async () => {
    const clock = startClock();
    const thrown = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (cause) {
        return cause;
      }
    };
    const inner = thrown(() =>
      clock.time('check', () =>
        clock.time('compose', () => {
          throw new TypeError('Cannot read properties of undefined');
        }),
      ),
    );
    expect(failureOf(inner).message).toBe(
      'Bug in Foldmark: it failed while it was filling in templates and styles.',
    );
    const later = await clock
      .timeAsync('proof', () => Promise.reject(new TypeError('x')))
      .catch((cause: unknown) => cause);
    expect(failureOf(later).message).toBe('Bug in Foldmark: it failed while it was drawing the proof.');
  });

  test("keeps an author's own words from steering the terminal", () => {
    const cause = new UsageError('There is no folder \u001b[2Jx.', {
      code: 'RUN-004',
      place: 'command line',
      hint: 'Name it.',
    });
    expect(formatFailure(failureOf(cause))).toBe(
      'command line error RUN-004 There is no folder \\u001b[2Jx.\n  hint: Name it.',
    );
  });
});

describe('before anything is loaded', () => {
  const source = (path: string): string =>
    readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8');

  test.each(['cli.ts', 'cli/required-node.ts'])(
    '%s imports nothing by itself, so that an old Node.js can read it',
    (path) => {
      expect(source(path)).not.toMatch(/^(?:import|export)\b[^;(]*\bfrom ['"]|^import ['"]|^await /m);
    },
  );

  test('the least Node.js is the one that package.json asks for', () => {
    const { engines } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as { engines: { node: string } };
    const least = /^>=(\d+)\.(\d+)\.0$/.exec(engines.node);
    const [major, minor] = [Number(least?.[1]), Number(least?.[2])];
    expect(refusedNode(`${major}.${minor}.0`)).toBeUndefined();
    expect(refusedNode(`${major}.${minor - 1}.9`)).toContain(`needs Node.js ${major}.${minor} or later`);
  });

  test('files that cannot be loaded are one line', () => {
    expect(notLoaded(new Error('EMFILE: too many open files\nat x'))).toMatchObject({
      code: 'RUN-021',
      exit: 1,
      message: 'Files of Foldmark cannot be loaded: EMFILE: too many open files',
    });
  });
});
