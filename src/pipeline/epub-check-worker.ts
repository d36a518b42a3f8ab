// Asks the thread in which EPUBs are checked: an EPUB is packed long before the PDFs are finished and read
// back.
import type { Artifact } from '../model/artifact.js';
import type { Finding } from '../model/finding.js';
import { openThread } from '../shared/worker-thread.js';
import type { EbookTalk } from './epub-check-thread.js';

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../lib/pipeline/epub-check-thread.js', import.meta.url);

const thread = openThread<EbookTalk>(SCRIPT, { fallen: 'A finished EPUB could not be checked.' });

/** Has all loaded that EPUBs are checked with, which takes a third of a second. */
export function warmUpEbookCheck(): void {
  thread.warmUp();
}

const asked = new WeakMap<Uint8Array, Promise<readonly Finding[]>>();

/**
 * All that is wrong with an EPUB of ours, whose pictures were decoded when the book was composed. Once for
 * the same array of bytes: whoever packed a file may ask at once and let others ask later.
 */
export function checkEbookFile({ bytes, name, coverPage }: Artifact): Promise<readonly Finding[]> {
  const known = asked.get(bytes);
  if (known !== undefined) return known;
  const checking = thread.ask({
    bytes,
    name,
    pictures: 'trusted',
    ...(coverPage === undefined ? {} : { coverPage }),
  });
  asked.set(bytes, checking);
  checking.catch(() => undefined); // whoever asks for it hears of it
  return checking;
}
