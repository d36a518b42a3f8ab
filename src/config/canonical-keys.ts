// The keys of book.yml in their one spelling, before the schema looks at them.
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { schemasAt, type JsonSchema } from './schema/json.js';
import type { MapNode, SettingNode } from './settings-tree.js';
import { SYNONYMS, type Synonym } from './synonyms.js';

type Entry = MapNode['entries'] extends ReadonlyMap<string, infer E> ? E : never;

/**
 * The tree with every synonym under the key it stands for; places stay where the author wrote. `shortTitle`,
 * `Short_Title` and `short-title` are one key. Finding: CONF-021 where one thing is said by two keys.
 */
export function canonicalKeys(tree: SettingNode, schema: JsonSchema): Outcome<SettingNode> {
  if (tree.kind !== 'map') return outcome(tree);
  const findings: Finding[] = [];
  let settled: MapNode = { ...tree, entries: new Map() };
  for (const { path, entry, written, adds } of entriesOf(tree, schema)) {
    const before = entryAt(settled, path);
    const both = adds && before ? joined(before, entry) : undefined;
    if (both) settled = put(settled, path, both);
    else if (before) findings.push(saidTwice({ written, path, at: entry.at, first: before.at }));
    else settled = put(settled, path, entry);
  }
  return outcome(settled, findings);
}

interface Placed {
  readonly written: string;
  readonly path: readonly string[];
  readonly entry: Entry;
  readonly adds: boolean;
}

/** Keys in their own spelling stand before synonyms, so that these are what is said a second time. */
function entriesOf(tree: MapNode, schema: JsonSchema): readonly Placed[] {
  const placed = [...tree.entries].flatMap(([written, entry]): readonly Placed[] => {
    const { means, read, adds = false } = meaningOf(written, [], schema);
    const holder = means.length === 1 ? (means[0] ?? written) : undefined;
    const value = read?.(entry.value) ?? entry.value;
    if (holder === undefined || value.kind !== 'map' || !isHolder(holder, schema) || value.entries.size === 0)
      return [{ written, path: means, entry: { ...entry, value }, adds }];
    return [...value.entries].map(([inner, one]) => {
      const meaning = meaningOf(inner, [holder], schema);
      return {
        written: inner,
        path: meaning.means,
        entry: { ...one, value: meaning.read?.(one.value) ?? one.value },
        adds: false,
      };
    });
  });
  const own = (one: Placed): boolean => one.path.at(-1) === one.written;
  return [...placed.filter(own), ...placed.filter((one) => !own(one))];
}

function meaningOf(written: string, holder: readonly string[], schema: JsonSchema): Synonym {
  const known = keysOf(holder, schema);
  if (known.has(written)) return { means: [...holder, written] };
  const plain = kebab(written);
  const name = [...holder, plain].join('.');
  const synonym = Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
  return synonym ?? { means: [...holder, known.has(plain) ? plain : written] };
}

/** Keys that hold keys of the schema, and not an author's own. */
function isHolder(key: string, schema: JsonSchema): boolean {
  return keysOf([key], schema).size > 0;
}

function keysOf(path: readonly string[], schema: JsonSchema): ReadonlySet<string> {
  return new Set(schemasAt(schema, path).flatMap((one) => Object.keys(one.properties ?? {})));
}

/** `shortTitle`, `short_title` and `Short Title` are `short-title`. */
export function kebab(written: string): string {
  return written
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}

function joined(before: Entry, more: Entry): Entry | undefined {
  if (before.value.kind !== 'list' || more.value.kind !== 'list') return undefined;
  return { ...before, value: { ...before.value, items: [...before.value.items, ...more.value.items] } };
}

function entryAt(tree: MapNode, [key = '', ...rest]: readonly string[]): Entry | undefined {
  const entry = tree.entries.get(key);
  if (rest.length === 0 || !entry) return entry;
  return entry.value.kind === 'map' ? entryAt(entry.value, rest) : entry;
}

function put(tree: MapNode, [key = '', ...rest]: readonly string[], entry: Entry): MapNode {
  const inner = tree.entries.get(key);
  const holder: MapNode =
    inner?.value.kind === 'map' ? inner.value : { kind: 'map', entries: new Map(), at: entry.at };
  const value: Entry =
    rest.length === 0 ? entry : { at: inner?.at ?? entry.at, value: put(holder, rest, entry) };
  return { ...tree, entries: new Map([...tree.entries, [key, value]]) };
}

function saidTwice({
  written,
  path,
  at,
  first,
}: {
  written: string;
  path: readonly string[];
  at: Entry['at'];
  first: Entry['at'];
}): Finding {
  const key = path.join(': ');
  return finding('CONF-021', {
    message:
      written === path.at(-1)
        ? `The key "${key}" is given twice.`
        : `"${written}" says the same as "${key}", which is given too.`,
    at,
    related: [{ at: first, message: 'first given here' }],
    hint: 'Keep one of the two.',
  });
}
