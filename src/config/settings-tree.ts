// A settings file as a tree that knows where each of its words stands: the one shape between YAML and the schemas.
import type { SourcePath, Span } from '../model/source-span.js';

export interface ScalarSetting {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly at: Span;
}

export interface ListSetting {
  readonly kind: 'list';
  readonly items: readonly Setting[];
  readonly at: Span;
}

export interface MapSetting {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, { readonly at: Span; readonly value: Setting }>;
  readonly at: Span;
}

export type Setting = ScalarSetting | ListSetting | MapSetting;

/** The way to a setting: `['print', 'margins', 'top']`. */
export type SettingPath = readonly PropertyKey[];

/** A file without any setting in it. */
export function emptySettings(path: SourcePath, line = 1): MapSetting {
  return { kind: 'map', entries: new Map(), at: { path, line, column: 1 } };
}

/** The tree as plain values for a schema. A key without a value counts as not given. */
export function plainValue(setting: Setting): unknown {
  if (setting.kind === 'scalar') return setting.value;
  if (setting.kind === 'list') return setting.items.map(plainValue);
  const given = [...setting.entries].filter(([, { value }]) => !isNothing(value));
  return Object.fromEntries(given.map(([key, { value }]) => [key, plainValue(value)]));
}

export function isNothing(setting: Setting): boolean {
  return setting.kind === 'scalar' && setting.value === null;
}

/** The setting at a path, if the file gives it. */
export function settingAt(root: Setting, path: SettingPath): Setting | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  const next = child(root, step);
  return next && settingAt(next, rest);
}

/** Where a setting's value stands; where it is not given, the nearest thing around it that is. */
export function placeOf(root: Setting, path: SettingPath): Span {
  return settingAt(root, path)?.at ?? (path.length === 0 ? root.at : placeOf(root, path.slice(0, -1)));
}

/** Where a key stands. */
export function keyPlaceOf(root: Setting, path: SettingPath): Span {
  const holder = settingAt(root, path.slice(0, -1));
  const key = path.at(-1);
  const entry = holder?.kind === 'map' ? holder.entries.get(String(key)) : undefined;
  return entry?.at ?? placeOf(root, path);
}

/** The tree without the settings at some paths: what is left of a file once its mistakes are set aside. */
export function without(root: Setting, paths: readonly SettingPath[]): Setting {
  if (root.kind === 'scalar' || paths.length === 0) return root;
  const under = groupByStep(paths);
  if (root.kind === 'list') {
    return { ...root, items: root.items.flatMap((item, index) => keep(item, under.get(String(index)))) };
  }
  const entries = [...root.entries].flatMap(([key, { at, value }]) => keep(value, under.get(key)).map((kept) => [key, { at, value: kept }] as const));
  return { ...root, entries: new Map(entries) };
}

function keep(setting: Setting, paths: readonly SettingPath[] = []): readonly Setting[] {
  return paths.some((path) => path.length === 0) ? [] : [without(setting, paths)];
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

function child(setting: Setting, step: PropertyKey): Setting | undefined {
  if (setting.kind === 'list') return setting.items[Number(step)];
  return setting.kind === 'map' ? setting.entries.get(String(step))?.value : undefined;
}
