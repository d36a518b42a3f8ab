// Control-C and its relatives: a build is told to stop and cleans up; a second one ends it at once, as does
// the first when there is nothing to clean up.
import { EXIT } from './exit-codes.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown through the build when it was asked to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Where nothing is to be cleaned up. */
let leave: () => void = () => {
  process.exit(EXIT.interrupted);
};

/** What a signal does just now. */
let hear: () => void = () => {
  leave();
};

/**
 * To be called before anything else is loaded. @param ending reports the interruption and ends the process
 */
export function listenForInterrupts(ending: (cause: Interrupted) => void): void {
  leave = () => {
    ending(new Interrupted('Interrupted.'));
  };
  for (const name of SIGNALS)
    process.on(name, () => {
      hear();
    });
}

/** From now on a signal aborts this instead, until `stop`. */
export function onInterrupt(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  hear = () => {
    if (controller.signal.aborted) leave();
    else controller.abort(new Interrupted('Interrupted.'));
  };
  return {
    signal: controller.signal,
    stop: () => {
      hear = () => {
        leave();
      };
    },
  };
}
