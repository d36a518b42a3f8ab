// Reads what a JPEG says of itself, in front of its pixels.
import { segments } from './jpeg-segments.js';

export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** 1 gray, 3 colour, 4 CMYK. */
  readonly components: number;
  /** 1 is upright. */
  readonly orientation: number;
}

/** Walks the segments up to the frame header; undefined when there is none. Source: ITU-T T.81 annex B. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  let orientation = 1;
  for (const { marker, body } of segments(bytes)) {
    const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    if (isFrame(marker))
      return body.length < 6
        ? undefined
        : { height: view.getUint16(1), width: view.getUint16(3), components: view.getUint8(5), orientation };
    if (marker === 0xe1) orientation = exifOrientation(body) ?? orientation;
  }
  return undefined;
}

/** Start of frame, all kinds but the tables that share its numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function exifOrientation(segment: Uint8Array): number | undefined {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const isExif = segment.length > 14 && view.getUint32(0) === 0x45786966;
  if (!isExif) return undefined;
  const little = view.getUint16(6) === 0x4949;
  const directory = 6 + view.getUint32(10, little);
  if (directory + 2 > segment.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let n = 0, at = directory + 2; n < count && at + 12 <= segment.length; n += 1, at += 12) {
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return undefined;
}
