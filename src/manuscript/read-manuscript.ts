// The manuscript room's door: from the files of a book folder to chapters in reading order.
import { quotesOf } from '../config/values/quotes.js';
import { GENERATED_KINDS, type Chapter, type ChapterKind, type Manuscript } from '../model/book.js';
import type { CastMember } from '../model/cast.js';
import type { BookConfig, FileEntry } from '../model/settings.js';
import { finding, hasError, outcome, type Finding, type Outcome } from '../model/finding.js';
import { elementsOf, type Flow } from '../model/flow.js';
import type { SourcePath } from '../model/source-span.js';
import type { World } from '../model/world.js';
import { generatedChapter, makeChapter } from './read-chapter.js';
import { checkCharacters } from './characters/check-characters.js';
import { chaptersOf } from './file-chapters.js';
import { chapterId, uniqueNames } from './slugs.js';
import type { TypographyOptions } from './markdown-parser.js';
import { readFragment } from './parse-fragment.js';
import { settleMentions } from './cast-mentions.js';
import { manuscriptFiles } from '../config/manuscript-files.js';
import { kindByName, readingOrder, type OrderStep } from './reading-order.js';
import { joinSections } from './join-files.js';
import { readInline, readMarkdown } from './short-texts.js';
import { hasContent } from './split-chapters.js';
import { sumMarks } from './sum-marks.js';
import { withoutNeedless } from './text-defaults.js';
import { bookTitleFindings, bookTitleHeads, cutOfOnlyFile, type BookTitleHeads } from './book-title-heads.js';
import { foreignKeys } from './foreign-keys.js';
import { readTextFile, type TextFile } from './chapter-file.js';

/**
 * Reads the whole manuscript. Findings: all TEXT and TYPO codes and CAST-001, CAST-002; CONF codes for files
 * that cannot be read and for front matter. Links are left for the book room to resolve, as model/flow.ts
 * says.
 */
export function readManuscript(order: {
  world: World;
  config: BookConfig;
  cast: readonly CastMember[];
}): Outcome<Manuscript> {
  const { config, cast } = order;
  const diagnostics: Finding[] = [];
  const take = <T>({ value, diagnostics: found }: Outcome<T>): T => {
    diagnostics.push(...found);
    return value;
  };

  const files = take(openFiles(order.world, config));
  diagnostics.push(...foreignKeys([...files.values()].map(({ frontMatter }) => frontMatter)));
  const dedication =
    config.dedication &&
    take(readMarkdown({ ...config.dedication, typography: typographyOf(config), owner: 'dedication' }));
  const chapters = withoutNeedless(take(readChapters({ config, files, dedication })), config);
  const settled = take(settleMentions(chapters, { cast, find: config.cast.find }));
  diagnostics.push(
    ...checkCharacters({
      config,
      chapters: settled,
      lines: new Map([...files].map(([path, { source }]) => [path, source.written ?? source.lines])),
    }),
  );
  diagnostics.push(...emptiness(settled, { config, diagnostics }));
  const section =
    dedication && (settled.find((chapter) => chapter.kind === 'dedication')?.flow ?? dedication);
  return outcome(
    { metadata: config.metadata, cast, chapters: settled, ...(section && { dedication: section }) },
    sumMarks(diagnostics),
  );
}

/** Each file that the order names or may take is read once. */
function openFiles(world: World, config: BookConfig): Outcome<ReadonlyMap<SourcePath, TextFile>> {
  const { front, chapters, back } = config.order;
  const named = [...front, ...(chapters ?? []), ...back].flatMap((entry) =>
    'file' in entry ? filesOf(entry) : 'part' in entry ? entry.chapters.flatMap(filesOf) : [],
  );
  const paths = chapters ? named : [...new Set([...named, ...manuscriptFiles(world.book)])];
  const reads = paths.map((path) => ({ path, read: readTextFile(world, path) }));
  const standing = new Set(named);
  const elsewhere = chapters ? new Set<SourcePath>() : standElsewhere(reads.map(({ read }) => read.value));
  const kept = reads.filter(({ path }) => standing.has(path) || !elsewhere.has(path));
  return outcome(
    new Map(kept.flatMap(({ path, read }) => (read.value ? [[path, read.value]] : []))),
    kept.flatMap(({ read }) => read.diagnostics),
  );
}

