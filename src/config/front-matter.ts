// What a chapter's file says of itself before its text, in the words of any tool.
import { kebab } from './canonical-keys.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath, Span } from '../model/source-span.js';
import { readBySchema } from './validate-tree.js';
import { inOrder } from './sort-findings.js';
import { given } from './metadata.js';
import { frontMatterSchema, type WrittenKind } from './schema/front-matter.js';
import { objectIn, type FrontMatterBlock } from './front-matter-block.js';
import { readToml, settingsOf, titleBlockFields } from './plain-settings.js';
import { isEmptySetting, placeOf, type MapNode, type SettingNode } from './settings-tree.js';
import { parseYaml } from './yaml.js';

export interface FrontMatter {
  /** Markdown, and where it stands. */
  readonly title?: string;
  readonly titleAt?: Span;
  readonly shortTitle?: string;
  readonly role?: WrittenKind;
  readonly author?: string;
  readonly numbered?: boolean;
  readonly listed?: boolean;
  readonly language?: string;
  readonly classes: readonly string[];
  /** Keys that other tools read. */
  readonly foreign?: readonly { readonly key: string; readonly at: Span }[];
  /** The place of the file among its neighbours, where no order is given. */
  readonly weight?: number;
  readonly draft?: boolean;
}

type Source = Pick<FrontMatterBlock, 'form' | 'text' | 'firstLine'> & { readonly path: SourcePath };

/** All that front matter says, as written; undefined where it cannot be read. */
export function frontMatterTree(source: Source): Outcome<MapNode | undefined> {
  const at = { path: source.path, line: source.firstLine, column: 1 };
  const tree = treeOf(source, at);
  if (tree.value?.kind === 'map') return outcome(tree.value, tree.diagnostics);
  return outcome(undefined, tree.diagnostics);
}

function treeOf(source: Source, at: Span): Outcome<SettingNode | undefined> {
  const { form, text, path, firstLine } = source;
  if (form === 'yaml') return yamlTree({ yaml: text, path, firstLine });
  if (form === 'title-block') return outcome(settingsOf(titleBlockFields(text), { text, at }));
  if (form === 'json') return outcome(settingsOf(objectIn(text) ?? {}, { text, at }));
  const toml = readToml(text);
  if ('value' in toml) return outcome(settingsOf(toml.value, { text, at }));
  const rescued = yamlTree({ yaml: text.replace(/^([\w-]+)\s*=\s*/gm, '$1: '), path, firstLine });
  return outcome(rescued.value, [unreadable(`The TOML does not parse: ${toml.reason}.`, at)]);
}

/** Titles with a colon are the usual reason why YAML does not parse: they are put in quotes. */
function yamlTree(source: {
  yaml: string;
  path: SourcePath;
  firstLine: number;
}): Outcome<SettingNode | undefined> {
  const parsed = parseYaml(source);
  const fault = parsed.diagnostics.find(({ code }) => code === 'CONF-001');
  if (!fault) return outcome(parsed.value, parsed.diagnostics.map(repeatedKey));
  const quoted = parseYaml({ ...source, yaml: withQuotes(source.yaml) });
  if (quoted.diagnostics.some(({ code }) => code === 'CONF-022')) return quoted;
  const value = quoted.value ?? parseYaml({ ...source, yaml: plainKeys(source.yaml) }).value;
  return outcome(value, [unreadable(fault.message, fault.at, fault.hint)]);
}

