// How long things took. The only clock of the build; nothing that is pressed depends on it.

/** Collects milliseconds by stage; a stage entered twice adds up. */
export interface Clock {
  /** Runs a stage and counts its time. */
  time<T>(stage: string, work: () => T): T;
  timeAsync<T>(stage: string, work: () => Promise<T>): Promise<T>;
  readonly spent: Readonly<Record<string, number>>;
}

/** The stage in which something was thrown, the innermost one; undefined for what no stage threw. */
export function stageOf(cause: unknown): string | undefined {
  return cause instanceof Error ? stages.get(cause) : undefined;
}

const stages = new WeakMap<Error, string>();

function thrownIn(stage: string, cause: unknown): unknown {
  if (cause instanceof Error && !stages.has(cause)) stages.set(cause, stage);
  return cause;
}

export function startClock(): Clock {
  const spent: Record<string, number> = {};
  const add = (stage: string, since: number) => {
    spent[stage] = Math.round(((spent[stage] ?? 0) + performance.now() - since) * 10) / 10;
  };
  return {
    spent,
    time: (stage, work) => {
      const since = performance.now();
      try {
        return work();
      } catch (cause) {
        throw thrownIn(stage, cause);
      } finally {
        add(stage, since);
      }
    },
    timeAsync: async (stage, work) => {
      const since = performance.now();
      try {
        return await work();
      } catch (cause) {
        throw thrownIn(stage, cause);
      } finally {
        add(stage, since);
      }
    },
  };
}
