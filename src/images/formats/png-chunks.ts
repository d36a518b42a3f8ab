// The chunks that a PNG is made of. Source: PNG third edition, section 5.

export interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
  /** Where it begins and ends in the file, with its length and its checksum. */
  readonly from: number;
  readonly to: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether the file begins as a PNG and is long enough for its header. */
export function isPng(bytes: Uint8Array): boolean {
  return bytes.length >= 33 && SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** All chunks in front of the first with pixels. */
export function* chunksBeforePixels(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 8; from + 12 <= bytes.length;) {
    const to = from + 12 + view.getUint32(from);
    const name = String.fromCharCode(...bytes.subarray(from + 4, from + 8));
    if (name === 'IDAT') return;
    yield { name, body: bytes.subarray(from + 8, to - 4), from, to };
    from = to;
  }
}

/** The file less one chunk; the file itself when it has none of that name. */
export function withoutChunks(bytes: Uint8Array, name: string): Uint8Array {
  const chunk = [...chunksBeforePixels(bytes)].find((one) => one.name === name);
  return chunk === undefined
    ? bytes
    : Buffer.concat([bytes.subarray(0, chunk.from), bytes.subarray(chunk.to)]);
}
