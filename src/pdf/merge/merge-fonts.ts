// Every printed piece carries its own subset of each face. Their glyphs keep their numbers, so that subsets
// of one face can be laid over each other: the pieces are given the same, larger subset, and sharing then
// leaves one in the file.
import { deflateSync } from 'node:zlib';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import { readCharacters, writeCharacters } from '../objects/to-unicode.js';
import { renamedMaps } from './shared-glyphs.js';
import { contentOf, refIn, type PrintedFile, type PrintedObject } from './read-printed.js';
import { joinOutlines, readOutlines, type Outlines } from './glyph-outlines.js';
import { joinWidths, readWidths, writeWidths, type Widths } from './glyph-widths.js';
import { createHash } from 'node:crypto';

/**
 * The files with subsets of equal faces made equal. Faces that cannot be joined without doubt stay as they
 * are.
 *
 * @param memory what was joined of equal subsets. Default: nothing.
 */
export function joinFonts(files: readonly PrintedFile[], memory: Cache = NO_CACHE): readonly PrintedFile[] {
  const changed = files.map(({ objects, root }) => ({ objects: [...objects], root }));
  const subsets = changed.flatMap(subsetsIn);
  rename(subsets);
  const faces = byFace(subsets);
  for (const same of faces.values()) if (same.length > 1) joinFace(same, memory);
  return changed;
}

interface Subset {
  readonly objects: (PrintedObject | undefined)[];
  /** What its descriptor says of the face, without the subset's own tag. */
  readonly face: string;
  /** Object numbers. */
  readonly font: number;
  readonly glyphs: number;
  readonly descriptor: number;
  readonly file: number;
  readonly characters: number;
}

function subsetsIn({ objects }: { objects: (PrintedObject | undefined)[] }): readonly Subset[] {
  const textOf = (number: number | undefined): string =>
    number === undefined ? '' : (objects[number]?.text ?? '');
  return objects.flatMap((object, font) => {
    if (object?.text.includes('/Subtype /Type0') !== true) return [];
    const glyphs = Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(object.text)?.[1]);
    const characters = refIn(object.text, 'ToUnicode');
    const descriptor = refIn(textOf(glyphs), 'FontDescriptor');
    const file = refIn(textOf(descriptor), 'FontFile2');
    if (characters === undefined || descriptor === undefined || file === undefined) return [];
    const face = untagged(textOf(descriptor)).replace(/\/FontFile2 \d+ 0 R/, '');
    return [{ objects, face, font, glyphs, descriptor, file, characters }];
  });
}

/** The maps whose glyphs mean another character all through the book. */
function rename(subsets: readonly Subset[]): void {
  const maps = renamedMaps(subsets.map((subset) => ({ ...subset, map: mapOf(subset) })));
  for (const [{ objects, characters }, map] of maps)
    objects[characters] = packed(Buffer.from(map, 'latin1'), '');
}

function mapOf(subset: Subset): string {
  return Buffer.from(contentOf(subset.objects[subset.characters])).toString('latin1');
}

function byFace(subsets: readonly Subset[]): ReadonlyMap<string, readonly Subset[]> {
  const faces = new Map<string, Subset[]>();
  for (const subset of subsets) faces.set(subset.face, [...(faces.get(subset.face) ?? []), subset]);
  return faces;
}

function untagged(text: string): string {
  return text.replace(/\/[A-Z]{6}\+/g, '/FOLDMK+');
}

/** All subsets or none: half a join would leave two fonts where one is as good. */
function joinFace(subsets: readonly Subset[], memory: Cache): void {
  const parts = subsets.map(
    ({ objects, glyphs, file, characters }) =>
      [objects[file], objects[characters], WIDTHS.exec(objects[glyphs]?.text ?? '')?.[0]] as const,
  );
  const joined = cachedFace({ memory, from: parts.flat() }, () => joinedFace(subsets));
  if (joined === undefined) return;
  for (const { objects, font, glyphs, descriptor, file, characters: place } of subsets) {
    objects[file] = joined.program;
    objects[place] = joined.map;
    retext(objects, glyphs, (text) => untagged(text).replace(WIDTHS, joined.widths));
    retext(objects, descriptor, untagged);
    retext(objects, font, untagged);
  }
}

