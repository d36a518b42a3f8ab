// Whether an image is whole: it is decoded here once, so that a damaged file is found before a reader opens
// the book.
import { createHash } from 'node:crypto';
import { decode as decodePng } from 'fast-png';
import type { World } from '../../model/world.js';
import { sniffImage, latin, type ImageKind } from '../../images/image-type.js';
import { svgSize } from './svg-size.js';
import {
  MAX_MEGAPIXELS,
  type ImageProblem,
  type ImageSize,
  type SoundImage,
} from '../../images/image-verdict.js';

/** Judges an image file: PNG and JPEG to the last pixel, GIF and WebP by their frame, SVG by its root. */
export function decodeImage(bytes: Uint8Array, world: Judging): SoundImage | ImageProblem {
  const name = digestOf(bytes);
  const verdict = verdicts.get(name) ?? recalled(bytes, { name, world });
  verdicts.set(name, verdict);
  return verdict;
}

/** Whether a picture was judged before, in this run or an earlier one, so that nothing has to be decoded. */
export function isJudged(bytes: Uint8Array, world: Pick<World, 'remembered'>): boolean {
  const name = digestOf(bytes);
  const known = verdicts.get(name) ?? remembered(world, keyOf(sniffImage(bytes), name));
  if (known) verdicts.set(name, known);
  return known !== undefined;
}

/** SHA-256, worked out once for the same array of bytes. */
export function digestOf(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
  digests.set(bytes, digest);
  return digest;
}

const digests = new WeakMap<Uint8Array, string>();

/** What reads photographs, and what earlier runs found. */
type Judging = Pick<World, 'photograph' | 'remembered'>;

/**
 * Every edition asks about the same files, and decoding is what costs: verdicts are remembered by content.
 */
const verdicts = new Map<string, SoundImage | ImageProblem>();

/** Only that a photograph is sound outlasts the run: an SVG is read anew each time for what it may hold. */
function recalled(
  bytes: Uint8Array,
  { name, world }: { name: string; world: Judging },
): SoundImage | ImageProblem {
  const key = keyOf(sniffImage(bytes), name);
  const known = remembered(world, key);
  if (known) return known;
  const verdict = judged(bytes, world);
  if (key !== undefined && !('problem' in verdict))
    world.remembered?.write(key, new TextEncoder().encode(JSON.stringify(verdict)));
  return verdict;
}

function remembered(
  { remembered: memory }: Pick<World, 'remembered'>,
  key: string | undefined,
): SoundImage | undefined {
  const known = key === undefined ? undefined : memory?.read(key);
  return known && (JSON.parse(new TextDecoder().decode(known)) as SoundImage);
}

/** Undefined for kinds that are read anew each time. */
function keyOf(kind: ImageKind | undefined, name: string): string | undefined {
  return kind === 'png' || kind === 'jpeg'
    ? `sound-${createHash('sha256').update(`sound ${kind} ${name}`).digest('hex')}`
    : undefined;
}

function judged(bytes: Uint8Array, world: Judging): SoundImage | ImageProblem {
  const kind = sniffImage(bytes);
  if (!kind) return { problem: 'unreadable', reason: 'it is neither PNG, JPEG, GIF, WebP nor SVG' };
  try {
    const size = kind === 'jpeg' ? readJpeg(world.photograph(bytes)) : READERS[kind](bytes);
    return 'problem' in size ? size : { kind, ...size };
  } catch (error) {
    // Decoders meet the end of a file that was cut as a read past their buffer.
    if (error instanceof RangeError) return CUT_SHORT;
    return { problem: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

const CUT_SHORT = { problem: 'unreadable', reason: 'it is cut short' } as const;
const TOO_LARGE = { problem: 'too-large', reason: `it has more than ${MAX_MEGAPIXELS} megapixels` } as const;

const READERS: Readonly<Record<Exclude<ImageKind, 'jpeg'>, (bytes: Uint8Array) => ImageSize | ImageProblem>> =
  {
    png: readPng,
    gif: (bytes) =>
      bytes.at(-1) === 0x3b
        ? { width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) }
        : CUT_SHORT,
    webp: (bytes) => (bytes.length >= view(bytes).getUint32(4, true) + 8 ? webpSize(bytes) : CUT_SHORT),
    svg: svgSize,
  };

function readPng(bytes: Uint8Array): ImageSize | ImageProblem {
  const size = { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
  // The size is judged before decoding: a small file may unpack to more than the machine holds.
  if (size.width * size.height > MAX_MEGAPIXELS * 1e6) return TOO_LARGE;
  decodePng(bytes, { checkCrc: true });
  return size;
}

function readJpeg(read: ReturnType<World['photograph']>): ImageSize | ImageProblem {
  return 'problem' in read && read.problem === 'too-large' ? TOO_LARGE : read;
}

/**
 * https://developers.google.com/speed/webp/docs/riff_container: the first chunk says how the size is written.
 */
function webpSize(bytes: Uint8Array): ImageSize | ImageProblem {
  const at = view(bytes);
  const triple = (from: number): number => at.getUint16(from, true) + (at.getUint8(from + 2) << 16);
  switch (latin(bytes, 12, 16)) {
    case 'VP8X':
      return { width: triple(24) + 1, height: triple(27) + 1 };
    case 'VP8L':
      return {
        width: (at.getUint32(21, true) & 0x3fff) + 1,
        height: ((at.getUint32(21, true) >> 14) & 0x3fff) + 1,
      };
    case 'VP8 ':
      return { width: at.getUint16(26, true) & 0x3fff, height: at.getUint16(28, true) & 0x3fff };
    default:
      return CUT_SHORT;
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
