// The chapters of one file.
import { CHAPTER_KINDS, type Chapter, type ChapterKind, type ChapterRole } from '../model/book.js';
import type { BookConfig } from '../model/settings.js';
import { outcome, type Outcome } from '../model/finding.js';
import { textOf, type ElementNode, type Flow } from '../model/flow.js';
import { headingFacts, makeChapter, type ChapterFacts } from './read-chapter.js';
import { readFragment, type ParsedFragment } from './parse-fragment.js';
import { plainHeading } from './headings.js';
import { chapterId, fileId } from './slugs.js';
import type { TypographyOptions } from './markdown-parser.js';
import { readInline } from './short-texts.js';
import { headingLevel, splitAtHeadings, type Section } from './split-chapters.js';
import type { TextFile } from './chapter-file.js';

export interface FileOrder {
  readonly file: TextFile;
  readonly kind: ChapterKind;
  readonly role: ChapterRole;
  readonly part?: string;
  readonly typography: TypographyOptions;
  /** Absent where the file is one chapter. */
  readonly split?: NonNullable<BookConfig['split']>;
  readonly uniqueId: (name: string) => string;
}

export function chaptersOf(order: FileOrder): Outcome<readonly Chapter[]> {
  const fragment = readFragment(order.file.source, order.typography);
  const sections = order.split ? splitAtHeadings(fragment.value.flow, order.split) : [];
  const isWhole = !order.split || sections.every((section) => !section.heading);
  const made = isWhole
    ? [wholeFile(order, fragment.value)]
    : splitFile({ ...order, split: order.split }, { fragment: fragment.value, sections });
  return outcome(
    made.map(({ value }) => value),
    [...fragment.diagnostics, ...made.flatMap(({ diagnostics }) => diagnostics)],
  );
}

/** The title is the front matter's, or the first heading of level 1, which is taken out of the text. */
function wholeFile(order: FileOrder, fragment: ParsedFragment): Outcome<Chapter> {
  const { frontMatter, source } = order.file;
  const first = fragment.flow.findIndex((node) => headingLevel(node) === 1);
  const heading = first < 0 ? undefined : (fragment.flow[first] as ElementNode);
  const given = frontMatter.title === undefined ? undefined : titleOf(frontMatter.title, order);
  const repeats =
    given === undefined || (heading && textOf(given.value).trim() === textOf(heading.children).trim());
  const taken = repeats ? heading : undefined;
  const said = headingFacts(taken);
  const { title: _, titleAt: __, role: ___, ...front } = frontMatter;
  const made = makeChapter({
    kind: order.kind,
    ...said.value,
    ...front,
    ...(front.shortTitle !== undefined && { shortTitle: textOf(titleOf(front.shortTitle, order).value) }),
    id: order.uniqueId(said.value.id ?? fileId(source.path)),
    role: order.role,
    title: given?.value ?? taken?.children ?? [],
    flow: taken ? fragment.flow.filter((node) => node !== taken) : fragment.flow,
    notes: fragment.notes,
    depth: 1,
    at: taken?.at ?? firstPlace(order, fragment.flow),
    classes: [...front.classes, ...said.value.classes],
    ...(order.part !== undefined && { part: order.part }),
  });
  return outcome(made.value, [...(given?.diagnostics ?? []), ...said.diagnostics, ...made.diagnostics]);
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
  const name =
    said.value.id ?? (heading ? chapterId(textOf(plainHeading(heading.children))) : fileId(source.path));
  const part = level === 'chapter' && CHAPTER_KINDS[kind] === 'body' ? from.part : undefined;
  const facts: ChapterFacts = {
    ...said.value,
    ...(frontMatter.author !== undefined && { author: frontMatter.author }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    id: order.uniqueId(name),
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
  };
  const made = makeChapter(facts);
  return outcome(made.value, [...said.diagnostics, ...made.diagnostics]);
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
