// The segments that a JPEG is made of. Source: ITU-T T.81 annex B.

export interface Segment {
  readonly marker: number;
  /** Without marker and length. */
  readonly body: Uint8Array;
}

/** All segments up to the first scan, as far as they are sound. */
export function* segments(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length;) {
    if (view.getUint8(at) !== 0xff) return;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return;
    const end = at + 2 + view.getUint16(at + 2);
    yield { marker, body: bytes.subarray(at + 4, end) };
    at = end;
  }
}
