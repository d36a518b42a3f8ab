// The chapters of one file.
import type { FrontMatter } from '../config/front-matter.js';
import { CHAPTER_KINDS, type Chapter, type ChapterKind, type ChapterRole } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { finding, outcome, type Finding, type Outcome } from '../model/finding.js';
import { textOf, type ElementNode, type Flow } from '../model/flow.js';
import { headingFacts, makeChapter, type ChapterFacts } from './read-chapter.js';
import { readFragment, type ParsedFragment } from './parse-fragment.js';
import { plainHeading } from './headings.js';
import { chapterId, fileId, type uniqueNames } from './slugs.js';
import type { TypographyOptions } from './markdown-parser.js';
import { readInline } from './short-texts.js';
import { hasContent, headingLevel, plainWords, splitAtHeadings, type Section } from './split-chapters.js';
import { withoutBookTitle, type BookTitleHeads } from './book-title-heads.js';
import { titleOfFlow } from './file-title.js';
import type { TextFile } from './chapter-file.js';

export interface FileOrder {
  readonly file: TextFile;
  readonly kind: ChapterKind;
  readonly role: ChapterRole;
  readonly part?: string;
  readonly typography: TypographyOptions;
  /** Absent where the file is one chapter. */
  readonly split?: NonNullable<BookConfig['split']>;
  readonly uniqueId: ReturnType<typeof uniqueNames>;
  /** The text where it is not the file's alone, and where its other files begin. */
  readonly fragment?: Outcome<ParsedFragment>;
  readonly joined?: NonNullable<Chapter['joined']>;
  /** For a file without a title, and whether the chapter has a number. */
  readonly title?: string;
  readonly numbered?: boolean;
  readonly bookTitle: string;
  readonly bookTitles: BookTitleHeads;
}

/** Findings: TEXT-041 a file without words, TEXT-042 a heading without words, and those of its text. */
export function chaptersOf(order: FileOrder): Outcome<readonly Chapter[]> {
  const { value: fragment, diagnostics: found } = order.fragment ?? readFile(order);
  if (isEmptyFile(order, fragment)) return outcome([], [...found, emptyFile(order)]);
  const { split, bookTitle } = order;
  const sections = split ? splitAtHeadings(fragment.flow, { split, bookTitle }) : [];
  const isWhole = !split || sections.every((section) => !section.heading);
  const made = isWhole
    ? [wholeFile(order, fragment)]
    : splitFile({ ...order, split }, { fragment, sections });
  return outcome(
    made.map(({ value }) => value),
    [...found, ...made.flatMap(({ diagnostics }) => diagnostics)],
  );
}

/** A file's text without the book's title and without empty headings. */
export function readFile(
  order: Pick<FileOrder, 'file' | 'typography' | 'bookTitles'>,
): Outcome<ParsedFragment> {
  const read = readFragment(order.file.source, order.typography);
  const cleaned = withoutEmptyHeadings(withoutBookTitle(read.value.flow, order.bookTitles));
  return outcome({ ...read.value, flow: cleaned.value }, [...read.diagnostics, ...cleaned.diagnostics]);
}

function isEmptyFile({ file }: FileOrder, { flow, notes }: ParsedFragment): boolean {
  return file.frontMatter.title === undefined && notes.length === 0 && !hasContent(flow);
}

function emptyFile({ file }: FileOrder): Finding {
  return finding('TEXT-041', {
    message: 'The file holds no words, and is left out.',
    at: { path: file.source.path, line: 1 },
    hint: 'Write it, or delete it from the order of the book.',
  });
}

/** One that links lead to stays. */
function withoutEmptyHeadings(flow: Flow): Outcome<Flow> {
  const isEmpty = (node: Flow[number]): node is ElementNode =>
    headingLevel(node) < Infinity &&
    node.type === 'element' &&
    node.attributes['id'] === undefined &&
    !hasContent(node.children);
  return outcome(
    flow.filter((node) => !isEmpty(node)),
    flow.filter(isEmpty).map((node) =>
      finding('TEXT-042', {
        message: 'The heading has no words, and is left out.',
        ...(node.at && { at: node.at }),
        hint: 'Write its words, or delete the line.',
      }),
    ),
  );
}

