// How long things took. The only clock of the build; nothing that is pressed depends on it.

/** Collects milliseconds by stage; a stage entered twice adds up. */
export interface Clock {
  /** Runs a stage and counts its time. */
  time<T>(stage: string, work: () => T): T;
  timeAsync<T>(stage: string, work: () => Promise<T>): Promise<T>;
  readonly spent: Readonly<Record<string, number>>;
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
      } finally {
        add(stage, since);
      }
    },
    timeAsync: async (stage, work) => {
      const since = performance.now();
      try {
        return await work();
      } finally {
        add(stage, since);
      }
    },
  };
}
