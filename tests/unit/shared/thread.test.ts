import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openThread } from '../../../src/shared/worker-thread.js';

interface Talk {
  readonly question: string;
  readonly answer: string;
}

const SCRIPT = new URL('echo-thread.mjs', import.meta.url);

describe('a thread', () => {
  it('answers what it is asked, and is the same for the next question', async () => {
    const { ask } = openThread<Talk>(SCRIPT, { fallen: 'fallen' });
    const [one, two] = await Promise.all([ask('one'), ask('two')]);
    expect(one).toMatch(/^one from \d+$/);
    expect(two).toBe(one?.replace('one', 'two'));
  });

  it('fails a question by its own words, and goes on', async () => {
    const { ask } = openThread<Talk>(SCRIPT, { fallen: 'fallen' });
    await expect(ask('fail')).rejects.toThrow('as asked');
    expect(await ask('again')).toMatch(/^again/);
  });

  it('is let go when it has had nothing to do for a while, and another answers then', async () => {
    const { ask } = openThread<Talk>(SCRIPT, { fallen: 'fallen', keptMs: 20 });
    const first = await ask('same');
    await pause(200);
    const second = await ask('same');
    expect(second).toMatch(/^same from \d+$/);
    expect(second).not.toBe(first);
  });

  it('may be started before there is a question', async () => {
    const { ask, warmUp } = openThread<Talk>(SCRIPT, { fallen: 'fallen' });
    warmUp();
    warmUp();
    const [one, two] = await Promise.all([ask('same'), ask('same')]);
    expect(one).toMatch(/^same from \d+$/);
    expect(two).toBe(one);
  });
});
