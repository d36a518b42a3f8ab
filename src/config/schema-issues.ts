// From a schema's issue to a finding in an author's words, with the place of the key or the value it is
// about.
import type { z } from 'zod';
import type { DiagnosticCode } from '../model/codes.js';
import { finding, type Finding } from '../model/finding.js';
import { schemasAt, type JsonSchema } from './schema/json.js';
import { closest } from './decode-text.js';
import { answerTo, wordsIn } from './synonyms.js';
import { didYouMean } from './values/parsed-value.js';
import { keyPlaceOf, placeOf, settingAt, type SettingNode, type SettingPath } from './settings-tree.js';

/** One thing that is wrong, and the setting to leave out so that the rest can be read. */
export interface Mistake {
  readonly found: Finding;
  readonly drop: SettingPath;
  /** The key that is missing, or that an unknown key was most likely meant to be. */
  readonly missing?: SettingPath;
  readonly meant?: SettingPath;
}

type Issue = z.core.$ZodIssue;

interface Judging {
  readonly root: SettingNode;
  readonly schema: JsonSchema;
}

/** Findings CONF-002 to CONF-005, CONF-023, and whatever code a value's own reader gave. */
export function mistakesOf(issues: readonly Issue[], judging: Judging): readonly Mistake[] {
  const mistakes = issues.flatMap((issue) => mistakesOfOne(issue, issue.path, judging));
  const meant = new Set(mistakes.flatMap((one) => (one.meant ? [JSON.stringify(one.meant)] : [])));
  // `titel: Io` is one slip, not an unknown key and a missing title.
  return mistakes.filter((one) => !one.missing || !meant.has(JSON.stringify(one.missing)));
}

function mistakesOfOne(issue: Issue, path: SettingPath, judging: Judging): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], judging));
  if (issue.code === 'invalid_union') return choiceMistakes(issue, path, judging);
  if (issue.code === 'invalid_key')
    return issue.issues.flatMap((inner) => mistakesOfOne(inner, path, judging));
  const setting = settingAt(judging.root, path);
  if (!setting || (setting.kind === 'scalar' && setting.value === null)) return [missing(path, judging)];
  if (issue.code === 'custom') return [custom(issue, path, judging)];
  if (issue.code === 'invalid_value') return [unknownWord(issue.values.map(String), path, judging)];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [outOfRange(issue, path, judging)];
  return [wrongType(path, judging)];
}

/**
 * Of several forms that a value may have, the one it was meant to have is the one whose outermost type fits.
 */
function choiceMistakes(
  issue: Issue & { code: 'invalid_union' },
  path: SettingPath,
  judging: Judging,
): readonly Mistake[] {
  const setting = settingAt(judging.root, path);
  if (!setting) return [missing(path, judging)];
  const meant = issue.errors.find((branch) =>
    branch.every((one) => one.path.length > 0 || !isOfWrongForm(one, setting)),
  );
  if (!meant) return [wrongType(path, judging)];
  return meant.flatMap((one) => mistakesOfOne(one, [...path, ...one.path], judging));
}

const WRONG_FORM: ReadonlySet<Issue['code']> = new Set(['invalid_type', 'invalid_union']);

/** A word cannot have been meant by keys with values, or by a list. */
function isOfWrongForm({ code }: Issue, { kind }: SettingNode): boolean {
  return WRONG_FORM.has(code) || (code === 'invalid_value' && kind !== 'scalar');
}

function unknownKey(path: SettingPath, { root, schema }: Judging): Mistake {
  const key = String(path.at(-1));
  const known = schemasAt(schema, path.slice(0, -1)).flatMap((one) => Object.keys(one.properties ?? {}));
  const answer =
    path.length === 1 && known.includes('custom') ? answerTo(key, settingAt(root, path)) : undefined;
  const near = answer === undefined ? closest(key, known) : undefined;
  const otherwise = known.includes('custom')
    ? 'Delete it, or put it under "custom:" if your own templates want it.'
    : `Known here: ${known.join(', ')}.`;
  const found = finding('CONF-002', {
    message: `Unknown key "${key}"${inside(path)}.`,
    at: keyPlaceOf(root, path),
    hint: answer ?? didYouMean(near, otherwise),
  });
  return { found, drop: path, ...(near === undefined ? {} : { meant: [...path.slice(0, -1), near] }) };
}

function missing(path: SettingPath, { root, schema }: Judging): Mistake {
  const wanted = wantedAt(schema, path);
  const message = `"${String(path.at(-1))}" is missing${inside(path)}.`;
  const hint = `Add "${String(path.at(-1))}:" with ${wanted}.`;
  return {
    found: finding('CONF-004', { message, at: placeOf(root, path.slice(0, -1)), hint }),
    drop: path.slice(0, -1),
    missing: path,
  };
}

