// A settings tree read by its schema: all mistakes are found at once, and what is left without them is still
// used.
import type { z } from 'zod';
import { outcome, type Finding, type Outcome } from '../model/finding.js';
import { mistakesOf } from './schema-issues.js';
import { jsonSchemaOf } from './schema/json.js';
import { plainValue, withoutSetting, type SettingNode } from './settings-tree.js';

export interface Settled<T> {
  readonly value: T;
  /** The tree the value was read from, its mistakes taken out: paths into the value hold in it too. */
  readonly tree: SettingNode;
}

/** Taking out one mistake may leave its holder without something required, and so on outward. */
const MOST_ROUNDS = 8;

/**
 * Reads a tree by a schema. `fallback` stands in for required keys of the outermost map, so that one missing
 * key does not hide what is wrong elsewhere; undefined when nothing can be made of the file.
 */
export function readBySchema<Schema extends z.ZodType>(
  tree: SettingNode,
  { schema, fallback = {} }: { schema: Schema; fallback?: Readonly<Record<string, unknown>> },
): Outcome<Settled<z.output<Schema>> | undefined> {
  const first = schema.safeParse(plainValue(tree));
  if (first.success) return outcome({ value: first.data, tree });
  const judging = { schema: jsonSchemaOf(schema) };
  let mistakes = mistakesOf(first.error.issues, { ...judging, root: tree });
  const diagnostics: readonly Finding[] = mistakes.map(({ found }) => found);
  let rest = tree;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    rest = withoutSetting(
      rest,
      mistakes.map(({ drop }) => drop),
    );
    const again = schema.safeParse(withFallback(plainValue(rest), fallback));
    if (again.success) return outcome({ value: again.data, tree: rest }, diagnostics);
    mistakes = mistakesOf(again.error.issues, { ...judging, root: rest });
  }
  return outcome(undefined, diagnostics);
}

function withFallback(plain: unknown, fallback: Readonly<Record<string, unknown>>): unknown {
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain)
    ? { ...fallback, ...plain }
    : plain;
}
