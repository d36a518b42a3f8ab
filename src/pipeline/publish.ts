// The only writer: puts a build's files into the output folder, all of them or none.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './process-alive.js';
import { commit, recover } from './commit.js';
import { outputUnwritable } from './output-access.js';

export interface PublishedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes every file beside its place first, flushed to the disk, then commits them together. A full disk or a
 * read-only folder therefore leaves what was there before, and so does another build into the same folder:
 * the later one wins whole.
 *
 * @throws with one line that says why nothing was written.
 */
export function publish({ folder, files }: { folder: string; files: readonly PublishedFile[] }): void {
  try {
    mkdirSync(folder, { recursive: true });
    recover(folder);
    sweep(folder);
    const staging = mkdtempSync(join(folder, `${DRAFT}${process.pid}-`));
    try {
      for (const file of files) writeFlushed(join(staging, file.name), file.bytes);
      commit({ folder, staging, names: files.map((file) => file.name) });
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  } catch (cause) {
    throw outputUnwritable(folder, cause);
  }
}

/** Followed by the number of the process that writes it. */
const DRAFT = '.foldmark-';

/** What a build left that was killed while it wrote. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = /^\.foldmark-(\d+)-/.exec(name)?.[1];
    if (writer !== undefined && !isAlive(Number(writer)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const open = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(open, bytes, at);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}
