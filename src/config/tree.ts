// A settings file as a tree that knows where each of its words stands: the one shape between YAML and the schemas.
import type { SourcePath, Span } from '../model/source.js';

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

/** The tree without the setting at a path: what is left of a file once a mistake is set aside. */
export function without(root: Setting, path: SettingPath): Setting {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  if (root.kind === 'list') {
    const index = Number(step);
    const items = root.items.flatMap((item, at) => (at !== index ? [item] : rest.length ? [without(item, rest)] : []));
    return { ...root, items };
  }
  if (root.kind === 'scalar') return root;
  const entries = new Map(root.entries);
  const entry = entries.get(String(step));
  if (!entry) return root;
  if (rest.length === 0) entries.delete(String(step));
  else entries.set(String(step), { ...entry, value: without(entry.value, rest) });
  return { ...root, entries };
}

function child(setting: Setting, step: PropertyKey): Setting | undefined {
  if (setting.kind === 'list') return setting.items[Number(step)];
  return setting.kind === 'map' ? setting.entries.get(String(step))?.value : undefined;
}
