// What names a book for ever: the UUID made from its seed, and ISBNs as URNs.
import { createHash } from 'node:crypto';

/** The namespace for names that are URLs, RFC 9562 section 6.6. */
const URL_NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8';

/**
 * The version 5 UUID of a book's seed as a URN; the same seed gives the same URN in every build.
 *
 * Source: RFC 9562 section 5.5.
 */
export function bookUrn(seed: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(URL_NAMESPACE, 'hex'))
    .update(seed, 'utf8')
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${groups.join('-')}`;
}

/** `978-3-16-148410-0` as `urn:isbn:9783161484100`. The check digit is the config room's care. */
export function isbnUrn(isbn: string): string {
  return `urn:isbn:${isbn.replace(/[^0-9Xx]/g, '')}`;
}