/** Texts that others include whole are no chapters of their own. */
function standElsewhere(files: readonly (TextFile | undefined)[]): ReadonlySet<SourcePath> {
  const out = new Set<SourcePath>();
  for (const file of files) {
    if (file && !out.has(file.source.path)) file.included?.forEach((path) => out.add(path));
  }
  const kept = files.flatMap((file) => (file && !out.has(file.source.path) ? (file.included ?? []) : []));
  return new Set(kept);
}

function filesOf({ file, sections = [] }: FileEntry): readonly SourcePath[] {
  return [file, ...sections.map((one) => one.file)];
}

interface Reading {
  readonly config: BookConfig;
  readonly files: ReadonlyMap<SourcePath, TextFile>;
  readonly dedication: Flow | undefined;
}

function readChapters(reading: Reading): Outcome<readonly Chapter[]> {
  const { config, files } = reading;
  const kindOf = (file: SourcePath): ChapterKind => files.get(file)?.frontMatter.role ?? kindByName(file);
  const uniqueId = uniqueNames(idsOfAuthor(reading));
  const diagnostics: Finding[] = [];
  let part: OpenPart | undefined;
  const flows = mayBeChapters(reading, kindOf);
  const bookTitles = bookTitleHeads(flows, config.metadata.title);
  diagnostics.push(...bookTitleFindings(flows, bookTitles));
  const chapters = readingOrder(config.order, { files: [...files.keys()], kindOf }).flatMap((step) => {
    const made = chaptersOfStep(step, { ...reading, kindOf, uniqueId, part, bookTitles });
    diagnostics.push(...made.diagnostics);
    part = partAfter(step, { made: made.value, part });
    return made.value;
  });
  return outcome(chapters, diagnostics);
}

function mayBeChapters({ config, files }: Reading, kindOf: Place['kindOf']): readonly Flow[] {
  return [...files].flatMap(([path, { source, frontMatter }]) =>
    kindOf(path) === 'chapter'
      ? [readFragment(source, typographyOf(config, frontMatter.language)).value.flow]
      : [],
  );
}

/** The ids that the author gave anywhere; the names of sections that templates make stay theirs. */
function idsOfAuthor({ config, files }: Reading): ReadonlySet<string> {
  const given = [...files.values()].flatMap(({ source, frontMatter }) => {
    const read = readFragment(source, typographyOf(config, frontMatter.language)).value;
    const flows = [read.flow, ...read.notes.map(({ flow }) => flow)];
    return flows.flatMap((flow) => elementsOf(flow)).flatMap(({ attributes: { id } }) => id ?? []);
  });
  return new Set(given.filter((id) => !(GENERATED_KINDS as readonly string[]).includes(id)));
}

/** The part that the reading stands in: one that book.yml lists holds only its list. */
interface OpenPart {
  readonly id: string;
  readonly from: 'list' | 'text';
}

interface Place extends Reading {
  readonly kindOf: (file: SourcePath) => ChapterKind;
  readonly uniqueId: ReturnType<typeof uniqueNames>;
  readonly part: OpenPart | undefined;
  readonly bookTitles: BookTitleHeads;
}

function chaptersOfStep(step: OrderStep, place: Place): Outcome<readonly Chapter[]> {
  if (step.kind === 'file') return chaptersOfFile(step, place);
  if (step.kind === 'part') return partChapter(step, place);
  const made = generatedChapter({ id: place.uniqueId(step.section), role: step.role, kind: step.section });
  return outcome([
    step.section === 'dedication' && place.dedication
      ? { ...made, flow: place.dedication, at: step.at }
      : made,
  ]);
}

