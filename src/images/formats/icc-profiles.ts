// Takes the ICC profile out of a picture's file. A damaged one counts as none.
import { inflateSync } from 'node:zlib';
import { segments } from '../jpeg/jpeg-segments.js';
import { chunksBeforePixels } from './png-chunks.js';

/** Bytes. The profiles of printing presses, the largest there are, have some three million. */
const MOST = 1 << 22;
const HEADER = 128;

/** Source: PNG third edition, section 11.3.2.3: a name, a zero, the method (0), and the profile deflated. */
export function pngProfile(bytes: Uint8Array): Uint8Array | undefined {
  const body = [...chunksBeforePixels(bytes)].find(({ name }) => name === 'iCCP')?.body;
  const end = body?.indexOf(0) ?? -1;
  if (body === undefined || end === -1 || body[end + 1] !== 0) return undefined;
  try {
    return sound(inflateSync(body.subarray(end + 2), { maxOutputLength: MOST }));
  } catch {
    return undefined; // cut off, or no profile that a picture needs
  }
}

/** Source: ICC.1:2022 annex B.4: segments APP2, each with its number from 1 and how many there are. */
export function jpegProfile(bytes: Uint8Array): Uint8Array | undefined {
  const label = 'ICC_PROFILE\0';
  const parts = [...segments(bytes)]
    .filter(
      ({ marker, body }) =>
        marker === 0xe2 && String.fromCharCode(...body.subarray(0, label.length)) === label,
    )
    .map(({ body }) => ({ number: body[12], of: body[13], part: body.subarray(14) }))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const whole = parts.every(({ number, of }, index) => number === index + 1 && of === parts.length);
  return whole ? sound(Buffer.concat(parts.map(({ part }) => part))) : undefined;
}

/** As long as it says itself, and marked as a profile. Source: ICC.1:2022 section 7.2. */
function sound(profile: Buffer): Uint8Array | undefined {
  if (profile.length < HEADER || profile.length > MOST) return undefined;
  const complete = profile.readUInt32BE(0) <= profile.length && profile.toString('latin1', 36, 40) === 'acsp';
  return complete ? profile : undefined;
}
