// What stands where: book.yml's order, and the usual places of files that it does not name.
import { CHAPTER_KINDS, GENERATED_KINDS, type ChapterKind, type ChapterRole } from '../model/book.js';
import type { BookConfig, FileEntry, OrderEntry } from '../model/settings.js';
import type { SourcePath, Span } from '../model/source-span.js';

/** One step of the reading order. */
export type OrderStep =
  | { readonly kind: 'section'; readonly section: ChapterKind; readonly role: ChapterRole; readonly at: Span }
  | { readonly kind: 'part'; readonly title: string; readonly at: Span }
  | {
      readonly kind: 'file';
      readonly file: SourcePath;
      readonly role: ChapterRole;
      readonly inPart: 'yes' | 'no';
      readonly entry?: FileEntry;
    };

/** Tells what kind a file is, once its front matter has been read. */
export type KindOf = (file: SourcePath) => ChapterKind;

/**
 * The reading order. Without `chapters:` every other Markdown file is taken too: front matter at the end of
 * the front, back matter at the beginning of the back, everything else in the body in the order of the names.
 */
export function readingOrder(
  order: BookConfig['order'],
  from: { files: readonly SourcePath[]; kindOf: KindOf },
): readonly OrderStep[] {
  const found = order.chapters ? [] : unlisted(order, from.files);
  const placed = (role: ChapterRole): readonly OrderStep[] =>
    found
      .filter((file) => CHAPTER_KINDS[from.kindOf(file)] === role)
      .map((file) => ({ kind: 'file', file, role, inPart: 'no' }));
  return [
    ...steps(order.front, 'front'),
    ...placed('front'),
    ...steps(order.chapters ?? [], 'body'),
    ...placed('body'),
    ...placed('back'),
    ...steps(order.back, 'back'),
  ];
}

/** What kind a file is that does not say it: its name may be that of one (`preface.md`, `99-colophon.md`). */
export function kindByName(file: SourcePath): ChapterKind {
  const name =
    /([^/]*)\.[^./]*$/
      .exec(file)?.[1]
      ?.replace(/^[^\p{L}]+/u, '')
      .toLowerCase() ?? '';
  return Object.hasOwn(CHAPTER_KINDS, name) && !GENERATED.has(name) ? (name as ChapterKind) : 'chapter';
}

const GENERATED: ReadonlySet<string> = new Set(GENERATED_KINDS);

function steps(entries: readonly OrderEntry[], role: ChapterRole): readonly OrderStep[] {
  return entries.flatMap((entry): readonly OrderStep[] => {
    if ('section' in entry) return [{ kind: 'section', section: entry.section, role, at: entry.at }];
    if ('file' in entry) return [{ kind: 'file', file: entry.file, role, inPart: 'no', entry }];
    return [
      { kind: 'part', title: entry.part, at: entry.at },
      ...entry.chapters.map((one): OrderStep => ({
        kind: 'file',
        file: one.file,
        role,
        inPart: 'yes',
        entry: one,
      })),
    ];
  });
}

function unlisted(order: BookConfig['order'], files: readonly SourcePath[]): readonly SourcePath[] {
  const named = new Set(
    [...steps(order.front, 'front'), ...steps(order.back, 'back')].flatMap((step) =>
      step.kind === 'file' ? [step.file] : [],
    ),
  );
  return files.filter((file) => !named.has(file));
}
