// Resampled images as bytes for the cache: what is known of one as a line of JSON, then its pixels, then
// their opacity.
import type { ResampledImage } from '../colour/resample-pixels.js';

const LINE_END = 0x0a;

/** Also that nothing was to be done. */
export function packResampled(made: ResampledImage | undefined): Uint8Array {
  if (made === undefined) return Uint8Array.of(LINE_END);
  const { bytes, opacity, ...facts } = made;
  const head = `${JSON.stringify({ ...facts, length: bytes.length, isOpaque: opacity === undefined })}\n`;
  return Buffer.concat([Buffer.from(head), bytes, opacity ?? new Uint8Array()]);
}

export function unpackResampled(packed: Uint8Array): ResampledImage | undefined {
  const end = packed.indexOf(LINE_END);
  if (end < 1) return undefined;
  const { length, isOpaque, ...facts } = JSON.parse(Buffer.from(packed.subarray(0, end)).toString()) as Omit<
    ResampledImage,
    'bytes' | 'opacity'
  > & { readonly length: number; readonly isOpaque: boolean };
  // a copy: what is sent to a thread is sent with all that it is a part of
  const pixels = Uint8Array.from(packed.subarray(end + 1));
  return { ...facts, bytes: pixels.slice(0, length), ...(isOpaque ? {} : { opacity: pixels.slice(length) }) };
}