const VALUE = /^([\w-]+:[ \t]+)([^\s"'|>[{#].*?)[ \t]*$/gm;

function withQuotes(yaml: string): string {
  return yaml.replace(VALUE, (_, key: string, value: string) => key + JSON.stringify(value));
}

/** The lines that are a key with its value, and nothing else. */
function plainKeys(yaml: string): string {
  const lines = yaml.split('\n').map((line) => (/^[\w-]+:[ \t]+\S/.test(line) ? line : ''));
  return lines
    .map((line) =>
      line.replace(/^([\w-]+:[ \t]+)(.*)$/, (_, key: string, value: string) => {
        return (
          key +
          JSON.stringify(
            value
              .trim()
              .replace(/^(["'])(.*)\1$/, '$2')
              .replace(/^["']/, ''),
          )
        );
      }),
    )
    .join('\n');
}

/** The first value holds, which is as good as the second. */
function repeatedKey(found: Finding): Finding {
  if (found.code !== 'CONF-021') return found;
  return inPart(found, ': the first one is taken.');
}

function inPart({ code: _, severity: __, ...said }: Finding, end: string): Finding {
  return finding('CONF-041', { ...said, message: said.message.replace(/\.$/, end) });
}

function unreadable(message: string, at: Span | undefined, hint?: string): Finding {
  return finding('CONF-041', {
    message: message.replace(/\.$/, ': only the lines that can be read are used.'),
    ...(at && { at }),
    hint: hint ?? 'Write one "key: value" on each line, and text with special signs in quotes.',
  });
}

/**
 * Reads front matter. A value that a chapter cannot have is left out (CONF-041); keys of other tools are
 * gathered for one note on the book.
 */
export function readFrontMatter(source: Source): Outcome<FrontMatter> {
  const parsed = frontMatterTree(source);
  if (!parsed.value || isEmptySetting(parsed.value)) return outcome({ classes: [] }, parsed.diagnostics);
  const { own, foreign, weight, draft } = sortKeys(parsed.value);
  const read = readBySchema(own, { schema: frontMatterSchema });
  const diagnostics = inOrder([...parsed.diagnostics, ...read.diagnostics.map(leftOut)]);
  const others = { ...given({ weight, draft }), ...(foreign.length > 0 && { foreign }) };
  if (!read.value) return outcome({ classes: [], ...others }, diagnostics);
  const { value, tree } = read.value;
  return outcome(
    {
      ...given({
        title: value.title,
        titleAt: value.title === undefined ? undefined : placeOf(tree, ['title']),
        shortTitle: value['short-title'],
        role: value.role,
        author: value.author,
        numbered: value.numbered,
        listed: value.listed,
        language: value.language,
      }),
      classes: value.classes ?? [],
      ...others,
    },
    diagnostics,
  );
}

function leftOut(found: Finding): Finding {
  return inPart(found, ': left out.');
}

const OWN_KEYS: ReadonlySet<string> = new Set(Object.keys(frontMatterSchema.shape));

/** What other tools call a key of ours. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  lang: 'language',
  locale: 'language',
  authors: 'author',
  by: 'author',
  'link-title': 'short-title',
  'short-name': 'short-title',
  class: 'classes',
};

/** Where a file stands among its neighbours: Hugo, Just the Docs, Docusaurus. */
const WEIGHTS: ReadonlySet<string> = new Set(['weight', 'nav-order', 'sidebar-position', 'order']);

interface SortedKeys {
  readonly own: MapNode;
  readonly foreign: readonly { readonly key: string; readonly at: Span }[];
  readonly weight: number | undefined;
  readonly draft: boolean | undefined;
}

function sortKeys(tree: MapNode): SortedKeys {
  const entries = new Map<string, { at: Span; value: SettingNode }>();
  const foreign: { key: string; at: Span }[] = [];
  let weight: number | undefined;
  let draft: boolean | undefined;
  for (const [key, { at, value }] of tree.entries) {
    const plain = kebab(key);
    const name = OTHER_NAMES[plain] ?? plain;
    if (OWN_KEYS.has(name) && !entries.has(name)) entries.set(name, { at, value: ownValue(name, value) });
    else foreign.push({ key, at });
    if (value.kind !== 'scalar') continue;
    if (WEIGHTS.has(plain) && Number.isFinite(Number(value.value))) weight ??= Number(value.value);
    if (plain === 'draft') draft = value.value === true || value.value === 'true';
  }
  return { own: { ...tree, entries }, foreign, weight, draft };
}

function ownValue(key: string, value: SettingNode): SettingNode {
  if (key === 'author') return { kind: 'scalar', value: peopleIn(value).join(', ') || null, at: value.at };
  const isTitle = key === 'title' || key === 'short-title';
  return isTitle && value.kind === 'scalar' && typeof value.value === 'boolean'
    ? { ...value, value: String(value.value) }
    : value;
}

/** The names in one text, in a list of texts, or in maps that have a name. */
export function peopleIn(value: SettingNode): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(peopleIn);
  if (value.kind === 'scalar') return value.value === null ? [] : [String(value.value)];
  const name = ['name', 'text', 'literal'].flatMap((key) => value.entries.get(key)?.value ?? [])[0];
  if (name) return peopleIn(name);
  const part = (...keys: string[]): string =>
    keys.flatMap((key) => {
      const one = value.entries.get(key)?.value;
      return one?.kind === 'scalar' ? [String(one.value)] : [];
    })[0] ?? '';
  const joined = `${part('given', 'first')} ${part('family', 'last')}`.trim();
  return joined === '' ? [...value.entries.keys()].slice(0, 1) : [joined];
}
