// Print and EPUB are one book: what is in one edition is in the other, with the same words.
import type { Book, ChapterKind, NumberedChapter } from '../../model/book.js';
import type { ChapterId } from '../../model/cast.js';
import type { DiagnosticCode } from '../../model/codes.js';
import { finding, type Finding } from '../../model/finding.js';
import type { Composition } from '../../model/edition.js';
import { editionItems, type EditionItem, type EditionItemKind } from './edition-contents.js';
import { SOFT_HYPHEN } from '../../shared/characters.js';

export interface Editions {
  readonly book: Book;
  readonly print: Composition;
  readonly ebook: Composition;
  /** The part that each file of the e-book is made of. */
  readonly files: ReadonlyMap<string, ChapterId>;
}

/**
 * Covers and leaves are made of paper, and contents are made anew for each medium (the outline is the same
 * one).
 */
const OF_ONE_MEDIUM: ReadonlySet<ChapterKind> = new Set([
  'cover',
  'blank',
  'half-title',
  'frontispiece',
  'back-cover',
  'contents',
]);

const CODES: Readonly<Record<EditionItemKind, DiagnosticCode>> = {
  words: 'PARITY-001',
  heading: 'PARITY-002',
  note: 'PARITY-003',
  picture: 'PARITY-004',
  link: 'PARITY-005',
  cast: 'PARITY-006',
};

/** One finding for each chapter and kind of thing that differ. Findings: PARITY-001 to PARITY-006. */
export function checkParity({ book, print, ebook, files }: Editions): readonly Finding[] {
  const shared = book.chapters.filter(({ kind }) => !OF_ONE_MEDIUM.has(kind));
  const parts = new Set(shared.map(({ id }) => id));
  const anchorOf = (href: string): string | undefined => {
    const [file = '', fragment = ''] = href.split('#', 2);
    const anchor = fragment === '' ? files.get(file) : fragment;
    const held =
      anchor !== undefined && Object.hasOwn(book.anchors, anchor) ? book.anchors[anchor] : undefined;
    return held !== undefined && parts.has(held) ? anchor : undefined;
  };
  const inPrint = shelve(editionItems({ composition: print, parts, anchorOf }));
  const inEbook = shelve(editionItems({ composition: ebook, parts, anchorOf }));
  return shared.flatMap((chapter) =>
    KINDS.flatMap((kind) =>
      compare(chapter, kind, {
        print: inPrint.get(shelf(chapter.id, kind)) ?? [],
        ebook: inEbook.get(shelf(chapter.id, kind)) ?? [],
      }),
    ),
  );
}

const KINDS = Object.keys(CODES) as readonly EditionItemKind[];

interface Shelves {
  readonly print: readonly EditionItem[];
  readonly ebook: readonly EditionItem[];
}

function compare(
  chapter: NumberedChapter,
  kind: EditionItemKind,
  { print, ebook }: Shelves,
): readonly Finding[] {
  const onlyPrint = beyond(print, ebook);
  const onlyEbook = beyond(ebook, print);
  const [first] = [...onlyPrint, ...onlyEbook];
  if (first === undefined) return [];
  const [here, there] = onlyPrint.length > 0 ? ['print', 'the EPUB'] : ['the EPUB', 'print'];
  const count = Math.max(onlyPrint.length, onlyEbook.length);
  const at = first.at ?? chapter.at;
  return [
    finding(CODES[kind], {
      message:
        `${NAMES[kind]} “${excerpt(first.says)}” is in ${here} and not, or not so, in ` +
        `${there}.${count === 1 ? '' : ` And ${count - 1} more in this chapter.`}`,
      ...(at ? { at } : {}),
    }),
  ];
}

const NAMES: Readonly<Record<EditionItemKind, string>> = {
  words: 'The text',
  heading: 'The heading',
  note: 'The note',
  picture: 'The picture',
  link: 'The link',
  cast: 'The cast entry',
};

/** What the first holds more often than the second. */
function beyond(some: readonly EditionItem[], others: readonly EditionItem[]): readonly EditionItem[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return some.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function shelve(holdings: readonly EditionItem[]): ReadonlyMap<string, readonly EditionItem[]> {
  const shelves = new Map<string, EditionItem[]>();
  for (const holding of holdings) {
    const name = shelf(holding.part, holding.kind);
    const there = shelves.get(name);
    if (there === undefined) shelves.set(name, [holding]);
    else there.push(holding);
  }
  return shelves;
}

function shelf(part: ChapterId, kind: EditionItemKind): string {
  return `${kind} ${part}`;
}

function excerpt(says: string): string {
  const words = says.replaceAll(SOFT_HYPHEN, '').replace(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 60)}…`;
}
