// Reads a zip's own table of contents: what the OCF rules are about, and what an unzipper hides.
import { unzipSync } from 'fflate';

export interface ZipEntry {
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

export interface Zip {
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
export function readZip(bytes: Uint8Array): Zip {
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
