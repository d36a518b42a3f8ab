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

/** Their decoders and pictures take much memory: kept from one picture to the next, not from one build to the next. */
const KEPT_MS = 1000;

const open = (): ReturnType<typeof openThread<PixelTalk>> => openThread<PixelTalk>(SCRIPT, { fallen: 'The pixels of a picture could not be worked on.', keptMs: KEPT_MS });
const colours = Array.from({ length: THREADS }, open);
const busy = colours.map(() => 0);
/** Of its own: the EPUB waits for its cover, and would wait for all photographs. */
const pages = open();

/** A picture in other colours. The thread that has least to do is asked. @throws an Error when it is damaged */
export async function convertInThread(picture: PackedPixels, order: ColourOrder): Promise<Converted> {
  const at = busy.indexOf(Math.min(...busy));
  const thread = colours[at] ?? pages;
  busy[at] = (busy[at] ?? 0) + 1;
  try {
    const contents = picture.contents.slice(); // a part of a larger array would be sent with all of it
    return await ask(thread, { wanted: 'colours', picture: { ...picture, contents }, order });
  } finally {
    busy[at] = (busy[at] ?? 1) - 1;
  }
}

/** The first page of a PDF as a JPEG, so many pixels wide. @throws an Error when PDFium cannot read it */
export function pageInThread(pdf: Uint8Array, width: number): Promise<Uint8Array> {
  return ask(pages, { wanted: 'page', pdf, width });
}

async function ask<Wanted extends keyof PixelAnswers>(thread: typeof pages, question: PixelQuestion & { readonly wanted: Wanted }): Promise<PixelAnswers[Wanted]> {
  return await thread(question) as PixelAnswers[Wanted];
}
