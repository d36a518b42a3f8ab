// Draws pictures of a PDF's pages as PNG, without any program beside Node: pdf.js paints on a canvas, in a thread of its own.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { MissingCanvas } from './missing-canvas.js';
import type { Picture, PictureFiles } from './picture.js';
import type { PictureAnswer, PictureOrder } from './picture-thread.js';

export interface Drawing {
  readonly files: PictureFiles;
  readonly pictures: readonly Picture[];
}

/** From src/ and from lib/ it is the same way. */
const SCRIPT = new URL('../../../lib/press/pictures/picture-thread.js', import.meta.url);

/**
 * A PNG for each picture, in their order. Equal pictures of equal files are equal bytes on one kind of machine.
 *
 * @throws MissingCanvas without a canvas; an Error when a file cannot be read.
 */
export async function drawPictures({ files, pictures }: Drawing): Promise<readonly Uint8Array[]> {
  assertCanvas();
  const worker = new Worker(SCRIPT);
  try {
    const order: PictureOrder = { files, pictures };
    const answer = await new Promise<PictureAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(order);
    });
    if ('failed' in answer) throw new Error(`The pages could not be drawn: ${answer.failed}`);
    return answer.pictures;
  } finally {
    await worker.terminate();
  }
}

/** @throws MissingCanvas */
export function assertCanvas(): void {
  try {
    createRequire(import.meta.url)('@napi-rs/canvas');
  } catch (cause) {
    throw new MissingCanvas({ cause });
  }
}
