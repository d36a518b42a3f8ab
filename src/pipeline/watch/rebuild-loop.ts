// Builds now and after each change. A change that comes while a build runs ends it and begins the next at
// once; but the build that follows one that was ended so is let finish, or someone who saves without a pause
// would never see a page.

export interface Changes {
  /** Whether anything that the last build read is not as it was. */
  changed(): boolean;
  /** Tells that something may have changed, until the function that it returns is called. */
  listen(heard: () => void): () => void;
}

export interface Session {
  readonly changes: Changes;
  /** One build; rejects with the signal's reason when that is aborted. */
  readonly build: (signal: AbortSignal) => Promise<void>;
  /** Aborting it ends the session, and with it the build that runs. */
  readonly signal: AbortSignal;
}

/** Runs until the signal is aborted, and rejects with its reason then; or with whatever a build throws. */
export async function keepBuilding({ changes, build, signal }: Session): Promise<never> {
  let mayBeOvertaken = true;
  for (;;) {
    signal.throwIfAborted();
    const overtaken = await buildOnce({ changes, build, signal, mayBeOvertaken });
    mayBeOvertaken = !overtaken;
    if (!overtaken && !changes.changed()) await nextChange(changes, signal);
  }
}

/** Whether the build was ended for the next. */
async function buildOnce({
  changes,
  build,
  signal,
  mayBeOvertaken,
}: Session & { readonly mayBeOvertaken: boolean }): Promise<boolean> {
  const stop = new AbortController();
  const over = (): void => {
    stop.abort(signal.reason);
  };
  signal.addEventListener('abort', over, { once: true });
  const deafen = changes.listen(() => {
    if (mayBeOvertaken && changes.changed()) stop.abort(OVERTAKEN);
  });
  try {
    await build(stop.signal);
    return false;
  } catch (reason) {
    if (reason !== OVERTAKEN) throw reason;
    return true;
  } finally {
    deafen();
    signal.removeEventListener('abort', over);
  }
}

const OVERTAKEN = new Error('Another change came before the build was done.');

async function nextChange(changes: Changes, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const end = (): void => {
      deafen();
      reject(signal.reason as Error);
    };
    const deafen = changes.listen(() => {
      if (!changes.changed()) return;
      deafen();
      signal.removeEventListener('abort', end);
      resolve();
    });
    signal.addEventListener('abort', end, { once: true });
  });
}
