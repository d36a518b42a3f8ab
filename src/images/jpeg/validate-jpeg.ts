// Whether a JPEG is whole, and its size as it is shown: cameras store photographs unturned.
import type { PhotographRead } from '../../model/world.js';
import { decodePhotograph, TooManyPixels } from './jpeg-codec.js';
import { jpegFacts } from './jpeg-header.js';

export function readPhotograph(bytes: Uint8Array): PhotographRead {
  try {
    const { width, height } = decodePhotograph(bytes);
    const isTurned = (jpegFacts(bytes)?.orientation ?? 1) >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  } catch (error) {
    if (error instanceof TooManyPixels) return { problem: 'too-large' };
    return { problem: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
