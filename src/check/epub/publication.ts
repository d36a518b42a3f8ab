// An EPUB opened for the rules: its zip, its package document, and its files by what they are.
import { posix } from 'node:path';
import { all, readXml, within, words, type XmlElement, type XmlFile } from './xml-tree.js';
import { unzipSync } from 'fflate';

export interface Item {
  readonly id: string;
  /** The path in the zip. */
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
  readonly at: XmlElement;
}

export interface Document extends Item, XmlFile {
  readonly source: string;
  /** The element that each id names; the first where there are several. */
  readonly ids: ReadonlyMap<string, XmlElement>;
}

export interface Publication {
  readonly name: string;
  /** `left-out`: the store it is made for shows the cover by itself. */
  readonly coverPage: 'expected' | 'left-out';
  readonly zip: Zip;
  /** The package document's path and tree. */
  readonly opf: { readonly path: string } & XmlFile;
  readonly items: readonly Item[];
  /** XHTML files in the order of the spine, the others after them. */
  readonly documents: readonly Document[];
  readonly navigation: Document | undefined;
  readonly ncx: ({ readonly path: string } & XmlFile) | undefined;
  readonly styles: readonly { readonly path: string; readonly css: string }[];
}

const text = new TextDecoder();

/** Throws an Error that says why when there is no package to be found in the bytes. */
export function openPublication(
  bytes: Uint8Array,
  name: string,
  coverPage: Publication['coverPage'] = 'expected',
): Publication {
  const zip = readZip(bytes);
  const path = packagePath(zip);
  const opf = { path, ...readXml(contentOf(zip, path)) };
  const items = all(opf.root, 'item', 'opf:item').map((at) => itemOf(at, path));
  const spine = all(opf.root, 'itemref', 'opf:itemref').map(({ attributes }) => attributes['idref']);
  const order = new Map(spine.map((id, at) => [id, at]));
  const place = ({ id }: Item): number => order.get(id) ?? spine.length;
  const documents = items
    .filter(({ path: file, mediaType }) => mediaType === 'application/xhtml+xml' && zip.files.has(file))
    .sort((a, b) => place(a) - place(b))
    .map((item) => documentOf(item, contentOf(zip, item.path)));
  const ncx = items.find(
    ({ mediaType, path: file }) => mediaType === 'application/x-dtbncx+xml' && zip.files.has(file),
  );
  return {
    name,
    coverPage,
    zip,
    opf,
    items,
    documents,
    navigation: documents.find(({ properties }) => properties.includes('nav')),
    ncx: ncx && { path: ncx.path, ...readXml(contentOf(zip, ncx.path)) },
    styles: items
      .filter(({ mediaType, path: file }) => mediaType === 'text/css' && zip.files.has(file))
      .map(({ path: file }) => ({ path: file, css: contentOf(zip, file) })),
  };
}

/** The elements of the package's metadata of one name: `dc:title`. */
export function metadataOf(publication: Publication, tag: string): readonly XmlElement[] {
  return all(publication.opf.root, tag);
}

/** The values of a `<meta property>` of the package as a whole, refinements left out. */
export function propertyOf(publication: Publication, property: string): readonly XmlElement[] {
  return all(publication.opf.root, 'meta', 'opf:meta').filter(
    ({ attributes }) => attributes['property'] === property && attributes['refines'] === undefined,
  );
}

/** What refines an element of the metadata: the values of that property for its id. */
export function refinementsOf(
  publication: Publication,
  element: XmlElement,
  property: string,
): readonly string[] {
  const id = element.attributes['id'];
  if (id === undefined) return [];
  return all(publication.opf.root, 'meta', 'opf:meta')
    .filter(({ attributes }) => attributes['refines'] === `#${id}` && attributes['property'] === property)
    .map(words);
}

/** An address in a file as a path in the zip and a fragment; undefined when it leads outside of the book. */
export function resolve(
  from: string,
  address: string,
): { readonly path: string; readonly fragment: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined;
  const [bare = '', fragment = ''] = address.split('#', 2);
  return {
    path: bare === '' ? from : posix.join(posix.dirname(from), decoded(bare)),
    fragment: decoded(fragment),
  };
}

function packagePath(zip: Zip): string {
  const container = zip.files.get('META-INF/container.xml');
  if (container === undefined) throw new Error('it has no META-INF/container.xml');
  const path = all(readXml(text.decode(container)).root, 'rootfile')[0]?.attributes['full-path'];
  if (path === undefined || !zip.files.has(path))
    throw new Error(`META-INF/container.xml names no package document that is there`);
  return path;
}

function itemOf(at: XmlElement, opf: string): Item {
  const { id = '', href = '', 'media-type': mediaType = '', properties = '' } = at.attributes;
  return {
    id,
    path: posix.join(posix.dirname(opf), decoded(href)),
    mediaType,
    properties: properties.split(/\s+/).filter(Boolean),
    at,
  };
}

function documentOf(item: Item, source: string): Document {
  const file = readXml(source);
  const ids = new Map<string, XmlElement>();
  for (const element of within(file.root)) {
    const id = element.attributes['id'];
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
  }
  return { ...item, ...file, source, ids };
}

function contentOf(zip: Zip, path: string): string {
  return text.decode(zip.files.get(path));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

// Reads a zip's own table of contents: what the OCF rules are about, and what an unzipper hides.

interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** The DOS time and date as they stand in the file. */
  readonly time: number;
  /** Where the entry begins in the file. */
  readonly offset: number;
  /** Length of the extra field before the content. */
  readonly extra: number;
}

interface Zip {
  readonly entries: readonly ZipEntry[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Throws an Error that says why when the bytes are no zip. Source: APPNOTE 6.3.10 sections 4.3.7, 4.3.12,
 * 4.3.16.
 */
function readZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) throw new Error('it has no end record; it is cut off or no zip');
  const entries: ZipEntry[] = [];
  for (let n = 0, at = view.getUint32(end + 16, true); n < view.getUint16(end + 10, true); n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL)
      throw new Error('its table of contents is damaged');
    const name = view.getUint16(at + 28, true);
    entries.push(entryAt(view, at, name));
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {
    entries,
    files: new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'))),
  };
}

function entryAt(view: DataView, at: number, length: number): ZipEntry {
  const offset = view.getUint32(at + 42, true);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL)
    throw new Error('an entry is not where its table of contents says');
  return {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, length)),
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    offset,
    extra: view.getUint16(offset + 28, true),
  };
}

/** The record stands at the end, before a comment of at most 64 kB. */
function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
