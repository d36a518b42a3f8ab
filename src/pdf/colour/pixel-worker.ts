// Asks the threads that work on pixels.
import { availableParallelism } from 'node:os';
import type { PhotographRead } from '../../model/world.js';
import type { ColourOrder } from './colour-conversion.js';
import { openThread, type WorkerThread } from '../../shared/worker-thread.js';
import type { Converted, PackedPixels } from './convert-pixels.js';
import type { ImageToResample, ResampledImage } from './resample-pixels.js';
import type { PixelAnswers, PixelQuestion, PixelExchange } from './pixel-worker-thread.js';

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/pdf/colour/pixel-worker-thread.js', import.meta.url);

/** All processors but the one that asks; each thread has a copy of the decoders, and of what it works on. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1));

/**
 * Their decoders and pictures take much memory: kept from one picture to the next, not from one build to the
 * next.
 */
const KEPT_MS = 1000;

const open = (): WorkerThread<PixelExchange> =>
  openThread<PixelExchange>(SCRIPT, {
    fallen: 'The pixels of a picture could not be worked on.',
    keptMs: KEPT_MS,
  });
const pictures = Array.from({ length: THREADS }, open);
const busy = pictures.map(() => 0);
/** Of its own: the EPUB waits for its cover, and would wait for all photographs. */
const pages = open();

/** A picture in other colours. @throws an Error when it is damaged */
export function convertInThread(picture: PackedPixels, order: ColourOrder): Promise<Converted> {
  return askOne({
    wanted: 'colours',
    picture: { ...picture, contents: own(picture.contents) },
    order: shared(order),
  });
}

/**
 * An image with no more pixels than its place needs; undefined where it has none to spare. @throws an Error
 * when it is damaged
 */
export function resampleInThread(image: ImageToResample): Promise<ResampledImage | undefined> {
  const { contents, opacity } = image;
  return askOne({
    wanted: 'fewer pixels',
    image: { ...image, contents: own(contents), opacity: opacity && own(opacity) },
  });
}

/** A part of a larger array is sent with all of it; and a Buffer's `slice` is such a part. */
function own(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** A profile may have 8 MB, and every picture is sent with it: all threads read the same. */
function shared(order: ColourOrder): ColourOrder {
  if (order.to.colours !== 'cmyk') return order;
  const { icc } = order.to;
  const copy = profiles.get(icc) ?? new Uint8Array(new SharedArrayBuffer(icc.length));
  if (!profiles.has(icc)) copy.set(icc);
  profiles.set(icc, copy);
  return { ...order, to: { ...order.to, icc: copy } };
}

const profiles = new WeakMap<Uint8Array, Uint8Array>();

/** Whether a JPEG is whole. */
export function photographInThread(bytes: Uint8Array): Promise<PhotographRead> {
  return askOne({ wanted: 'photograph', bytes: own(bytes) });
}

/** The first page of a PDF as a JPEG, so many pixels wide. @throws an Error when PDFium cannot read it */
export function pageInThread(pdf: Uint8Array, width: number): Promise<Uint8Array> {
  return ask(pages, { wanted: 'page', pdf, width });
}

/** Asks the thread that has least to do. */
async function askOne<Wanted extends keyof PixelAnswers>(
  question: Question<Wanted>,
): Promise<PixelAnswers[Wanted]> {
  const at = busy.indexOf(Math.min(...busy));
  busy[at] = (busy[at] ?? 0) + 1;
  try {
    return await ask(pictures[at] ?? pages, question);
  } finally {
    busy[at] = (busy[at] ?? 1) - 1;
  }
}

type Question<Wanted> = Extract<PixelQuestion, { readonly wanted: Wanted }>;

async function ask<Wanted extends keyof PixelAnswers>(
  thread: typeof pages,
  question: Question<Wanted>,
): Promise<PixelAnswers[Wanted]> {
  return (await thread.ask(question)) as PixelAnswers[Wanted];
}
