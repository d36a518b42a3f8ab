// Asks the threads that work on pixels.
import { availableParallelism } from 'node:os';
import type { ColourOrder } from '../pdf/colour/conversion.js';
import { openThread } from '../thread.js';
import type { Converted, PackedPixels } from './convert.js';
import type { PixelAnswers, PixelQuestion, PixelTalk } from './pixels-thread.js';

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/press/pixels/pixels-thread.js', import.meta.url);

/** All processors but the one that asks; each thread has a copy of the decoders, and of what it works on. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1));

const threads = Array.from({ length: THREADS }, () => openThread<PixelTalk>(SCRIPT, { fallen: 'The pixels of a picture could not be worked on.', keptMs: 1000 }));
const busy = threads.map(() => 0);

/** A picture in other colours. @throws an Error when it is damaged */
export function convertInThread(picture: PackedPixels, order: ColourOrder): Promise<Converted> {
  return ask({ wanted: 'colours', picture: { ...picture, contents: picture.contents.slice() }, order }); // a part of a larger array would be sent with all of it
}

/** The first page of a PDF as a JPEG, so many pixels wide. @throws an Error when PDFium cannot read it */
export function pageInThread(pdf: Uint8Array, width: number): Promise<Uint8Array> {
  return ask({ wanted: 'page', pdf, width });
}

/** The thread that has least to do is asked. */
async function ask<Wanted extends keyof PixelAnswers>(question: PixelQuestion & { readonly wanted: Wanted }): Promise<PixelAnswers[Wanted]> {
  const at = busy.indexOf(Math.min(...busy));
  const thread = threads[at];
  if (thread === undefined) throw new Error('There is no thread to ask.');
  busy[at] = (busy[at] ?? 0) + 1;
  try {
    return await thread(question) as PixelAnswers[Wanted];
  } finally {
    busy[at] = (busy[at] ?? 1) - 1;
  }
}
