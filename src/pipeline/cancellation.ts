// How a build that was told to stop hears of it: work is raced against the signal, and long work pauses so
// that the signal can come in at all. And whether work is done.

/** The work's result; rejects with the signal's reason as soon as it is aborted. */
export async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  work.catch(() => undefined); // when the run was aborted, what the work says afterwards is not news
  signal.throwIfAborted(); // while something was computed without a pause
  let hear = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    hear = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', hear);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', hear); // a signal outlives the work: many books are built under one
  }
}

/** Lets what waits come in, and throws the signal's reason when it was a signal. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  signal.throwIfAborted();
}

/** Whether something that was begun is done already. */
export async function isSettled(begun: Promise<unknown> | undefined): Promise<boolean> {
  const done =
    begun === undefined
      ? true
      : begun.then(
          () => true,
          () => true,
        );
  return Promise.race([
    done,
    new Promise<boolean>((resolve) => {
      setImmediate(resolve, false);
    }),
  ]);
}
