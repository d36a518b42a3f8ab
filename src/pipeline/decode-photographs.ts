// Photographs are decoded before they are asked for, in a thread: to judge them where the book is composed
// takes as long as all else that is done until then.
import { posix } from 'node:path';
import { digestOf, isJudged } from '../edition/resources/decode-image.js';
import type { FileRead, Files, PhotographRead, World } from '../model/world.js';
import { photographInThread } from '../pdf/colour/pixel-worker.js';

/**
 * What a thread has time for until the book is composed; whatever it has not told by then is decoded there.
 */
const MOST = 48;

/**
 * The same World, which knows of the photographs that the book's texts name what a thread has found out by
 * the time it is asked.
 */
export function startDecodingPhotographs(world: World): World {
  const found = new Map<string, PhotographRead>();
  const files = new Map(namedPhotographs(world.book).map((path) => [path, world.book.read(path)] as const));
  for (const bytes of [...files.values()].flatMap(bytesIn).filter((one) => !isJudged(one, world))) {
    const name = digestOf(bytes);
    photographInThread(bytes).then(
      (read) => found.set(name, read),
      () => undefined,
    ); // then it is read when it is asked for
  }
  return {
    ...world,
    book: { ...world.book, read: (path) => files.get(path) ?? world.book.read(path) },
    photograph: (bytes) => found.get(digestOf(bytes)) ?? world.photograph(bytes),
  };
}

/** Those whose file names stand in the book's texts, in plain letters. */
function namedPhotographs(book: Files): readonly string[] {
  const paths = book.list('');
  const photographs = paths.filter((path) => PHOTOGRAPH.test(path));
  if (photographs.length === 0) return [];
  const texts = paths
    .filter((path) => /\.(?:md|ya?ml|hbs|css)$/i.test(path))
    .flatMap((path) => bytesIn(book.read(path)));
  const names = new Set(
    texts.flatMap((bytes) =>
      Buffer.from(bytes)
        .toString()
        .split(BETWEEN_NAMES)
        .filter((word) => PHOTOGRAPH.test(word)),
    ),
  );
  return photographs.filter((path) => names.has(posix.basename(path))).slice(0, MOST);
}

const PHOTOGRAPH = /\.jpe?g$/i;
const BETWEEN_NAMES = /[\s"'()<>[\]/\\]+/;

function bytesIn(read: FileRead): readonly Uint8Array[] {
  return 'bytes' in read ? [read.bytes] : [];
}
