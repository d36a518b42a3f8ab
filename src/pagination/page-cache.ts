// Cache keys and packed forms of galleys, pages and batches: what was laid out and printed before, by the
// content it was made from.
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Composition, Part, Resource } from '../model/edition.js';
import { elementsOf } from '../model/flow.js';
import type { BindingOrder, Bound, Galley, GalleyOrder, PackedPages } from './messages.js';

/** What tabs are made ready with: equal grounds, equal tabs. */
export function tabKey({ styles, resources }: Composition, keyParts: readonly string[]): string {
  return digest(['tabs', ...keyParts, JSON.stringify(styles), ...resources.flatMap(keyPartsOf)]);
}

/** Keys for one composition: equal keys, equal pages. */
export interface Keys {
  galley(part: Part, order: GalleyOrder): string;
  /** Of the galley's pages. */
  pages(galley: string): string;
  batch(galley: string, order: BindingOrder): string;
}

/**
 * @param ground everything besides the composition that decides how pages come out: scripts, engine, browser,
 *   sheet, purpose.
 */
export function keysFor({ styles, resources, parts }: Composition, keyParts: readonly string[]): Keys {
  const shelf = new Map(resources.map((resource) => [resource.href, resource]));
  const pictures = new Map(parts.map((part) => [part.id, picturesIn(part, shelf)]));
  const placed = new Set([...pictures.values()].flat());
  const common = digest([
    ...keyParts,
    JSON.stringify(styles),
    ...resources.filter((resource) => !placed.has(resource)).flatMap(keyPartsOf),
  ]);
  return {
    galley: (part, order) => {
      const own = (pictures.get(part.id) ?? []).flatMap(keyPartsOf);
      return `galley-${digest(['galley', common, JSON.stringify(order), ...own])}`;
    },
    pages: (galley) => `pages-${digest(['pages', galley])}`,
    batch: (galley, order) => `forme-${digest(['forme', galley, JSON.stringify(order)])}`,
  };
}

export interface PrintedBatch {
  readonly bound: Bound;
  readonly printedBatches: Uint8Array;
}

export function packGalley(galley: Galley): Uint8Array {
  return Buffer.from(JSON.stringify(galley));
}

export function unpackGalley(bytes: Uint8Array): Galley {
  return JSON.parse(Buffer.from(bytes).toString()) as Galley;
}

/** Lines look much like one another: a tenth is left. */
export function packPages(pages: PackedPages): Uint8Array {
  return deflateRawSync(JSON.stringify(pages), { level: 3 });
}

export function unpackPages(bytes: Uint8Array): PackedPages {
  return JSON.parse(inflateRawSync(bytes).toString()) as PackedPages;
}

/** The length of what is known of the pages, then that, then what was pressed. */
export function packForme({ bound, printedBatches }: PrintedBatch): Uint8Array {
  const facts = Buffer.from(JSON.stringify(bound));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(facts.length);
  return Buffer.concat([length, facts, printedBatches]);
}

export function unpackForme(bytes: Uint8Array): PrintedBatch {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 4 + buffer.readUInt32BE(0);
  return { bound: JSON.parse(buffer.toString('utf8', 4, end)) as Bound, printedBatches: bytes.subarray(end) };
}

/** The resources that a part names, each once. */
function picturesIn({ flow }: Part, shelf: ReadonlyMap<string, Resource>): readonly Resource[] {
  const named = elementsOf(flow).flatMap(({ attributes }) => [
    attributes['src'],
    attributes['href'],
    attributes['xlink:href'],
  ]);
  return [...new Set(named)].flatMap((name) => (name === undefined ? [] : (shelf.get(name) ?? [])));
}

/** The addresses of the images that a part places. */
export function imagesOf(part: Part, resources: readonly Resource[]): readonly string[] {
  return picturesIn(part, new Map(resources.map((resource) => [resource.href, resource])))
    .filter(({ mediaType }) => mediaType.startsWith('image/'))
    .map(({ href }) => href);
}

function keyPartsOf({ href, mediaType, bytes }: Resource): readonly string[] {
  const own = digests.get(bytes) ?? digest([bytes]);
  digests.set(bytes, own);
  return [href, mediaType, own];
}

/** A file that did not change between two builds is the same array, and digested once. */
const digests = new WeakMap<Uint8Array, string>();

/** Each piece with its length before it, so that no two lists run together into the same bytes. */
function digest(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(`${piece.length} `).update(piece);
  return hash.digest('hex');
}
