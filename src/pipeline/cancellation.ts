// How a build that was told to stop hears of it: work is raced against the signal, and long work pauses so that the signal
// can come in at all. And whether work is done.

/** The work's result; rejects with the signal's reason as soon as it is aborted. */
export async function orAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error); // while something was computed without a pause
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    }, { once: true });
  });
  work.catch(() => undefined); // when the run was aborted, what the work says afterwards is not news
  return Promise.race([work, aborted]);
}

/** Lets what waits come in, and throws the signal's reason when it was a signal. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => { setImmediate(resolve); });
  signal.throwIfAborted();
}

/** Whether something that was begun is done already. */
export async function isThere(begun: Promise<unknown> | undefined): Promise<boolean> {
  const done = begun === undefined ? true : begun.then(() => true, () => true);
  return Promise.race([done, new Promise<boolean>((resolve) => { setImmediate(resolve, false); })]);
}
