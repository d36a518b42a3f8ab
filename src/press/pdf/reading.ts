// Asks the thread in which pdf.js reads finished files.
import { openThread } from '../thread.js';
import type { Answers, Reading, ReadingTalk } from './reading-thread.js';

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/press/pdf/reading-thread.js', import.meta.url);

const ask = openThread<ReadingTalk>(SCRIPT, { fallen: 'The text of a finished PDF could not be read.' });

/**
 * Has a file read.
 *
 * @throws an Error when the file is not a readable PDF.
 */
export async function readInThread<Wanted extends keyof Answers>(reading: Reading & { readonly wanted: Wanted }): Promise<Answers[Wanted]> {
  return await ask(reading) as Answers[Wanted];
}
