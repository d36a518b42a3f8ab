// Ends a wait in which nothing moves any more, and says what was under way.

/** Nothing moved for too long: the work would not have come to an end. */
export class NoProgress extends Error {
  override readonly name = 'NoProgress';
}

export interface Watchdog {
  /** Something moved; `what` names it for the message. */
  alive(what: string): void;
  /** What was named last. */
  last(): string;
  /** The work's result, or an error when nothing moved for too long. */
  watch<T>(work: Promise<T>): Promise<T>;
}

/** `patienceMs` without progress is taken for an endless layout. */
export function startWatchdog(patienceMs: number): Watchdog {
  let last = 'starting';
  let bark: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const wind = (): void => {
    clearTimeout(timer);
    if (bark !== undefined) timer = setTimeout(bark, patienceMs);
  };
  return {
    alive: (what) => {
      last = what;
      wind();
    },
    last: () => last,
    watch: (work) =>
      new Promise((resolve, reject) => {
        bark = () => {
          reject(new NoProgress(`No progress for ${Math.round(patienceMs / 1000)} s: ${last}.`));
        };
        wind();
        const end = (): void => {
          bark = undefined;
          clearTimeout(timer);
        };
        work.then(
          (value) => {
            end();
            resolve(value);
          },
          (reason: unknown) => {
            end();
            reject(reason instanceof Error ? reason : new Error(String(reason)));
          },
        );
      }),
  };
}
