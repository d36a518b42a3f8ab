// When a watching session builds, told by hand: no files, no clock.
import { describe, expect, test } from 'vitest';
import { keepBuilding } from '../../../src/pipeline/watch/rebuild-loop.js';

describe('a watching session', () => {
  test('builds at once, and again after a change', async () => {
    const hand = session();
    await hand.begun(1);
    hand.end();
    await hand.idle();
    hand.save();
    await hand.begun(2);
    expect(hand.log).toEqual(['begin 1', 'end 1', 'begin 2']);
  });

  test('does not build for what makes no difference', async () => {
    const hand = session();
    await hand.begun(1);
    hand.end();
    await hand.idle();
    hand.rustle();
    await hand.idle();
    expect(hand.log).toEqual(['begin 1', 'end 1']);
  });

  test('ends a build that a change overtakes, and begins the next at once', async () => {
    const hand = session();
    await hand.begun(1);
    hand.save();
    await hand.begun(2);
    expect(hand.log).toEqual(['begin 1', 'stopped 1', 'begin 2']);
  });

  test('lets the build after that come to its end, whatever is saved meanwhile, and builds once more', async () => {
    const hand = session();
    await hand.begun(1);
    hand.save();
    await hand.begun(2);
    hand.save();
    hand.save();
    await hand.idle();
    hand.end();
    await hand.begun(3);
    expect(hand.log).toEqual(['begin 1', 'stopped 1', 'begin 2', 'end 2', 'begin 3']);
  });

  test('ends with the reason it is given, between builds and within one', async () => {
    const within = session();
    await within.begun(1);
    within.interrupt();
    await expect(within.over).rejects.toThrow('interrupted');
    const between = session();
    await between.begun(1);
    between.end();
    await between.idle();
    between.interrupt();
    await expect(between.over).rejects.toThrow('interrupted');
    expect(between.listeners()).toBe(0);
  });
});

interface Hand {
  readonly log: readonly string[];
  readonly over: Promise<never>;
  listeners(): number;
  save(): void;
  rustle(): void;
  end(): void;
  interrupt(): void;
  idle(): Promise<void>;
  begun(build: number): Promise<void>;
}

function session(): Hand {
  const log: string[] = [];
  const heard = new Set<() => void>();
  const stop = new AbortController();
  let changed = false;
  let builds = 0;
  let end = (): void => undefined;
  const build = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const own = (builds += 1);
      changed = false;
      log.push(`begin ${own}`);
      end = () => {
        log.push(`end ${own}`);
        resolve();
      };
      signal.addEventListener('abort', () => {
        log.push(`stopped ${own}`);
        reject(signal.reason as Error);
      });
    });
  const changes = {
    changed: () => changed,
    listen: (one: () => void) => {
      heard.add(one);
      return () => heard.delete(one);
    },
  };
  const over = keepBuilding({ changes, build, signal: stop.signal });
  over.catch(() => undefined);
  const rustle = (): void => {
    [...heard].forEach((one) => {
      one();
    });
  };
  const idle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    log,
    over,
    rustle,
    idle,
    listeners: () => heard.size,
    save: () => {
      changed = true;
      rustle();
    },
    end: () => {
      end();
    },
    interrupt: () => {
      stop.abort(new Error('interrupted'));
    },
    begun: async (build) => {
      await idle();
      expect(builds).toBe(build);
    },
  };
}
