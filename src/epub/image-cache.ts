// Pictures that were made fit before, by all that decides what becomes of them: decoding and packing a cover
// takes longer than all the rest of an e-book.
import { createHash } from 'node:crypto';
import { outcome, type Outcome } from '../model/finding.js';
import type { Resource } from '../model/edition.js';
import type { Cache } from '../cache/cache.js';
import type { EpubImage } from './fit-images.js';

/** To be raised with every change in how pictures are made fit. */
const FITTER = 2;

/**
 * A picture that was changed without a finding is remembered; one that is carried as it is, or found fault
 * with, is looked at anew.
 */
export async function cachedImage(
  resource: Resource,
  {
    as,
    memory,
    fit,
  }: { as: 'picture' | 'cover'; memory: Cache; fit: (resource: Resource) => Promise<Outcome<EpubImage>> },
): Promise<Outcome<EpubImage>> {
  const { bytes, mediaType } = resource;
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return fit(resource);
  const hash = createHash('sha256').update(`${as} ${mediaType}, fitted by ${FITTER} `).update(bytes);
  const key = `fitted-${hash.digest('hex')}`;
  const known = memory.read(key);
  if (known !== undefined)
    return outcome({
      bytes: new Uint8Array(known),
      mediaType: isJpeg(known) ? 'image/jpeg' : 'image/png',
      animated: false,
    });
  const made = await fit(resource);
  if (made.value.bytes !== bytes && made.diagnostics.length === 0) memory.write(key, made.value.bytes);
  return made;
}

/** SOI, ITU-T T.81 table B.1. */
function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}
