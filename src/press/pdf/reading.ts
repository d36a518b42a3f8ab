// Asks the threads in which pdf.js reads finished files.
import { availableParallelism } from 'node:os';
import { openThread } from '../thread.js';
import type { Answers, Reading, ReadingTalk } from './reading-thread.js';

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/press/pdf/reading-thread.js', import.meta.url);

const fallen = 'The text of a finished PDF could not be read.';

const first = openThread<ReadingTalk>(SCRIPT, { fallen });
/** For what would wait long for the first: the screen file, while the print file is read. */
const second = openThread<ReadingTalk>(SCRIPT, { fallen, keptMs: 1000 });

/** To read so many pages takes longer than to start another thread. */
const MANY_PAGES = 60;

/** Pages of which the first has not read the text yet. */
let waiting = 0;

/** Has pdf.js loaded, which takes a third of a second. */
export function warmUpReading(): void {
  first.warmUp();
}

/**
 * Has a file read.
 *
 * @throws an Error when the file is not a readable PDF.
 */
export async function readInThread<Wanted extends keyof Answers>(reading: Reading & { readonly wanted: Wanted }): Promise<Answers[Wanted]> {
  const pages = 'pages' in reading ? reading.pages.length : 0;
  if (Math.min(pages, waiting) >= MANY_PAGES && availableParallelism() > 1) return await second.ask(reading) as Answers[Wanted];
  waiting += pages;
  try {
    return await first.ask(reading) as Answers[Wanted];
  } finally {
    waiting -= pages;
  }
}
