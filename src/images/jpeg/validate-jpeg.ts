// Whether a JPEG is whole, as rooms without machine code ask it.
import type { PhotographRead } from '../../model/world.js';
import { decodePhotograph, TooManyPixels } from './jpeg-codec.js';

export function readPhotograph(bytes: Uint8Array): PhotographRead {
  try {
    const { width, height } = decodePhotograph(bytes);
    return { width, height };
  } catch (error) {
    if (error instanceof TooManyPixels) return { problem: 'too-large' };
    return { problem: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
