// What was composed is checked while tabs lay it out: the checks wait for nobody, and an error that they find
// ends the layout.
import { outcome, type Finding } from '../model/finding.js';
import type { Run } from './build-run.js';

/** What the work is given: both are optional to use. */
export interface Checking {
  /** Runs the checks now; once, however often it is called. */
  check(): Promise<void>;
  /** Aborted when nothing is to be made of what was composed, and with the run. */
  readonly signal: AbortSignal;
}

/** What came of the work beside the checks; undefined when an error that they found ended it. */
export async function whileChecking<T>(
  run: Run,
  checks: readonly (() => readonly Finding[])[],
  work: (checking: Checking) => Promise<T>,
): Promise<T | undefined> {
  const checking = startChecks(run, checks);
  if (run.stopped()) await checking.check();
  if (isRefused(checking.signal)) return undefined;
  try {
    return await work(checking);
  } catch (cause) {
    if (isRefused(checking.signal)) return undefined;
    throw cause;
  }
}

/** The reason of a signal that the checks aborted, and not the run. */
const REFUSED = new Error('An error was found in what was composed.');

function isRefused(signal: AbortSignal): boolean {
  return signal.reason === REFUSED;
}

function startChecks(run: Run, checks: readonly (() => readonly Finding[])[]): Checking {
  // not AbortSignal.any: whoever listens to that stays in memory until it is aborted
  const refusing = new AbortController();
  const abort = (): void => {
    refusing.abort(run.signal.reason);
  };
  run.signal.addEventListener('abort', abort, { once: true });
  const all = async (): Promise<void> => {
    for (const one of checks) {
      run.take(outcome(undefined, run.clock.time('check', one)));
      await run.pause();
    }
    if (run.stopped()) refusing.abort(REFUSED);
  };
  let asked: Promise<void> | undefined;
  return { check: () => (asked ??= all()), signal: refusing.signal };
}
