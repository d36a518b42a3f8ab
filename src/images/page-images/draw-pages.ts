// Draws pictures of a PDF's pages as PNG, without any program beside Node: pdf.js paints on a canvas, in a process of its own,
// because the canvas is machine code, which does not bear the end of a thread.
import { fork, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MissingCanvas } from './missing-canvas.js';
import type { Picture, PictureFiles } from './drawing.js';
import type { PictureAnswer, PictureOrder } from './draw-process.js';

export interface Drawing {
  readonly files: PictureFiles;
  readonly pictures: readonly Picture[];
}

/** From src/ and from lib/ it is the same way. */
const SCRIPT = fileURLToPath(new URL('../../../lib/images/page-images/draw-process.js', import.meta.url));

/**
 * A PNG for each picture, in their order. Equal pictures of equal files are equal bytes on one kind of machine.
 *
 * @throws MissingCanvas without a canvas; an Error when a file cannot be read, or the canvas crashes twice.
 */
export async function drawPictures(drawing: Drawing): Promise<readonly Uint8Array[]> {
  if (drawing.pictures.length === 0) return [];
  assertCanvas();
  const answer = await answerTo(drawing);
  const said = 'crashed' in answer ? await answerTo(drawing) : answer; // machine code crashes now and then, under load, over the same files that it draws another time
  if ('crashed' in said) throw new Error(`The process that draws pages ended by itself (${said.crashed}), twice.`);
  if ('failed' in said) throw new Error(`The pages could not be drawn: ${said.failed}`);
  return said.pictures;
}

async function answerTo({ files, pictures }: Drawing): Promise<PictureAnswer | { readonly crashed: string }> {
  const child = fork(SCRIPT, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  try {
    const order: PictureOrder = { files, pictures };
    return await new Promise<PictureAnswer | { readonly crashed: string }>((resolve, reject) => {
      child.once('message', (said) => { resolve(said as PictureAnswer); });
      child.once('error', reject);
      child.once('exit', (code, signal) => { resolve({ crashed: signal ?? String(code ?? 'for no reason it gave') }); });
      child.send(order);
    });
  } finally {
    child.kill();
  }
}

/** Asked in a process of its own: machine code that does not load may end the one that asks. @throws MissingCanvas */
export function assertCanvas(): void {
  const { status, stderr } = spawnSync(process.execPath, ['--eval', 'require("@napi-rs/canvas")'], { cwd: dirname(SCRIPT), encoding: 'utf8' });
  if (status !== 0) throw new MissingCanvas({ cause: new Error(stderr.split('\n').find((line) => /^\w*Error/.test(line)) ?? stderr) });
}
