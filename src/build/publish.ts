// The only writer: puts a build's files into the output folder, all of them or none.
import { closeSync, existsSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface PublishedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes every file beside its place first, flushed to the disk, then renames them into it. A full disk or a
 * read-only folder therefore leaves what was there before. When a rename fails midway, the files already
 * replaced are put back.
 */
export function publish({ folder, files }: { folder: string; files: readonly PublishedFile[] }): void {
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(join(folder, '.foldmark-'));
  try {
    for (const file of files) writeFlushed(join(staging, file.name), file.bytes);
    replaceAll({ folder, staging, names: files.map((file) => file.name) });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const open = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

function replaceAll({ folder, staging, names }: { folder: string; staging: string; names: readonly string[] }): void {
  const replaced: string[] = [];
  try {
    for (const name of names) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(staging, `${name}.before`));
      replaced.push(name);
      renameSync(join(staging, name), join(folder, name));
    }
  } catch (cause) {
    for (const name of replaced) putBack({ folder, staging, name });
    throw new Error(`The files could not be put into ${folder}; those that were there before are untouched.`, { cause });
  }
}

function putBack({ folder, staging, name }: { folder: string; staging: string; name: string }): void {
  const before = join(staging, `${name}.before`);
  if (existsSync(before)) renameSync(before, join(folder, name));
  else rmSync(join(folder, name), { force: true });
}