/** The title is the front matter's, or a heading's, which is taken out of the text. */
function wholeFile(order: FileOrder, fragment: ParsedFragment): Outcome<Chapter> {
  const { frontMatter, source } = order.file;
  const found = titleOfFlow(fragment.flow, frontMatter.title);
  const heading = found.title;
  const isBooks = heading && plainWords(frontMatter.title ?? '') === plainWords(order.bookTitle);
  const given = frontMatter.title === undefined || isBooks ? undefined : titleOf(frontMatter.title, order);
  const repeats =
    given === undefined || (heading && textOf(given.value).trim() === textOf(heading.children).trim());
  const taken = repeats ? heading : undefined;
  const said = headingFacts(taken);
  const { title: _, titleAt: __, role: ___, ...front } = facts(frontMatter);
  const made = makeChapter({
    kind: order.kind,
    ...(order.numbered !== undefined && { numbered: order.numbered }),
    ...said.value,
    ...front,
    ...(front.shortTitle !== undefined && { shortTitle: textOf(titleOf(front.shortTitle, order).value) }),
    id: idOf(order, said.value.id, fileId(source.path)),
    role: order.role,
    title: given?.value ?? taken?.children ?? listedTitleOf(order),
    ...(order.joined && { joined: order.joined }),
    flow: taken ? found.flow : fragment.flow,
    notes: fragment.notes,
    depth: taken ? found.depth : 1,
    at: taken?.at ?? firstPlace(order, fragment.flow),
    classes: [...front.classes, ...said.value.classes],
    ...(order.part !== undefined && { part: order.part }),
  });
  return outcome(made.value, [...(given?.diagnostics ?? []), ...said.diagnostics, ...made.diagnostics]);
}

function listedTitleOf(order: FileOrder): Flow {
  return order.title === undefined ? [] : titleOf(order.title, order).value;
}

/** What a chapter takes of front matter. */
function facts(frontMatter: FrontMatter): Omit<FrontMatter, 'foreign' | 'weight' | 'draft'> {
  const { foreign: _, weight: __, draft: ___, ...rest } = frontMatter;
  return rest;
}

type SplitOrder = FileOrder & { readonly split: BookConfig['split'] };

function splitFile(
  order: SplitOrder,
  from: { fragment: ParsedFragment; sections: readonly Section[] },
): readonly Outcome<Chapter>[] {
  let part = order.part;
  return from.sections.map((section) => {
    const made = splitChapter(order, { ...from, section, part });
    if (section.level === 'part') part = made.value.id;
    // What follows the body belongs to no part.
    if (made.value.role !== 'body') part = order.part;
    return made;
  });
}

function splitChapter(
  order: SplitOrder,
  from: { fragment: ParsedFragment; section: Section; part: string | undefined },
): Outcome<Chapter> {
  const { frontMatter, source } = order.file;
  const { heading, level, flow } = from.section;
  const said = headingFacts(heading);
  const kind = said.value.kind ?? (level === 'part' ? 'part' : 'chapter');
  const name = heading ? chapterId(textOf(plainHeading(heading.children))) : fileId(source.path);
  const part = level === 'chapter' && CHAPTER_KINDS[kind] === 'body' ? from.part : undefined;
  const facts: ChapterFacts = {
    ...said.value,
    ...(frontMatter.author !== undefined && { author: frontMatter.author }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    id: idOf(order, said.value.id, name),
    role: said.value.kind === undefined ? order.role : CHAPTER_KINDS[kind],
    kind,
    title: heading?.children ?? [],
    flow,
    notes: from.fragment.notes,
    depth: order.split?.chapter ?? 1,
    at: heading?.at ?? firstPlace(order, flow),
    classes: [...frontMatter.classes, ...said.value.classes],
    ...(part !== undefined && { part }),
    // A stretch without a heading stands before all chapters, as a foreword does.
    ...(heading ? {} : { numbered: false, listed: false }),
    ...(from.section.unnumbered && { numbered: false }),
  };
  const made = makeChapter(facts);
  return outcome(made.value, [...said.diagnostics, ...made.diagnostics]);
}

/** An id that Foldmark makes gives way to those that the author gave. */
function idOf(order: FileOrder, given: string | undefined, made: string): string {
  return given === undefined ? order.uniqueId(made) : order.uniqueId(given, 'written');
}

function titleOf(markdown: string, order: FileOrder): Outcome<Flow> {
  const { source, frontMatter } = order.file;
  const at = frontMatter.titleAt ?? { path: source.path, line: 1 };
  return readInline({ markdown, at, typography: order.typography });
}

function firstPlace(order: FileOrder, flow: Flow): ChapterFacts['at'] {
  const first = flow.find((node): node is ElementNode => node.type === 'element' && node.at !== undefined);
  return first?.at ?? { path: order.file.source.path, line: 1 };
}
