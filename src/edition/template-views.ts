// What templates are given: the book, a part, the contents. Every value is present; what is not known is null
// or empty.
import type { Book, NumberedChapter, OutlineEntry } from '../model/book.js';
import type { Contributor, Metadata } from '../model/metadata.js';
import type { Faces } from './resources/theme-fonts.js';
import { elementsOf, textOf } from '../model/flow.js';
import type { Targets } from './medium/link-targets.js';
import type { Slots } from './templates/text-slots.js';
import { isWord, type Words } from './book-words.js';
import { plainPartTitle } from './edition-parts.js';

export function bookView({ metadata, chapters }: Book, faces: Faces, words: Words) {
  const { rights, publisher, isbn, published, contributors } = metadata;
  return {
    title: metadata.title,
    subtitle: metadata.subtitle ?? '',
    shortTitle: metadata.shortTitle ?? metadata.title,
    authors: authorsOf(metadata),
    contributors: contributors.map((one) => ({
      name: one.name,
      role: one.role,
      roleName: roleName(one, words),
    })),
    language: metadata.language,
    publisher: publisher?.name ?? '',
    place: publisher?.place ?? '',
    year: published?.slice(0, 4) ?? (rights?.year === undefined ? '' : String(rights.year)),
    rights: {
      statement: rights?.statement ?? '',
      holder: rights?.holder ?? '',
      year: rights?.year ?? null,
      licence: rights?.licence ?? '',
    },
    isbn: { print: isbn.print ?? '', epub: isbn.epub ?? '' },
    edition: metadata.edition ?? '',
    series: seriesOf(metadata),
    description: metadata.description ?? '',
    published: published ?? '',
    cover: {
      photograph: metadata.cover.photograph ?? '',
      alt: metadata.cover.alt ?? '',
      title: metadata.cover.title ?? true,
    },
    custom: metadata.custom,
    fonts: fontsOf(faces, chapters),
  };
}

export interface PartSources {
  readonly chapters: readonly NumberedChapter[];
  readonly words: Words;
  readonly slots: Slots;
}

/** The title is a block of the manuscript like any other: `<chapter id>.0`. */
export function partView(chapter: NumberedChapter, { chapters, words, slots }: PartSources) {
  const part = chapters.find((one) => one.id === chapter.part);
  return {
    id: chapter.id,
    kind: chapter.kind,
    number: chapter.number ?? '',
    title: slots.put(chapter.title, `${chapter.id}.0`),
    plainTitle: plainPartTitle(chapter, words),
    author: chapter.author ?? '',
    part: part ? plainPartTitle(part, words) : '',
    classes: chapter.classes,
  };
}

/**
 * Entries whose place the edition does not have are left out, the contents itself too. A chapter called by
 * its number has it in its title.
 */
export function contentsView(
  outline: readonly OutlineEntry[],
  order: { readonly slots: Slots; readonly targets: Targets; readonly here: string },
): readonly ContentsView[] {
  return outline.flatMap((entry): readonly ContentsView[] => {
    const target = order.targets.find(entry.anchor);
    const children = contentsView(entry.children, order);
    if (!target || entry.anchor === order.here) return children;
    const named = textOf(entry.title).trim() !== '';
    const title = named ? order.slots.put(entry.title) : target.title;
    const kind = entry.anchor === entry.chapter ? entry.kind : 'heading';
    return [
      {
        anchor: entry.anchor,
        href: `#${entry.anchor}`,
        number: (named && entry.number) || '',
        title,
        level: entry.level,
        kind,
        children,
      },
    ];
  });
}

export interface ContentsView {
  readonly anchor: string;
  readonly href: string;
  readonly number: string;
  readonly title: unknown;
  readonly level: number;
  readonly kind: string;
  readonly children: readonly ContentsView[];
}

/** Names as the language joins them: "A, B and C". */
function authorsOf({ contributors, language }: Metadata): string {
  const names = contributors.filter((one) => one.role === 'aut').map((one) => one.name);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

function roleName({ role }: Contributor, words: Words): string {
  const key = `role-${role}`;
  return isWord(key) ? words[key] : words['role-ctb'];
}

function seriesOf({ series }: Metadata): string {
  if (!series) return '';
  return series.position === undefined ? series.name : `${series.name}, ${series.position}`;
}

const CODE = new Set(['code', 'kbd', 'pre', 'samp']);

/** The faces that the book is set in: the one for code only where there is code. */
function fontsOf(
  { named }: Faces,
  chapters: readonly NumberedChapter[],
): readonly { readonly name: string; readonly licence: string }[] {
  const code = chapters.some(({ flow, notes }) =>
    [flow, ...notes.map((note) => note.flow)].some((one) => elementsOf(one).some(({ tag }) => CODE.has(tag))),
  );
  const licences = new Map(
    named.filter(({ family }) => code || family !== 'Mono').map((face) => [face.name, face.licence]),
  );
  return [...licences].map(([name, licence]) => ({ name, licence }));
}
