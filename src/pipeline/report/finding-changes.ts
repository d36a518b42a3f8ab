// What is new and what is gone since the last build of a session. A line that was written above moves all
// findings below it, so a finding is known again by its code, its file and its message.
import type { Finding } from '../../model/finding.js';

export interface FindingChanges {
  readonly fresh: readonly Finding[];
  readonly gone: readonly Finding[];
  /** Whether there is no build before. */
  readonly isFirst: boolean;
}

export interface FindingHistory {
  /**
   * Compares with the build before; with nothing for the first. A build that fails looks at less: what it
   * could not see is not gone, and not new when it is seen again.
   */
  next(found: readonly Finding[], outcome: 'built' | 'failed'): FindingChanges;
}

export function openHistory(): FindingHistory {
  let known: readonly Finding[] = [];
  let last: 'built' | 'failed' | undefined;
  return {
    next: (found, outcome) => {
      const fresh = unmatched(found, known);
      const missing = unmatched(known, found);
      const isGone = ({ severity }: Finding): boolean =>
        outcome === 'built' || (last === 'failed' && severity === 'error');
      const gone = missing.filter(isGone);
      known = [...found, ...missing.filter((one) => !isGone(one))];
      const isFirst = last === undefined;
      last = outcome;
      return { fresh, gone, isFirst };
    },
  };
}

/**
 * Those of `some` that have no partner among `others`: at the same place first, anywhere in the file then.
 */
function unmatched(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  return [exactly, roughly].reduce<Remaining>(
    ({ some: left, others: right }, key) => withoutPairs({ some: left, others: right }, key),
    { some, others },
  ).some;
}

interface Remaining {
  readonly some: readonly Finding[];
  readonly others: readonly Finding[];
}

function withoutPairs({ some, others }: Remaining, key: (one: Finding) => string): Remaining {
  const waiting = new Map<string, Finding[]>();
  for (const one of others) {
    const equal = waiting.get(key(one));
    if (equal) equal.push(one);
    else waiting.set(key(one), [one]);
  }
  const left = some.filter((one) => waiting.get(key(one))?.shift() === undefined);
  return { some: left, others: [...waiting.values()].flat() };
}

function exactly(one: Finding): string {
  return JSON.stringify([roughly(one), one.at?.line, one.at?.column, one.seen?.page, one.seen?.line]);
}

function roughly({ code, message, at, seen }: Finding): string {
  return JSON.stringify([code, message, at?.path, seen?.artifact]);
}
