// A signal outlives the work under it: nothing of what listened may stay, or Node.js prints a warning of its
// own.
import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { buildBooks } from '../../../src/pipeline/build-books.js';
import { untilAborted } from '../../../src/pipeline/cancellation.js';

test('work that is done, that failed or that was aborted leaves no listener', async () => {
  const controller = new AbortController();
  await expect(untilAborted(controller.signal, Promise.resolve(1))).resolves.toBe(1);
  await expect(untilAborted(controller.signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
  const waiting = untilAborted(controller.signal, new Promise(() => undefined));
  controller.abort(new Error('stop'));
  await expect(waiting).rejects.toThrow('stop');
  await expect(untilAborted(controller.signal, Promise.resolve(1))).rejects.toThrow('stop');
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

test('several books leave no listener on the signal of the run', async () => {
  const { signal } = new AbortController();
  const ends = await buildBooks({ folders: ['none/a', 'none/b', 'none/c'], signal });
  expect(ends.map((end) => 'failure' in end)).toEqual([true, true, true]);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
