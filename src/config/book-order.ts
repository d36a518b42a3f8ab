// The order of the book: front, chapters and back as lists of sections, files and parts.
import { CHAPTER_KINDS, GENERATED_KINDS, type ChapterKind } from '../model/book.js';
import type { BookConfig, FileEntry, OrderEntry } from '../model/settings.js';
import { isMarkdown } from './manuscript-files.js';
import { given } from './metadata.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import type { SourcePath, Span } from '../model/source-span.js';
import { missingFile, type BookFiles } from './listed-files.js';
import type { BookSettings } from './schema/book.js';
import { closest } from './decode-text.js';
import { placeOf, type SettingNode, type SettingPath } from './settings-tree.js';
import { readPath } from './values/settings-path.js';
import { didYouMean } from './values/parsed-value.js';

type Written = NonNullable<BookSettings['chapters']>;

/** Where the people of the book are, unless `cast:` says otherwise. */
export const USUAL_CAST_FILE = 'cast.yml';

/**
 * A book that says nothing of its front has of these what suits its text (manuscript/text-defaults.ts), in
 * this order.
 */
const USUAL_FRONT = [
  'cover',
  'title-page',
  'copyright',
  'dedication',
  'contents',
] as const satisfies readonly ChapterKind[];

/** Sections that a name alone puts into the book: templates make them, or a text of book.yml. */
const SECTIONS: ReadonlySet<string> = new Set([...GENERATED_KINDS, 'dedication']);

interface Ordering {
  readonly tree: SettingNode;
  readonly bookFiles: BookFiles;
  readonly hasDedication: boolean;
  /** Where each file was listed first. */
  readonly seen: Map<SourcePath, Span>;
  readonly findings: Finding[];
}

/**
 * The order as entries with their places. Files that do not exist, or stand there for the second time, are
 * left out; chapters of which nothing is left count as not listed, so that the book is not called empty for a
 * slip in a name. Findings: CONF-005, CONF-012, CONF-013, CONF-020, CONF-029.
 */
export function readOrder(
  settings: BookSettings,
  from: { tree: SettingNode; bookFiles: BookFiles },
): Outcome<BookConfig['order']> {
  const ordering: Ordering = {
    ...from,
    hasDedication: settings.dedication !== undefined,
    seen: new Map(),
    findings: [],
  };
  const front = settings.front
    ? asked(entriesOf(settings.front, ['front'], ordering), settings, from.tree)
    : usualFront(from.tree, settings);
  const chapters = settings.chapters && entriesOf(settings.chapters, ['chapters'], ordering);
  const back = settings.back ? entriesOf(settings.back, ['back'], ordering) : usualBack(from, settings);
  return outcome({ front, ...(chapters?.some(holdsSomething) ? { chapters } : {}), back }, ordering.findings);
}

function holdsSomething(entry: OrderEntry): boolean {
  return !('part' in entry) || entry.chapters.length > 0;
}

function usualFront(tree: SettingNode, { dedication, cover, contents }: BookSettings): readonly OrderEntry[] {
  const without = new Set<ChapterKind>([
    ...(dedication === undefined ? ['dedication' as const] : []),
    ...(cover?.shown === false ? ['cover' as const] : []),
    ...(contents === false ? ['contents' as const] : []),
  ]);
  return USUAL_FRONT.filter((kind) => !without.has(kind)).map((section) => ({ section, at: tree.at }));
}

/** A back cover goes with a usual front, whose cover it matches. */
function usualBack(
  { tree, bookFiles }: { tree: SettingNode; bookFiles: BookFiles },
  { front, cover }: BookSettings,
): readonly OrderEntry[] {
  const kinds: readonly ChapterKind[] = [
    ...(bookFiles.has(USUAL_CAST_FILE) ? ['cast' as const] : []),
    ...(front === undefined && cover?.shown !== false ? ['back-cover' as const] : []),
  ];
  return kinds.map((section) => ({ section, at: tree.at }));
}

/** `cover:` and `contents:` hold beside an order of the author's own. */
function asked(
  front: readonly OrderEntry[],
  { cover, contents }: BookSettings,
  tree: SettingNode,
): readonly OrderEntry[] {
  const has = (kind: ChapterKind): boolean => front.some((one) => 'section' in one && one.section === kind);
  const dropped = new Set<ChapterKind>([
    ...(cover?.shown === false ? ['cover' as const] : []),
    ...(contents === false ? ['contents' as const] : []),
  ]);
  const kept = front.filter((one) => !('section' in one) || !dropped.has(one.section));
  return [
    ...(cover?.shown === true && !has('cover')
      ? [{ section: 'cover' as const, at: placeOf(tree, ['cover']) }]
      : []),
    ...kept,
    ...(contents === true && !has('contents')
      ? [{ section: 'contents' as const, at: placeOf(tree, ['contents']) }]
      : []),
  ];
}

