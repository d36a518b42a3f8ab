// What a link can say of the place it leads to.
import type { Book, NumberedChapter } from '../../model/book.js';
import type { AnchorId, ChapterId } from '../../model/cast.js';
import { textOf } from '../../model/flow.js';
import { listedTitle } from '../../book/title.js';
import { plainTitle } from '../parts.js';
import type { Words } from '../words.js';

export interface Target {
  readonly anchor: AnchorId;
  readonly chapter: ChapterId;
  /** The heading's words where the anchor is a heading, else the chapter's title. */
  readonly title: string;
}

export interface Targets {
  /** Undefined when the edition has no such place. */
  find(anchor: AnchorId): Target | undefined;
  titleOf(chapter: ChapterId): string;
}

export function targetsOf(book: Book, chapters: readonly NumberedChapter[], words: Words): Targets {
  const titles = new Map(chapters.map((chapter) => [chapter.id, plainTitle(chapter, words)]));
  const headings = new Map(chapters.flatMap((chapter) => chapter.headings.map((one) => [one.anchor, textOf(listedTitle(one.title))])));
  return {
    find: (anchor) => {
      const chapter = Object.hasOwn(book.anchors, anchor) ? book.anchors[anchor] : undefined;
      const title = chapter === undefined ? undefined : titles.get(chapter);
      if (chapter === undefined || title === undefined) return undefined;
      return { anchor, chapter, title: headings.get(anchor) ?? title };
    },
    titleOf: (chapter) => titles.get(chapter) ?? '',
  };
}