function chaptersOfFile(step: OrderStep & { kind: 'file' }, place: Place): Outcome<readonly Chapter[]> {
  const { config, files, kindOf, uniqueId } = place;
  const file = files.get(step.file);
  if (!file) return outcome([]);
  const kind = step.entry?.kind ?? kindOf(step.file);
  const part = step.inPart === 'yes' || place.part?.from === 'text' ? place.part : undefined;
  const isLong = step.role === 'body' && kind === 'chapter' && file.frontMatter.role === undefined;
  const typography = typographyOf(config, file.frontMatter.language);
  const { title } = config.metadata;
  const split = isLong
    ? (config.split ?? cutOf({ file, typography, title, alone: files.size === 1 }))
    : undefined;
  const sections = (step.entry?.sections ?? []).flatMap(({ depth, file: path }) => {
    const section = files.get(path);
    return section
      ? [{ depth, file: section, typography: typographyOf(config, section.frontMatter.language) }]
      : [];
  });
  const order = {
    file,
    kind,
    uniqueId,
    role: step.role,
    typography,
    bookTitle: title,
    bookTitles: place.bookTitles,
    ...(split && { split }),
    ...(part && step.role === 'body' && kind !== 'part' && { part: part.id }),
    ...(step.entry?.title !== undefined && { title: step.entry.title }),
    ...(step.entry?.numbered !== undefined && { numbered: step.entry.numbered }),
  };
  return chaptersOf(sections.length === 0 ? order : joinSections(order, sections));
}

function cutOf(from: {
  file: TextFile;
  typography: TypographyOptions;
  title: string;
  alone: boolean;
}): BookConfig['split'] {
  if (!from.alone) return undefined;
  return cutOfOnlyFile(readFragment(from.file.source, from.typography).value.flow, from.title);
}

function partChapter(step: OrderStep & { kind: 'part' }, place: Place): Outcome<readonly Chapter[]> {
  const title = readInline({ markdown: step.title, at: step.at, typography: typographyOf(place.config) });
  const id = place.uniqueId(chapterId(`part ${step.title}`));
  const made = makeChapter({
    id,
    role: 'body',
    kind: 'part',
    title: title.value,
    flow: [],
    notes: [],
    depth: 1,
    at: step.at,
    classes: [],
  });
  return outcome([made.value], [...title.diagnostics, ...made.diagnostics]);
}

/** A part that is a file, or a heading of one, runs until the next part or the back. */
function partAfter(
  step: OrderStep,
  now: { made: readonly Chapter[]; part: OpenPart | undefined },
): OpenPart | undefined {
  if (step.kind === 'section' || (step.kind === 'file' && step.role !== 'body')) return undefined;
  const part = now.made.findLast((chapter) => chapter.kind === 'part');
  return part ? { id: part.id, from: step.kind === 'part' ? 'list' : 'text' } : now.part;
}

/** The author's own marks for the book's language, the usual ones for a chapter in another. */
function typographyOf(config: BookConfig, language?: string): TypographyOptions {
  const { language: book, direction } = config.metadata;
  if (language === undefined || language === book)
    return { language: book, direction, quotes: config.typography.quotes };
  return { language, direction, quotes: quotesOf(language) };
}

/** Where something could not be read, the missing words have been reported already. */
function emptiness(
  chapters: readonly Chapter[],
  from: { config: BookConfig; diagnostics: readonly Finding[] },
): readonly Finding[] {
  const written = chapters.filter((chapter) => chapter.kind !== 'dedication');
  if (written.some((chapter) => hasContent(chapter.flow)) || hasError(from.diagnostics)) return [];
  return [
    finding('TEXT-001', {
      message: 'The manuscript is empty: no chapter holds any words.',
      at: { path: 'book.yml', line: 1 },
      hint: from.config.order.chapters
        ? 'List Markdown files under "chapters:".'
        : 'Write a Markdown file, such as 01-beginning.md, beside book.yml.',
    }),
  ];
}
