// A settings file as a tree that knows where each of its words stands: the one shape between YAML and the
// schemas.
import type { SourcePath, Span } from '../model/source-span.js';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly at: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SettingNode[];
  readonly at: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, { readonly at: Span; readonly value: SettingNode }>;
  readonly at: Span;
}

export type SettingNode = ScalarNode | ListNode | MapNode;

/** The way to a setting: `['print', 'margins', 'top']`. */
export type SettingPath = readonly PropertyKey[];

/** A file without any setting in it. */
export function emptySettings(path: SourcePath, line = 1): MapNode {
  return { kind: 'map', entries: new Map(), at: { path, line, column: 1 } };
}

/** The tree as plain values for a schema. A key without a value counts as not given. */
export function plainValue(setting: SettingNode): unknown {
  if (setting.kind === 'scalar') return setting.value;
  if (setting.kind === 'list') return setting.items.map(plainValue);
  const given = [...setting.entries].filter(([, { value }]) => !isEmptySetting(value));
  return Object.fromEntries(given.map(([key, { value }]) => [key, plainValue(value)]));
}

export function isEmptySetting(setting: SettingNode): boolean {
  return setting.kind === 'scalar' && setting.value === null;
}

/** The setting at a path, if the file gives it. */
export function settingAt(root: SettingNode, path: SettingPath): SettingNode | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  const next = child(root, step);
  return next && settingAt(next, rest);
}

/** Where a setting's value stands; where it is not given, the nearest thing around it that is. */
export function placeOf(root: SettingNode, path: SettingPath): Span {
  return settingAt(root, path)?.at ?? (path.length === 0 ? root.at : placeOf(root, path.slice(0, -1)));
}

/** Where a key stands. */
export function keyPlaceOf(root: SettingNode, path: SettingPath): Span {
  const holder = settingAt(root, path.slice(0, -1));
  const key = path.at(-1);
  const entry = holder?.kind === 'map' ? holder.entries.get(String(key)) : undefined;
  return entry?.at ?? placeOf(root, path);
}

/** The tree without the settings at some paths: what is left of a file once its mistakes are set aside. */
export function withoutSetting(root: SettingNode, paths: readonly SettingPath[]): SettingNode {
  if (root.kind === 'scalar' || paths.length === 0) return root;
  const under = groupByStep(paths);
  if (root.kind === 'list') {
    return { ...root, items: root.items.flatMap((item, index) => keep(item, under.get(String(index)))) };
  }
  const entries = [...root.entries].flatMap(([key, { at, value }]) =>
    keep(value, under.get(key)).map((kept) => [key, { at, value: kept }] as const),
  );
  return { ...root, entries: new Map(entries) };
}

function keep(setting: SettingNode, paths: readonly SettingPath[] = []): readonly SettingNode[] {
  return paths.some((path) => path.length === 0) ? [] : [withoutSetting(setting, paths)];
}

function groupByStep(paths: readonly SettingPath[]): ReadonlyMap<string, readonly SettingPath[]> {
  const groups = new Map<string, SettingPath[]>();
  for (const [step, ...rest] of paths) {
    const group = groups.get(String(step));
    if (group) group.push(rest);
    else groups.set(String(step), [rest]);
  }
  return groups;
}

function child(setting: SettingNode, step: PropertyKey): SettingNode | undefined {
  if (setting.kind === 'list') return setting.items[Number(step)];
  return setting.kind === 'map' ? setting.entries.get(String(step))?.value : undefined;
}