function custom(issue: Issue & { code: 'custom' }, path: SettingPath, { root }: Judging): Mistake {
  const { code, hint } = issue.params as { code: DiagnosticCode; hint: string };
  return { found: finding(code, { message: issue.message, at: placeOf(root, path), hint }), drop: path };
}

function unknownWord(words: readonly string[], path: SettingPath, judging: Judging): Mistake {
  const setting = settingAt(judging.root, path);
  if (setting?.kind !== 'scalar' || typeof setting.value !== 'string') return wrongType(path, judging);
  const near = closest(setting.value, words);
  const found = finding('CONF-005', {
    message: `Unknown word "${setting.value}" for ${nameOf(path)}.`,
    at: setting.at,
    hint: didYouMean(near, `Use ${orList(words)}.`),
  });
  return { found, drop: path };
}

function outOfRange(
  issue: Issue & { code: 'too_small' | 'too_big' },
  path: SettingPath,
  { root }: Judging,
): Mistake {
  const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const setting = settingAt(root, path);
  const empty = setting?.kind !== 'scalar' || setting.value === '';
  const message = empty
    ? `${capital(nameOf(path))} is empty.`
    : `${capital(nameOf(path))} must be ${limit}, and ${describe(setting)} was found.`;
  return {
    found: finding('CONF-023', {
      message,
      at: placeOf(root, path),
      hint: empty ? 'Fill it in, or leave the key out.' : 'Change the number.',
    }),
    drop: path,
  };
}

function wrongType(path: SettingPath, { root, schema }: Judging): Mistake {
  const setting = settingAt(root, path) ?? root;
  const wanted = wantedAt(schema, path);
  const message = `${capital(nameOf(path))} must be ${wanted}, and ${describe(setting)} was found.`;
  const hint =
    setting.kind === 'scalar'
      ? (typeHint(setting, schemasAt(schema, path)) ?? keyHint(setting, { path, schema }))
      : wordHint(setting, { path, schema });
  return {
    found: finding('CONF-003', { message, at: setting.at, ...(hint === undefined ? {} : { hint }) }),
    drop: path,
  };
}

/** `print: A5`: of its keys, the first is the one most written. */
function keyHint(
  setting: SettingNode,
  { path, schema }: { path: SettingPath; schema: JsonSchema },
): string | undefined {
  const [first] = schemasAt(schema, path).flatMap((one) => Object.keys(one.properties ?? {}));
  return first === undefined
    ? undefined
    : `Name the key that it is for: ${String(path.at(-1))}: { ${first}: ${wordsIn(setting)} }.`;
}

/** A list or a map, where one text is wanted: its first words are the text. */
function wordHint(
  setting: SettingNode,
  { path, schema }: { path: SettingPath; schema: JsonSchema },
): string | undefined {
  const wantsText = schemasAt(schema, path).some(
    (one) => one.type === 'string' || one.anyOf?.some((choice) => choice.type === 'string'),
  );
  const words = wordsIn(setting);
  return wantsText && words !== '' && typeof path.at(-1) === 'string'
    ? `Write "${String(path.at(-1))}: ${words}".`
    : undefined;
}

function typeHint(
  setting: SettingNode & { kind: 'scalar' },
  schemas: readonly JsonSchema[],
): string | undefined {
  const types = schemas.flatMap((one) => one.type ?? []);
  const written = String(setting.value);
  if (types.includes('string') && typeof setting.value !== 'string') return `Put it in quotes: "${written}".`;
  if (types.includes('boolean') && /^(yes|on|y|1)$/i.test(written)) return 'Write true.';
  if (types.includes('boolean') && /^(no|off|n|0)$/i.test(written)) return 'Write false.';
  if (types.includes('integer') && /^\d+$/.test(written)) return 'Write it without quotes.';
  return types.includes('array') ? `Write it as a list: [${written}].` : undefined;
}

// How findings name settings and values in a sentence.

/** What is wanted at a path, in the words of the schema's title. */
function wantedAt(schema: JsonSchema, path: SettingPath): string {
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
function describe(setting: SettingNode | undefined): string {
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
function nameOf(path: SettingPath): string {
  const key = path.at(-1);
  if (key === undefined) return 'the file';
  return typeof key === 'number'
    ? `an item${path.length > 1 ? ` of "${String(path.at(-2))}"` : ''}`
    : `"${String(key)}"`;
}

/** The key that a setting stands in, where it stands in one. */
function inside(path: SettingPath): string {
  const holder = path
    .slice(0, -1)
    .filter((step) => typeof step === 'string')
    .at(-1);
  return holder === undefined ? '' : ` in "${holder}"`;
}

function orList(words: readonly string[]): string {
  const quoted = words.map((one) => `"${one}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
