// Where a proof goes: a folder of its own, in which the last one is replaced.
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publish, type PublishedFile } from '../publish.js';
import { assertWritable } from '../output-access.js';

/** Before anything is made. @throws OutputUnwritable when the folder takes no files. */
export function assertProof(folder: string): void {
  assertWritable(resolve(folder), '--proof');
}

/** Pictures of an earlier proof that this one has not are removed. */
export function publishProof(folder: string, files: readonly PublishedFile[]): void {
  const path = resolve(folder);
  publish({ folder: path, files });
  const names = new Set(files.map(({ name }) => name));
  for (const name of readdirSync(path))
    if (OURS.test(name) && !names.has(name)) rmSync(join(path, name), { force: true });
}

const OURS = /^(\d{2,}-[A-Z]+-\d{3}|sheet-\d+)\.png$/;
