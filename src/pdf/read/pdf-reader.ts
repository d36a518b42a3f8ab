// Asks the threads in which pdf.js reads finished files.
import { availableParallelism } from 'node:os';
import { openThread } from '../../shared/worker-thread.js';
import type { Answers, ReaderRequest, ReaderExchange } from './pdf-reader-thread.js';

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/pdf/read/pdf-reader-thread.js', import.meta.url);

const fallen = 'The text of a finished PDF could not be read.';

const first = { ...openThread<ReaderExchange>(SCRIPT, { fallen }), pages: 0 };
/** For what would wait long for the first: the screen file, while the print file is read. */
const second = { ...openThread<ReaderExchange>(SCRIPT, { fallen, keptMs: 1000 }), pages: 0 };

/** To read so many pages takes longer than to start another thread. */
const MANY_PAGES = 60;

/** Has pdf.js loaded, which takes a third of a second. */
export function warmUpReading(): void {
  first.warmUp();
}

/**
 * Has a file read.
 *
 * @throws an Error when the file is not a readable PDF.
 */
export async function readInThread<Wanted extends keyof Answers>(
  reading: ReaderRequest & { readonly wanted: Wanted },
): Promise<Answers[Wanted]> {
  const pages = 'pages' in reading ? reading.pages.length : 0;
  const reader =
    Math.min(pages, first.pages - second.pages) >= MANY_PAGES && availableParallelism() > 1 ? second : first;
  reader.pages += pages;
  try {
    return (await reader.ask(reading)) as Answers[Wanted];
  } finally {
    reader.pages -= pages;
  }
}