function entriesOf(written: Written, path: SettingPath, ordering: Ordering): readonly OrderEntry[] {
  return written.flatMap((one, index) => {
    const here = [...path, index];
    if (typeof one !== 'string')
      return 'files' in one ? chapterOf(one, here, ordering) : [partOf(one, here, ordering)];
    return entryOf(one, placeOf(ordering.tree, here), ordering);
  });
}

function partOf(
  written: { part: string; chapters: readonly (string | FilesOfChapter)[] },
  path: SettingPath,
  ordering: Ordering,
): OrderEntry {
  const chapters = written.chapters.flatMap((one, index) =>
    typeof one === 'string'
      ? fileOf(one, placeOf(ordering.tree, [...path, 'chapters', index]), ordering)
      : chapterOf(one, [...path, 'chapters', index], ordering),
  );
  return { part: written.part, chapters, at: placeOf(ordering.tree, [...path, 'part']) };
}

type FilesOfChapter = Extract<Written[number], { files: unknown }>;

/** The first file that is there is the chapter; the others are its sections. */
function chapterOf(
  { files, title, numbered, role }: FilesOfChapter,
  path: SettingPath,
  ordering: Ordering,
): readonly FileEntry[] {
  const found = files.flatMap((one, index) => {
    const here = [...path, 'files', index];
    const names = typeof one === 'string' ? [one] : one;
    return names.flatMap((name, place) =>
      fileOf(name, placeOf(ordering.tree, typeof one === 'string' ? here : [...here, place]), ordering).map(
        (file) => ({ ...file, depth: typeof one === 'string' ? 1 : 2 }),
      ),
    );
  });
  const [first, ...sections] = found;
  if (!first) return [];
  return [
    {
      file: first.file,
      at: first.at,
      ...(sections.length > 0 && { sections: sections.map(({ file, depth }) => ({ file, depth })) }),
      ...given({ title, numbered, kind: role }),
    },
  ];
}

function entryOf(written: string, at: Span, ordering: Ordering): readonly OrderEntry[] {
  if (!SECTIONS.has(written)) return fileOf(written, at, ordering);
  if (written !== 'dedication' || ordering.hasDedication) return [{ section: written as ChapterKind, at }];
  ordering.findings.push(
    finding('CONF-029', {
      message: 'There is no dedication to put here.',
      at,
      hint: 'Add "dedication:" with its words to book.yml.',
    }),
  );
  return [];
}

function fileOf(written: string, at: Span, ordering: Ordering): readonly { file: SourcePath; at: Span }[] {
  const reading = readPath(written);
  const fault =
    'fault' in reading
      ? finding(reading.fault.code, { message: reading.fault.message, at, hint: reading.fault.hint })
      : undefined;
  const file = 'value' in reading ? reading.value : written;
  const problem =
    fault ??
    wordProblem(file, at, ordering.bookFiles) ??
    missingFile(ordering.bookFiles, { path: file, at }) ??
    repeated(file, at, ordering.seen);
  if (problem) {
    ordering.findings.push(problem);
    return [];
  }
  ordering.seen.set(file, at);
  return [{ file, at }];
}

/** A word that is neither a section nor a Markdown file: a slip in one of the two. */
function wordProblem(word: string, at: Span, bookFiles: BookFiles): Finding | undefined {
  if (/[*?]/.test(word) || bookFiles.list(word).length > 0) {
    const files = bookFiles.list(/[*?]/.test(word) ? word.replace(/\/?[^/]*[*?].*$/, '') : word);
    const list = files.slice(0, 2).join(', ') + (files.length > 2 ? ', …' : '');
    return finding('CONF-005', {
      message: `"${word}" is a pattern for several files, and chapters: takes the name of each.`,
      at,
      hint:
        'Leave "chapters:" out, and all Markdown files are taken in the order of their names; or list ' +
        `each: [${list || '01-one.md, 02-two.md'}].`,
    });
  }
  if (isMarkdown(word)) return undefined;
  if (SECTIONS.has(word))
    return finding('CONF-005', {
      message: `"${word}" is a section of its own, and a part can hold chapter files only.`,
      at,
      hint: 'Move it out of the part.',
    });
  const near =
    closest(word, SECTIONS) ??
    [`${word}.md`].find(bookFiles.has) ??
    closest(word, Object.keys(CHAPTER_KINDS));
  const hint =
    near !== undefined && !SECTIONS.has(near) && !near.endsWith('.md')
      ? `Write it as a Markdown file with "role: ${near}" in its front matter, and list the file.`
      : didYouMean(near, `Name a Markdown file, or one of ${[...SECTIONS].join(', ')}.`);
  return finding('CONF-005', { message: `"${word}" is neither a section nor a Markdown file.`, at, hint });
}

function repeated(file: SourcePath, at: Span, seen: ReadonlyMap<SourcePath, Span>): Finding | undefined {
  const first = seen.get(file);
  return (
    first &&
    finding('CONF-012', {
      message: `The file "${file}" is listed twice.`,
      at,
      related: [{ at: first, message: 'first listed here' }],
      hint: 'Keep one of the two.',
    })
  );
}
