// The keys of book.yml that a book leaves open, from the files of other tools and from its first file.
import { finding, outcome, type Finding, type Outcome } from '../../model/finding.js';
import type { SourcePath, Span } from '../../model/source-span.js';
import type { Files } from '../../model/world.js';
import { canonicalKeys } from '../canonical-keys.js';
import { decodeText } from '../decode-text.js';
import { findFrontMatter } from '../front-matter-block.js';
import { frontMatterTree, peopleIn } from '../front-matter.js';
import type { BookFiles } from '../listed-files.js';
import { manuscriptFiles } from '../manuscript-files.js';
import { settingsOf } from '../plain-settings.js';
import { bookSchema } from '../schema/book.js';
import { jsonSchemaOf } from '../schema/json.js';
import { plainValue, settingAt, type MapNode, type SettingNode } from '../settings-tree.js';
import type { OtherEntry, OtherOrder } from './other-book.js';
import { readOtherTools } from './read-other-tools.js';

/** What a tool's file may say of a book. */
const TAKEN: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'author',
  'language',
  'published',
  'description',
  'publisher',
  'rights',
  'isbn',
  'doi',
  'subjects',
  'cover',
]);

/** Keys that only the first file of a pandoc or Quarto book has. */
const OF_BOOKS =
  /^(?:subtitle|lang|cover-image|rights|publisher|isbn|documentclass|site|bibliography|geometry|toc|book|header-includes|identifier)$/;

interface Around {
  readonly files: Files;
  readonly bookFiles: BookFiles;
}

/** Finding: CONF-045, files that another tool's order names and the folder does not hold. */
export function addOtherTools(tree: MapNode, { files, bookFiles }: Around): Outcome<MapNode> {
  const other = readOtherTools(files);
  const order = tree.entries.has('chapters') ? undefined : other.order;
  const ordered = order ? withOrder(tree, order, { files, bookFiles }) : outcome(tree);
  const first = firstFile({ files, bookFiles }, ordered.value);
  const trees = [
    ...other.settings.map(({ path, text, settings }) =>
      settingsOf(settings, { text, at: { path, line: 1, column: 1 } }),
    ),
    ...(first ? [first] : []),
  ];
  const value = trees.reduce<MapNode>((now, one) => withSettings(now, one, bookFiles), ordered.value);
  return outcome(value, ordered.diagnostics);
}

/** Keys that book.yml has not, and whose values it could have. */
function withSettings(tree: MapNode, other: SettingNode, bookFiles: BookFiles): MapNode {
  if (other.kind !== 'map') return tree;
  const canonical = canonicalKeys(other, jsonSchemaOf(bookSchema)).value;
  if (canonical.kind !== 'map') return tree;
  const added = [...canonical.entries].flatMap(([key, { at, value }]) => {
    const read = TAKEN.has(key) && !tree.entries.has(key) ? ownForm(key, value) : undefined;
    return read && isValid(key, read, bookFiles) ? [[key, { at, value: read }] as const] : [];
  });
  return added.length === 0 ? tree : { ...tree, entries: new Map([...tree.entries, ...added]) };
}

function ownForm(key: string, value: SettingNode): SettingNode | undefined {
  if (key === 'author') {
    const names = peopleIn(value);
    return {
      kind: 'list',
      items: names.map((name) => ({ kind: 'scalar', value: name, at: value.at })),
      at: value.at,
    };
  }
  if (key !== 'published' || value.kind !== 'scalar') return value;
  const date = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(String(value.value))?.[0];
  return date === undefined ? undefined : { ...value, value: date };
}

function isValid(key: string, value: SettingNode, bookFiles: BookFiles): boolean {
  const plain = plainValue(value);
  if (key === 'cover' && !(typeof plain === 'string' && bookFiles.has(plain))) return false;
  return bookSchema.safeParse({ title: 'Untitled', [key]: plain }).success;
}

/** The first file speaks of the book if it is the only one, is called index, or has keys of books. */
function firstFile({ files }: Around, tree: MapNode): MapNode | undefined {
  const listed = settingAt(tree, ['chapters', 0]);
  const all = manuscriptFiles(files);
  const named = listed && firstIn(listed);
  const path = named ?? all.find((one) => /(^|\/)index\.[^/]*$/i.test(one)) ?? all[0];
  if (path === undefined) return undefined;
  const read = files.read(path);
  const text = 'bytes' in read ? decodeText(read.bytes, path).value : undefined;
  const head = text === undefined ? undefined : findFrontMatter(text.split('\n'));
  if (head?.kind !== 'block') return undefined;
  const own = frontMatterTree({ ...head, path }).value;
  const isBooks =
    all.length === 1 ||
    head.form === 'title-block' ||
    /(^|\/)index\.(?:qmd|rmd)$/i.test(path) ||
    [...(own?.entries.keys() ?? [])].some((key) => OF_BOOKS.test(key));
  return own && isBooks ? own : undefined;
}

function firstIn(setting: SettingNode): SourcePath | undefined {
  if (setting.kind === 'scalar') return typeof setting.value === 'string' ? setting.value : undefined;
  const inner = setting.kind === 'list' ? setting.items[0] : setting.entries.get('files')?.value;
  const part = setting.kind === 'map' ? setting.entries.get('chapters')?.value : undefined;
  return inner || part ? firstIn((inner ?? part) as SettingNode) : undefined;
}

// An order of another tool as the list "chapters:" of book.yml.

