// The metadata of the package document: all that the book says of itself, and nothing that it does not say.
import type { ElementNode, FlowNode } from '../model/flow.js';
import type { Contributor, Metadata, Rights, BookSubject } from '../model/metadata.js';
import { bookUrn, isbnUrn } from './identifiers.js';
import { tag } from './package-xml.js';
import { stamp } from './modified-date.js';

export interface MetadataOrder {
  readonly metadata: Metadata;
  /** Seconds since 1970. */
  readonly moment: number;
  readonly accessibility: readonly FlowNode[];
  readonly pages: 'marked' | 'none';
  readonly fonts: 'embedded' | 'none';
  /** The manifest id of the cover picture. */
  readonly cover: string | undefined;
}

/**
 * `<metadata>` in a fixed order.
 *
 * Source: EPUB 3.3 section 5.5 and appendix D.3 (refinements); MARC relators for roles; ONIX code list 5 for
 * identifiers.
 */
export function packageMetadata(order: MetadataOrder): ElementNode {
  const { metadata, moment, accessibility } = order;
  return tag(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    ...identifiers(metadata),
    ...titles(metadata),
    tag('dc:language', {}, metadata.language),
    ...contributors(metadata.contributors),
    ...said('dc:publisher', metadata.publisher?.name),
    ...said('dc:date', metadata.published),
    ...said('dc:description', metadata.description),
    ...metadata.subjects.flatMap(subject),
    ...said('dc:rights', rightsStatement(metadata.rights)),
    ...(order.pages === 'marked' ? pagination(metadata) : []),
    meta('dcterms:modified', stamp(moment)),
    ...series(metadata),
    ...(metadata.edition === undefined ? [] : [meta('schema:bookEdition', metadata.edition)]),
    ...accessibility,
    ...(order.fonts === 'embedded' ? [meta('ibooks:specified-fonts', 'true')] : []),
    ...(order.cover === undefined ? [] : [tag('meta', { name: 'cover', content: order.cover })]),
  );
}

/**
 * The author's own words where there are any, else what the parts say together; undefined where nothing was
 * said.
 */
export function rightsStatement(rights: Rights | undefined): string | undefined {
  if (rights === undefined || rights.statement !== undefined) return rights?.statement;
  const owner = [rights.year, rights.holder].filter((part) => part !== undefined).join(' ');
  const parts = [owner === '' ? undefined : `© ${owner}`, rights.licence].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? undefined : parts.join('. ');
}

function identifiers({ seed, isbn, doi }: Metadata): readonly ElementNode[] {
  return [
    tag('dc:identifier', { id: 'uid' }, bookUrn(seed)),
    ...(isbn.epub === undefined
      ? []
      : [tag('dc:identifier', { id: 'isbn' }, isbnUrn(isbn.epub)), codeList('isbn', '15')]),
    ...(doi === undefined
      ? []
      : [
          tag(
            'dc:identifier',
            { id: 'doi' },
            `doi:${doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/, '')}`,
          ),
          codeList('doi', '06'),
        ]),
  ];
}

function codeList(id: string, code: string): ElementNode {
  return tag('meta', { refines: `#${id}`, property: 'identifier-type', scheme: 'onix:codelist5' }, code);
}

/** The main title comes first: most reading systems show only that. */
function titles({ title, subtitle, shortTitle, sortTitle }: Metadata): readonly ElementNode[] {
  const all = [
    ['main', title],
    ['subtitle', subtitle],
    ['short', shortTitle === title ? undefined : shortTitle],
  ] as const;
  return all.flatMap(([type, words], at) => {
    if (words === undefined) return [];
    const id = `title-${type}`;
    const sort = type === 'main' && sortTitle !== undefined ? [refine(id, 'file-as', sortTitle)] : [];
    return [
      tag('dc:title', { id }, words),
      refine(id, 'title-type', type),
      ...sort,
      refine(id, 'display-seq', String(at + 1)),
    ];
  });
}

/** Authors are creators; where a book has none, whoever is named first is. */
function contributors(all: readonly Contributor[]): readonly ElementNode[] {
  const hasAuthor = all.some(({ role }) => role === 'aut');
  return all.flatMap(({ name, sortName, role }, at) => {
    const creates = role === 'aut' || (!hasAuthor && at === 0);
    const id = `contributor-${at + 1}`;
    return [
      tag(creates ? 'dc:creator' : 'dc:contributor', { id }, name),
      refine(id, 'role', role, 'marc:relators'),
      refine(id, 'file-as', sortName ?? name),
      refine(id, 'display-seq', String(at + 1)),
    ];
  });
}

/** EPUB wants authority and term together or not at all. */
function subject({ term, authority, code }: BookSubject, at: number): readonly ElementNode[] {
  const id = `subject-${at + 1}`;
  if (authority === undefined || code === undefined) return [tag('dc:subject', {}, term)];
  return [tag('dc:subject', { id }, term), refine(id, 'authority', authority), refine(id, 'term', code)];
}

/**
 * `pageBreakSource` as a property is an error to EPUBCheck 4.2.6, so it is said in EPUB 2's way beside
 * `source-of`.
 */
function pagination({ seed, isbn }: Metadata): readonly ElementNode[] {
  const print = isbn.print === undefined ? bookUrn(`${seed}#print`) : isbnUrn(isbn.print);
  return [
    tag('dc:source', { id: 'print' }, print),
    refine('print', 'source-of', 'pagination'),
    tag('meta', { name: 'pageBreakSource', content: print }),
  ];
}

function series({ series: one }: Metadata): readonly ElementNode[] {
  if (one === undefined) return [];
  return [
    tag('meta', { property: 'belongs-to-collection', id: 'series' }, one.name),
    refine('series', 'collection-type', 'series'),
    ...(one.position === undefined ? [] : [refine('series', 'group-position', one.position)]),
    ...(one.id === undefined ? [] : [refine('series', 'dcterms:identifier', one.id)]),
    tag('meta', { name: 'calibre:series', content: one.name }),
    ...(one.position === undefined
      ? []
      : [tag('meta', { name: 'calibre:series_index', content: one.position })]),
  ];
}

function said(name: string, words: string | undefined): readonly ElementNode[] {
  return words === undefined || words.trim() === '' ? [] : [tag(name, {}, words)];
}

function meta(property: string, value: string): ElementNode {
  return tag('meta', { property }, value);
}

function refine(id: string, property: string, value: string, scheme?: string): ElementNode {
  return tag('meta', { refines: `#${id}`, property, scheme }, value);
}
