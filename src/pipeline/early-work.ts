// What is begun with a master before its files are finished: whoever needs it asks again, and hears then of
// what went wrong.
import { makes } from '../model/media.js';
import type { BookConfig } from '../model/settings.js';
import type { Cache } from '../cache/cache.js';
import type { Master } from '../pdf/objects/master.js';
import { convertAhead, platesOf, type Plate } from '../pdf/finish/printer-output.js';
import { warmUpReading } from '../pdf/read/pdf-reader.js';
import { markedWords } from '../pdf/tags/link-descriptions.js';
import { warmUpEbookCheck } from './epub-check-worker.js';

interface Finishing {
  readonly config: BookConfig;
  readonly memory: Cache | undefined;
}

/** What can be done beside the browser as soon as the pages are laid out. */
export async function beginWithPages(finishing: Finishing, master: Master): Promise<void> {
  startReadingLinks(finishing, master);
  await startColourConversion(finishing, master);
}

/** Reads what links say, while the browser is still at work. */
function startReadingLinks({ config: { editions }, memory }: Finishing, { pieces }: Master): void {
  if (editions.includes('screen')) void markedWords(pieces, memory).catch(() => undefined);
}

/**
 * Loads what finished files are read with and checked with, in threads, while a processor has nothing else to
 * do.
 */
export function warmUpChecks({ config: { editions } }: Pick<Finishing, 'config'>): void {
  if (makes('pages', editions)) warmUpReading();
  if (makes('documents', editions)) warmUpEbookCheck();
}

/**
 * Has its pictures converted for the first printer, in threads; resolves as soon as that is on its way. For
 * all printers at once they would take too much memory.
 */
async function startColourConversion(finishing: Finishing, { document }: Master): Promise<void> {
  if (!finishing.config.editions.includes('print')) return;
  const [first] = await platesFor(finishing);
  if (first) void convertAhead(document, first).catch(() => undefined);
}

/** The files for all printers of the book: `io-print.pdf`, `io-print-kdp.pdf`, `io-print-riso-black.pdf`. */
export async function platesFor({
  config: {
    print: { printers = [] },
  },
  memory,
}: Finishing): Promise<readonly Plate[]> {
  return (await Promise.all(printers.map((profile) => platesOf(profile, memory)))).flat();
}
