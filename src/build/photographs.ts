// Photographs are decoded before they are asked for, in a thread: to judge them where the book is composed takes as long as all else
// that is done until then.
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isJudged } from '../edition/resources/decode.js';
import type { Files, PhotographRead, World } from '../model/world.js';
import { photographInThread } from '../press/pixels/pixels.js';

/** What a thread has time for until the book is composed; whatever it has not told by then is decoded there. */
const MOST = 48;

/**
 * The same World, which knows of photographs what a thread has found out by the time it is asked.
 *
 * @param hints the book's folder, in which texts name photographs: only which are decoded ahead depends on it
 */
export function withPhotographsAhead(world: World, hints: Files): World {
  const found = new Map<string, PhotographRead>();
  for (const bytes of namedPhotographs(hints).filter((one) => !isJudged(one, world))) {
    const name = digest(bytes);
    photographInThread(bytes).then((read) => found.set(name, read), () => undefined); // then it is read when it is asked for
  }
  return { ...world, photograph: (bytes) => found.get(digest(bytes)) ?? world.photograph(bytes) };
}

/** Those whose file names stand in the book's texts. */
function namedPhotographs(hints: Files): readonly Uint8Array[] {
  const paths = hints.list('');
  const texts = paths.filter((path) => /\.(?:md|ya?ml|hbs|css)$/i.test(path)).flatMap((path) => bytesOf(hints, path)).map(latin1);
  const isNamed = (path: string): boolean => texts.some((text) => text.includes(latin1(Buffer.from(posix.basename(path)))));
  return paths.filter((path) => /\.jpe?g$/i.test(path) && isNamed(path)).slice(0, MOST).flatMap((path) => bytesOf(hints, path));
}

function bytesOf(files: Files, path: string): readonly Uint8Array[] {
  const read = files.read(path);
  return 'bytes' in read ? [read.bytes] : [];
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
