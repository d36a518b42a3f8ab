// How findings name settings and values in a sentence.
import { schemasAt, type JsonSchema } from './schema/json.js';
import type { SettingNode, SettingPath } from './settings-tree.js';

/** What is wanted at a path, in the words of the schema's title. */
export function wantedAt(schema: JsonSchema, path: SettingPath): string {
  const found = schemasAt(schema, path);
  const titled = found.find((one) => one.title !== undefined)?.title;
  return titled ?? BY_TYPE[found.flatMap((one) => one.type ?? [])[0] ?? ''] ?? 'another value';
}

const BY_TYPE: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

/** What was found, as a sentence names it. */
export function describe(setting: SettingNode | undefined): string {
  if (!setting || setting.kind === 'map') return 'keys with values';
  if (setting.kind === 'list') return 'a list';
  if (typeof setting.value !== 'string')
    return typeof setting.value === 'number'
      ? `the number ${setting.value}`
      : String(setting.value ?? 'nothing');
  return setting.value.length > 40
    ? `the text "${setting.value.slice(0, 40)}…"`
    : `the text "${setting.value}"`;
}

/** A setting as a sentence names it. */
export function nameOf(path: SettingPath): string {
  const key = path.at(-1);
  if (key === undefined) return 'the file';
  return typeof key === 'number'
    ? `an item${path.length > 1 ? ` of "${String(path.at(-2))}"` : ''}`
    : `"${String(key)}"`;
}

/** The key that a setting stands in, where it stands in one. */
export function inside(path: SettingPath): string {
  const holder = path
    .slice(0, -1)
    .filter((step) => typeof step === 'string')
    .at(-1);
  return holder === undefined ? '' : ` in "${holder}"`;
}

export function orList(words: readonly string[]): string {
  const quoted = words.map((one) => `"${one}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
