// What a link can say of the place it leads to.
import type { Book, NumberedChapter } from '../../model/book.js';
import type { AnchorId, ChapterId } from '../../model/cast.js';
import { elementsOf, textOf } from '../../model/flow.js';
import { listedTitle } from '../../book/listed-title.js';
import { plainPartTitle } from '../edition-parts.js';
import type { Words } from '../book-words.js';

export interface Target {
  readonly anchor: AnchorId;
  readonly chapter: ChapterId;
  /** What it is called from elsewhere in the book: a heading's words, else the chapter's title. */
  readonly title: string;
  /** What it is called within its own chapter, where the chapter's title would say nothing: "the figure". */
  readonly near: string;
}

export interface Targets {
  /** Undefined when the edition has no such place. */
  find(anchor: AnchorId): Target | undefined;
  titleOf(chapter: ChapterId): string;
}

export function targetsOf(book: Book, chapters: readonly NumberedChapter[], words: Words): Targets {
  const titles = new Map(chapters.map((chapter) => [chapter.id, plainPartTitle(chapter, words)]));
  const headings = new Map(
    chapters.flatMap((chapter) =>
      chapter.headings.map((one) => [one.anchor, textOf(listedTitle(one.title))]),
    ),
  );
  const pictures = new Map(chapters.flatMap((chapter) => picturesOf(chapter, words)));
  return {
    find: (anchor) => {
      const chapter = Object.hasOwn(book.anchors, anchor) ? book.anchors[anchor] : undefined;
      const holder = chapter === undefined ? undefined : titles.get(chapter);
      if (chapter === undefined || holder === undefined) return undefined;
      const title = headings.get(anchor) ?? holder;
      return { anchor, chapter, title, near: pictures.get(anchor) ?? title };
    },
    titleOf: (chapter) => titles.get(chapter) ?? '',
  };
}

function picturesOf(chapter: NumberedChapter, words: Words): readonly (readonly [AnchorId, string])[] {
  return elementsOf(chapter.flow).flatMap(({ tag, attributes: { id } }) => {
    if (id === undefined || (tag !== 'figure' && tag !== 'table')) return [];
    return [[id, words[`the-${tag}`]] as const];
  });
}
