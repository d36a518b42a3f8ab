// The reading structure of a finished PDF, as facts that a check can judge.
import { PDFArray, PDFBool, PDFDict, PDFRef, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { name } from '../objects/pdf-name.js';
import { keysIn, cachedPages } from '../objects/page-text-cache.js';
import { marksIn } from './marked-content.js';
import { readTags, type TagElement } from './structure-tree.js';
import { openFinished } from '../objects/open-pdf.js';
import { pageContentOf } from '../objects/page-content.js';

export type { TagElement, TagKid } from './structure-tree.js';

export interface TagFacts {
  /** What the file as a whole does not say: `language`, `title in the window` … */
  readonly missing: readonly string[];
  readonly top: TagElement | undefined;
  readonly pages: readonly {
    /** How often something is painted that is neither an element's nor an artifact. */
    readonly unmarked: number;
    /** Marks of the page that no element has, and marks that an element has and the page has not. */
    readonly astray: readonly number[];
    /** Links that no element has, and links that say nothing. */
    readonly looseLinks: number;
    readonly silentLinks: number;
  }[];
}

/**
 * @param memory what was found of equal pages before. Default: nothing.
 * @throws an Error when the file is no PDF that can be read.
 */
export async function readTagFacts(bytes: Uint8Array, memory: Cache = NO_CACHE): Promise<TagFacts> {
  const doc = await openFinished(bytes);
  const pages = doc.getPages();
  const marks = await cachedPages({
    what: ['marks', '1'],
    keys: keysIn(doc, memory),
    count: pages.length,
    memory,
    read: (wanted) => wanted.map((index) => knownMarks(pages[index])),
  });
  const top = readTags(doc);
  const owned = top ? ownedBy(top) : { marks: new Map<string, Set<number>>(), objects: new Set<string>() };
  return {
    missing: missingIn(doc),
    top,
    pages: pages.map((page, index) => pageFacts(page, { owned, marks: marks[index] ?? NO_MARKS })),
  };
}

interface Owned {
  /** By the page's reference. */
  readonly marks: ReadonlyMap<string, ReadonlySet<number>>;
  readonly objects: ReadonlySet<string>;
}

function ownedBy(top: TagElement): Owned {
  const marks = new Map<string, Set<number>>();
  const objects = new Set<string>();
  const walk = ({ kids }: TagElement): void => {
    for (const kid of kids) {
      if (kid.kind === 'element') walk(kid);
      else if (kid.kind === 'object') objects.add(kid.object.tag);
      else marks.set(kid.page.tag, (marks.get(kid.page.tag) ?? new Set()).add(kid.mark));
    }
  };
  walk(top);
  return { marks, objects };
}

interface KnownMarks {
  readonly present: readonly number[];
  readonly unmarked: number;
}

const NO_MARKS: KnownMarks = { present: [], unmarked: 0 };

function knownMarks(page: PDFPage | undefined): KnownMarks {
  if (!page) return NO_MARKS;
  const { present, unmarked } = marksIn(pageContentOf(page));
  return { present: [...present], unmarked };
}

function pageFacts(
  page: PDFPage,
  { owned: { marks, objects }, marks: { present, unmarked } }: { owned: Owned; marks: KnownMarks },
): TagFacts['pages'][number] {
  const own = marks.get(page.ref.tag) ?? new Set<number>();
  const here = new Set(present);
  const links = linksOf(page);
  return {
    unmarked,
    astray: [...present.filter((mark) => !own.has(mark)), ...[...own].filter((mark) => !here.has(mark))],
    looseLinks: links.filter(({ ref }) => ref === undefined || !objects.has(ref.tag)).length,
    silentLinks: links.filter(({ dict }) => !dict.has(name('Contents'))).length,
  };
}

function linksOf({ node }: PDFPage): readonly { readonly ref: PDFRef | undefined; readonly dict: PDFDict }[] {
  const list = node.lookup(name('Annots'));
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((entry, index) => {
    const dict = list.lookup(index);
    return dict instanceof PDFDict && dict.get(name('Subtype')) === name('Link')
      ? [{ ref: entry instanceof PDFRef ? entry : undefined, dict }]
      : [];
  });
}

function missingIn({ catalog, context }: PDFDocument): readonly string[] {
  const mark = catalog.lookup(name('MarkInfo'));
  const viewing = catalog.lookup(name('ViewerPreferences'));
  const info = context.lookup(context.trailerInfo.Info);
  return [
    ...(mark instanceof PDFDict && mark.lookup(name('Marked')) === PDFBool.True
      ? []
      : ['word that it is tagged']),
    ...(catalog.has(name('Lang')) ? [] : ['language']),
    ...(info instanceof PDFDict && info.has(name('Title')) ? [] : ['title']),
    ...(viewing instanceof PDFDict && viewing.lookup(name('DisplayDocTitle')) === PDFBool.True
      ? []
      : ['wish to show its title']),
    ...(catalog.has(name('Metadata')) ? [] : ['XMP metadata']),
  ];
}