function withOrder(tree: MapNode, order: OtherOrder, { files, bookFiles }: Around): Outcome<MapNode> {
  const read = files.read(order.path);
  const text = 'bytes' in read ? (decodeText(read.bytes, order.path).value ?? '') : '';
  const lines = text.split('\n');
  const missing: { file: string; at: Span }[] = [];
  const seen = new Set<SourcePath>(namedElsewhere(tree));
  const placeOf = (word: string): Span => {
    const line = lines.findIndex((one) => one.includes(word.replace(/^.*\//, '')));
    return { path: order.path, line: Math.max(0, line) + 1, column: 1 };
  };
  const isThere = (file: string): boolean => {
    if (!bookFiles.has(file)) missing.push({ file, at: placeOf(file) });
    const fresh = bookFiles.has(file) && !seen.has(file);
    if (fresh) seen.add(file);
    return fresh;
  };
  const items = chaptersOf(order.entries, { isThere, placeOf });
  const at = { path: order.path, line: 1, column: 1 };
  const value: SettingNode = { kind: 'list', items, at };
  const entries = new Map([...tree.entries, ['chapters', { at, value }] as const]);
  return outcome(items.length === 0 ? tree : { ...tree, entries }, missingFiles(order.path, missing));
}

/** Files of `front:` and `back:` stay there. */
function namedElsewhere(tree: MapNode): readonly string[] {
  return ['front', 'back'].flatMap((key) => {
    const list = tree.entries.get(key)?.value;
    const items = list?.kind === 'list' ? list.items : [];
    return items.flatMap((one) => (one.kind === 'scalar' && typeof one.value === 'string' ? one.value : []));
  });
}

interface Placing {
  readonly isThere: (file: string) => boolean;
  readonly placeOf: (word: string) => Span;
}

function chaptersOf(entries: readonly OtherEntry[], placing: Placing): readonly SettingNode[] {
  const items: SettingNode[] = [];
  let part: { title: string; at: Span; chapters: SettingNode[] } | undefined;
  const close = (): void => {
    if (part && part.chapters.length > 0)
      items.push(
        mapNode({ part: word(part.title, part.at), chapters: listNode(part.chapters, part.at) }, part.at),
      );
    part = undefined;
  };
  for (const entry of entries) {
    if (entry.part !== undefined && entry.file === undefined) {
      close();
      part = { title: entry.part, at: placing.placeOf(entry.part), chapters: [] };
      continue;
    }
    if (entry.unnumbered === true || entry.role !== undefined || entry.part !== undefined) close();
    const chapters = chapterOf(entry, placing);
    (part?.chapters ?? items).push(...chapters);
  }
  close();
  return items;
}

/** A chapter without a file of its own gives its sections as chapters. */
function chapterOf(entry: OtherEntry, placing: Placing): readonly SettingNode[] {
  if (entry.file === undefined || !placing.isThere(entry.file))
    return entry.sections.flatMap((one) => chapterOf(one, placing));
  const at = placing.placeOf(entry.file);
  const sections = entry.sections.flatMap((one) => sectionsOf(one, placing));
  const files = listNode([word(entry.file, at), ...sections], at);
  return [
    mapNode(
      {
        files,
        ...(entry.title !== undefined && entry.title !== '' && { title: word(entry.title, at) }),
        ...(entry.unnumbered === true || entry.role === 'front' ? { numbered: word(false, at) } : {}),
        ...(entry.role === 'back' && { role: word('appendix', at) }),
      },
      at,
    ),
  ];
}

/** Below a section all files are of one level more. */
function sectionsOf(entry: OtherEntry, placing: Placing): readonly SettingNode[] {
  const own =
    entry.file !== undefined && placing.isThere(entry.file)
      ? [word(entry.file, placing.placeOf(entry.file))]
      : [];
  const below = filesBelow(entry, placing);
  if (below.length === 0) return own;
  return own.length === 0 ? below : [...own, listNode(below, below[0]?.at ?? placing.placeOf(''))];
}

function filesBelow(entry: OtherEntry, placing: Placing): readonly SettingNode[] {
  return entry.sections.flatMap((one) => [
    ...(one.file !== undefined && placing.isThere(one.file)
      ? [word(one.file, placing.placeOf(one.file))]
      : []),
    ...filesBelow(one, placing),
  ]);
}

function word(value: string | boolean, at: Span): SettingNode {
  return { kind: 'scalar', value, at };
}

function listNode(items: readonly SettingNode[], at: Span): SettingNode {
  return { kind: 'list', items, at };
}

function mapNode(entries: Readonly<Record<string, SettingNode>>, at: Span): MapNode {
  return {
    kind: 'map',
    entries: new Map(Object.entries(entries).map(([key, value]) => [key, { at, value }])),
    at,
  };
}

function missingFiles(path: SourcePath, missing: readonly { file: string; at: Span }[]): readonly Finding[] {
  const [first] = missing;
  if (!first) return [];
  const names = missing.slice(0, 3).map(({ file }) => `"${file}"`);
  const rest = missing.length > names.length ? ` and ${missing.length - names.length} more` : '';
  const [what, verb] = missing.length === 1 ? ['a file that does', 'it is'] : ['files that do', 'they are'];
  return [
    finding('CONF-045', {
      message: `${path} names ${what} not exist, and ${verb} left out: ${names.join(', ')}${rest}.`,
      at: first.at,
      hint: 'Write the files, or delete them from the list.',
    }),
  ];
}
