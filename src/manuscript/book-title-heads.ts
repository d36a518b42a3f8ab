// The book's title where files repeat it as their first heading, and a book in one file.
import { finding, type Finding } from '../model/finding.js';
import { textOf, type Flow } from '../model/flow.js';
import type { BookConfig } from '../model/settings.js';
import { headAtStart, headOverTitle } from './file-title.js';
import { headingLevel, plainWords } from './split-chapters.js';

/** The words of headings over the titles of files: the book's title, or the same words in several files. */
export type BookTitleHeads = ReadonlySet<string>;

/** `flows`: those of all files that may be chapters. */
export function bookTitleHeads(flows: readonly Flow[], title: string): BookTitleHeads {
  const heads = flows.flatMap((flow) => {
    const over = headOverTitle(flow);
    return over ? [{ ...over, words: plainWords(textOf(over.head.children)) }] : [];
  });
  const counts = new Map<string, number>();
  for (const { words } of heads) counts.set(words, (counts.get(words) ?? 0) + 1);
  const isBook = ({ words, next }: (typeof heads)[number]): boolean =>
    (words === plainWords(title) && (flows.length > 1 || headingLevel(next) === 1)) ||
    ((counts.get(words) ?? 0) > 1 && (counts.get(words) ?? 0) * 2 > flows.length);
  return new Set(heads.filter(isBook).map(({ words }) => words));
}

/** A text without the book's title over its own. */
export function withoutBookTitle(flow: Flow, heads: BookTitleHeads): Flow {
  const over = headOverTitle(flow);
  if (!over || !heads.has(plainWords(textOf(over.head.children)))) return flow;
  return flow.filter((node) => node !== over.head);
}

/** TEXT-043, once for each such heading. */
export function bookTitleFindings(flows: readonly Flow[], heads: BookTitleHeads): readonly Finding[] {
  return [...heads].flatMap((words) => {
    const places = flows.flatMap((flow) => {
      const head = headOverTitle(flow)?.head;
      return head && plainWords(textOf(head.children)) === words ? [head] : [];
    });
    const [first] = places;
    if (!first) return [];
    const files = places.length === 1 ? 'one file' : `${places.length} files`;
    return [
      finding('TEXT-043', {
        message:
          `"${textOf(first.children)}" stands over the title of ${files}, and is left out as the ` +
          "book's title.",
        ...(first.at && { at: first.at }),
        hint: 'Delete it from the chapters: the title page and the running heads show it.',
      }),
    ];
  });
}

/** Some four thousand words: with less, sections need no pages of their own. */
const LONG = 24_000;

/**
 * Where a book in one file is cut: at its headings of level 1 if it has several, else of level 2 where no
 * heading of level 1 but the book's title stands above them.
 */
export function cutOfOnlyFile(flow: Flow, title: string): BookConfig['split'] {
  const count = (level: number): number => flow.filter((node) => headingLevel(node) === level).length;
  if (count(1) > 1) return { chapter: 1 };
  const head = headAtStart(flow);
  if (!head || count(2) < 2) return undefined;
  if (count(1) === 0) return headingLevel(head) === 2 ? { chapter: 2 } : undefined;
  const isTitle = plainWords(textOf(head.children)) === plainWords(title);
  return isTitle && textOf(flow).length > LONG ? { chapter: 2 } : undefined;
}