const WIDTHS = /(?:\/W \[[\s\S]*\]\n)?\/DW [\d.]+/;

function joinedFace(subsets: readonly Subset[]): JoinedFace | undefined {
  const outlines = subsets.map((subset) => readOutlines(contentOf(subset.objects[subset.file])));
  const joined = joinOutlines(outlines);
  const widths = joinWidths(subsets.map((subset, index) => widthsOf(subset, outlines[index])));
  const characters = joinCharacters(subsets.map((subset) => readCharacters(mapOf(subset))));
  if (joined === undefined || widths === undefined || characters === undefined) return undefined;
  return {
    program: packed(joined, `/Length1 ${joined.length}\n`),
    map: packed(Buffer.from(writeCharacters(characters), 'latin1'), ''),
    widths: writeWidths(widths),
  };
}

function widthsOf({ objects, glyphs }: Subset, outlines: Outlines | undefined): Widths | undefined {
  return outlines === undefined ? undefined : readWidths(objects[glyphs]?.text ?? '', outlines);
}

function joinCharacters(
  maps: readonly ReadonlyMap<number, string>[],
): ReadonlyMap<number, string> | undefined {
  const joined = new Map<number, string>();
  for (const [glyph, character] of maps.flatMap((map) => [...map])) {
    if ((joined.get(glyph) ?? character) !== character) return undefined;
    joined.set(glyph, character);
  }
  return joined;
}

function packed(bytes: Uint8Array, more: string): PrintedObject {
  const stream = new Uint8Array(deflateSync(bytes, { level: 9 }));
  return { text: `<<${more}/Filter /FlateDecode\n/Length ${stream.length}>>`, stream };
}

function retext(
  objects: (PrintedObject | undefined)[],
  number: number,
  change: (text: string) => string,
): void {
  const object = objects[number];
  if (object !== undefined) objects[number] = { ...object, text: change(object.text) };
}

// What the subsets of a face became before: to read and join the outlines of all pieces takes half of the
// time in which they are merged, and an edit seldom brings a new glyph.

/** What all subsets of a face become. */
interface JoinedFace {
  readonly program: PrintedObject;
  /** Of its glyphs to characters. */
  readonly map: PrintedObject;
  /** The entries of its glyphs' dictionary. */
  readonly widths: string;
}

interface FaceCacheOrder {
  readonly memory: Cache;
  /** All that decides what they become. */
  readonly from: readonly (PrintedObject | string | undefined)[];
}

/** From memory, or as `join` makes it. What cannot be joined is tried each time. */
function cachedFace(
  { memory, from }: FaceCacheOrder,
  join: () => JoinedFace | undefined,
): JoinedFace | undefined {
  if (memory === NO_CACHE) return join();
  const key = `face-${digest(from)}`;
  const known = memory.read(key);
  if (known !== undefined) return unpack(known);
  const joined = join();
  if (joined !== undefined) memory.write(key, pack(joined));
  return joined;
}

function digest(from: FaceCacheOrder['from']): string {
  const hash = createHash('sha256');
  for (const one of from) {
    const { text, stream = NOTHING } = typeof one === 'object' ? one : { text: one ?? '' };
    hash.update(` ${text.length} ${stream.length} `).update(text, 'latin1').update(stream);
  }
  return hash.digest('hex');
}

const NOTHING = new Uint8Array();

interface Packed {
  readonly text: string;
  /** In base64. */
  readonly stream: string;
}

function pack({ program, map, widths }: JoinedFace): Uint8Array {
  const packed = ({ text, stream = NOTHING }: PrintedObject): Packed => ({
    text,
    stream: Buffer.from(stream).toString('base64'),
  });
  return Buffer.from(JSON.stringify({ program: packed(program), map: packed(map), widths }));
}

function unpack(bytes: Uint8Array): JoinedFace {
  const { program, map, widths } = JSON.parse(Buffer.from(bytes).toString()) as {
    readonly program: Packed;
    readonly map: Packed;
    readonly widths: string;
  };
  const unpacked = ({ text, stream }: Packed): PrintedObject => ({
    text,
    stream: new Uint8Array(Buffer.from(stream, 'base64')),
  });
  return { program: unpacked(program), map: unpacked(map), widths };
}
