// How often a cache had what was wanted, by kind.

export interface Count {
  readonly found: number;
  readonly made: number;
}

/** By kind; docs/internals/speed.md says which there are. */
export type Counts = Readonly<Record<string, Count>>;

export interface Counter {
  readonly counts: Counts;
  found(key: string): void;
  made(key: string): void;
}

export function startCount(): Counter {
  const counts: Record<string, { found: number; made: number }> = {};
  const of = (key: string): { found: number; made: number } =>
    (counts[key.slice(0, Math.max(0, key.lastIndexOf('-'))) || 'other'] ??= { found: 0, made: 0 });
  return {
    counts,
    found: (key) => {
      of(key).found += 1;
    },
    made: (key) => {
      of(key).made += 1;
    },
  };
}

/** A copy of what was counted. */
export function snapshot(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, { ...count }]));
}

/** What was counted since, and the sum of it. */
export function countedSince(before: Counts, now: Counts): Count & { readonly kinds: Counts } {
  const kinds = Object.fromEntries(
    Object.entries(now).map(([kind, { found, made }]) => [
      kind,
      { found: found - (before[kind]?.found ?? 0), made: made - (before[kind]?.made ?? 0) },
    ]),
  );
  const sum = (key: keyof Count): number =>
    Object.values(kinds).reduce((total, count) => total + count[key], 0);
  return { found: sum('found'), made: sum('made'), kinds };
}
