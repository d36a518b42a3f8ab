// What the subsets of a face became before: to read and join the outlines of all pieces takes half of the
// time in which they are merged, and an edit seldom brings a new glyph.
import { createHash } from 'node:crypto';
import { NO_CACHE, type Cache } from '../../cache/cache.js';
import type { PrintedObject } from './read-printed.js';

/** What all subsets of a face become. */
export interface JoinedFace {
  readonly program: PrintedObject;
  /** Of its glyphs to characters. */
  readonly map: PrintedObject;
  /** The entries of its glyphs' dictionary. */
  readonly widths: string;
}

export interface FaceCacheOrder {
  readonly memory: Cache;
  /** All that decides what they become. */
  readonly from: readonly (PrintedObject | string | undefined)[];
}

/** From memory, or as `join` makes it. What cannot be joined is tried each time. */
export function cachedFace(
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
