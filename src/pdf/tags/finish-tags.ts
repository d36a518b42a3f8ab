// The reading structure of a file for screens, from what the browser made: the tree mended, page contents
// marked to match, links described.
import {
  PDFDict,
  PDFHexString,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
  PDFArray,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { bytesOf, streamOf } from '../objects/streams.js';
import { deflated } from '../objects/zlib.js';
import { innerTarget } from '../objects/link-target.js';
import { name } from '../objects/pdf-name.js';
import { pageContentOf } from '../objects/page-content.js';
import { cachedPages } from '../objects/page-text-cache.js';
import { cachedContent } from '../objects/content-cache.js';
import { softened } from '../objects/soft-hyphens.js';
import { markArtifacts, speakingMarks, callsForm } from './marked-content.js';
import { repairTags } from './repair-tags.js';
import { nameStructure } from './structure-names.js';
import { readTags, writeTags, type TagElement, type TagKid, type TagMark } from './structure-tree.js';
import type { MarkedWords } from './link-descriptions.js';
import { createHash } from 'node:crypto';

/**
 * Mends the structure in place, and softens hyphens in what it writes anew. To be called while links still
 * name their places. A file without structure stays without.
 *
 * @param memory what became of equal pages before.
 * @returns the contents that were written anew
 */
export async function finishTags(
  doc: PDFDocument,
  words: MarkedWords,
  memory: Cache,
): Promise<readonly PDFRef[]> {
  const top = readTags(doc);
  if (!top) return [];
  const pages = doc.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref.tag, index]));
  const keys = memory === NO_CACHE ? [] : pages.map(contentKey);
  const speaking = (
    await cachedPages({
      what: ['speaking', '2'],
      keys,
      count: pages.length,
      memory,
      read: (wanted) => wanted.map((index) => marksThatSpeak(pages[index])),
    })
  ).map((marks) => new Set(marks));
  const pageOf = (kid: TagMark): number => numbers.get(kid.page.tag) ?? -1;
  const mended = repairTags(top, {
    speaks: (kid) => speaking[pageOf(kid)]?.has(kid.mark) ?? false,
    targetOf: (kid) => targetOf(doc, kid),
  });
  nameStructure(doc, writeTags(doc, mended));
  const roles = rolesByPage(mended, { pages: pages.length, pageOf });
  const written = pages.map((page, index) =>
    rewrite(page, { roles: roles[index] ?? new Map<number, string>(), key: keys[index], memory }),
  );
  describeLinks(doc, mended, (kid) => words(pageOf(kid), kid.mark));
  return written;
}

function marksThatSpeak(page: PDFPage | undefined): readonly number[] {
  return page ? [...speakingMarks(pageContentOf(page), page)] : [];
}

function targetOf(doc: PDFDocument, kid: TagKid): string | undefined {
  const annotation = kid.kind === 'object' ? doc.context.lookup(kid.object) : undefined;
  return annotation instanceof PDFDict ? innerTarget(annotation) : undefined;
}

interface Rewriting {
  readonly roles: ReadonlyMap<number, string>;
  /** What its content is made of; undefined where nothing is remembered. */
  readonly key: string | undefined;
  readonly memory: Cache;
}

function rewrite(page: PDFPage, { roles, key, memory }: Rewriting): PDFRef {
  const {
    node,
    doc: { context },
  } = page;
  const make = (): Uint8Array => deflated(bytesOf(softened(markArtifacts(pageContentOf(page), roles))));
  const bytes =
    key === undefined
      ? make()
      : cachedContent({ memory, from: ['marked 3', key, JSON.stringify([...roles])] }, make);
  const contents = context.register(streamOf(context.obj({}), bytes));
  node.set(name('Contents'), contents);
  // ISO 14289-1, 7.18.3: what can be reached by key comes in the order of the structure
  node.set(name('Tabs'), name('S'));
  return contents;
}

/** What each mark belongs to, page by page. */
function rolesByPage(
  top: TagElement,
  { pages, pageOf }: { pages: number; pageOf: (kid: TagMark) => number },
): readonly ReadonlyMap<number, string>[] {
  const roles = Array.from({ length: pages }, () => new Map<number, string>());
  const walk = (element: TagElement): void => {
    for (const kid of element.kids) {
      if (kid.kind === 'element') walk(kid);
      else if (kid.kind === 'mark') roles[pageOf(kid)]?.set(kid.mark, element.role);
    }
  };
  walk(top);
  return roles;
}

/** ISO 14289-1, 7.18.5: links say in words what they are. Ours say their own text, or their picture's. */
function describeLinks(doc: PDFDocument, element: TagElement, say: (kid: TagMark) => string): void {
  if (element.role === 'Link') {
    const words = textOf(element, say).normalize('NFKC').replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
    for (const kid of element.kids) {
      const annotation = kid.kind === 'object' ? doc.context.lookup(kid.object) : undefined;
      if (annotation instanceof PDFDict && words !== '')
        annotation.set(name('Contents'), PDFHexString.fromText(words));
    }
  }
  for (const kid of element.kids) if (kid.kind === 'element') describeLinks(doc, kid, say);
}

function textOf({ kids, alt }: TagElement, say: (kid: TagMark) => string): string {
  if (alt !== undefined && alt !== '') return alt;
  return kids
    .map((kid) => (kid.kind === 'mark' ? say(kid) : kid.kind === 'element' ? textOf(kid, say) : ''))
    .join('');
}

// What decides the marks of a page's content, as a key.

/**
 * Equal keys, equal contents, in which the same names call forms: whatever fonts and pictures they are
 * painted with.
 */
function contentKey({ node }: PDFPage): string {
  const hash = createHash('sha256');
  const contents = node.lookup(name('Contents'));
  for (const stream of contents instanceof PDFArray
    ? contents.asArray().map((_, index) => contents.lookup(index))
    : [contents]) {
    if (stream instanceof PDFRawStream)
      hash.update(`${stream.dict.toString()} ${stream.contents.length} `).update(stream.contents);
  }
  return hash.update(formsOf(node.Resources()).join(' ')).digest('base64');
}

function formsOf(resources: PDFDict | undefined): readonly string[] {
  const objects = resources?.lookup(name('XObject'));
  if (!(objects instanceof PDFDict)) return [];
  return objects
    .keys()
    .map((key) => key.decodeText())
    .filter((key) => callsForm(resources, key));
}
