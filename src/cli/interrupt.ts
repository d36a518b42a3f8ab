// Control-C and its relatives: the build is told to stop and cleans up; a second one ends it at once.
import { EXIT } from './exit.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown through the build when it was asked to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

export function onInterrupt(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const heard = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort(new Interrupted('Interrupted.'));
  };
  for (const name of SIGNALS) process.on(name, heard);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of SIGNALS) process.off(name, heard);
    },
  };
}
