// What was composed is checked while tabs lay it out; what the checks refuse is pressed no further.
import { outcome } from '../model/finding.js';
import type { compositionChecks } from './check-files.js';
import type { Run } from './build-run.js';

export interface CompositionChecks {
  /** Checks once, however often it is asked. */
  check(): Promise<void>;
  /** Aborted when nothing is to be made of what was composed, and with the run. */
  readonly refused: AbortSignal;
}

/** What the signal of a press says when the checks aborted it. */
const REFUSED = new Error('What was composed is not to be pressed.');

export function startCompositionChecks(
  run: Run,
  checks: ReturnType<typeof compositionChecks>,
): CompositionChecks {
  // not AbortSignal.any: whoever listens to that stays in memory until it is aborted
  const refusing = new AbortController();
  run.signal.addEventListener(
    'abort',
    () => {
      refusing.abort(run.signal.reason);
    },
    { once: true },
  );
  const all = async (): Promise<void> => {
    for (const one of checks) {
      run.take(outcome(undefined, run.clock.time('check', one)));
      await run.pause();
    }
    if (run.stopped()) refusing.abort(REFUSED);
  };
  let asked: Promise<void> | undefined;
  return { check: () => (asked ??= all()), refused: refusing.signal };
}

/** Whether it was the checks that aborted it, and not the run. */
export function isRefused(refused: AbortSignal): boolean {
  return refused.reason === REFUSED;
}

/** What came of the work; undefined when the checks ended it. */
export async function unlessRefused<T>(refused: AbortSignal, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (cause) {
    if (isRefused(refused)) return undefined;
    throw cause;
  }
}
