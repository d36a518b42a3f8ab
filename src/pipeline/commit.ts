// The moment at which a build becomes the one that stands in the output folder. A folder with all its files
// is renamed to one fixed name: that is the decision, and the lock at the same time. What follows only
// carries it out; a build that is killed meanwhile has its decision carried out by the next one.
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './process-alive.js';

const DECIDED = '.foldmark-decided';
const OWNER = '.owner';
const BEFORE = '.before';

interface Commit {
  readonly folder: string;
  /** A folder in it with the new files, flushed to the disk. */
  readonly staging: string;
  readonly names: readonly string[];
}

/**
 * Replaces the files of a folder together. When one of them cannot be replaced, those already replaced are
 * put back.
 *
 * @throws when it cannot be done; the folder is then as it was.
 */
export function commit({ folder, staging, names }: Commit): void {
  for (const name of names)
    if (isFolder(join(folder, name))) throw new Error(`There is a folder in the place of ${name}.`);
  writeFileSync(join(staging, OWNER), String(process.pid));
  decide(folder, staging);
  try {
    keepBefore(folder, names);
    carryOut(folder);
  } catch (cause) {
    putBack(folder, names);
    throw cause;
  } finally {
    discard(folder, process.pid);
  }
}

/** Carries out what a build had decided when it was killed. */
export function recover(folder: string): void {
  const owner = ownerOf(join(folder, DECIDED));
  if (owner === undefined || isAlive(owner)) return;
  carryOut(folder);
  discard(folder, owner);
}

/**
 * Under a name of its own first: onto an empty folder another build could rename its decision, which would go
 * with it.
 */
function discard(folder: string, owner: number): void {
  const decided = join(folder, DECIDED);
  const done = join(folder, `.foldmark-${process.pid}-done`);
  unlessGone(() => {
    renameSync(decided, done);
  });
  if (ownerOf(done) === owner) rmSync(done, { recursive: true, force: true });
  else
    unlessGone(() => {
      renameSync(done, decided);
    }); // another's, decided since we looked
}

const WAIT_MS = 20;
const MOST_WAITS = 500;

/** Waits while another build carries out its own decision, which takes milliseconds. */
function decide(folder: string, staging: string): void {
  for (let waits = 0; ; waits += 1) {
    try {
      renameSync(staging, join(folder, DECIDED));
      return;
    } catch (cause) {
      // The folder that stood in the way may be gone again by now: what was said decides, not a second look.
      if (!isInTheWay(cause) || waits === MOST_WAITS) throw cause;
      recover(folder);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

/** How systems say that a folder cannot be renamed onto one that holds something; Windows says EPERM. */
function isInTheWay(cause: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(String(codeOf(cause)));
}

function carryOut(folder: string): void {
  const decided = join(folder, DECIDED);
  if (!isFolder(decided)) return;
  for (const name of newFiles(decided))
    unlessGone(() => {
      renameSync(join(decided, name), join(folder, name));
    });
}

function newFiles(decided: string): readonly string[] {
  return readdirSync(decided).filter((name) => name !== OWNER && name !== BEFORE);
}

/** Two builds may carry out the same decision of a third. */
function unlessGone(move: () => void): void {
  try {
    move();
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  }
}

/** By a second name where the file system has them, so that no file is absent for a moment. */
function keepBefore(folder: string, names: readonly string[]): void {
  const before = join(folder, DECIDED, BEFORE);
  mkdirSync(before);
  for (const name of names)
    unlessGone(() => {
      secondName(join(folder, name), join(before, name));
    });
}

function secondName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') throw cause;
    copyFileSync(from, to);
  }
}

function putBack(folder: string, names: readonly string[]): void {
  const decided = join(folder, DECIDED);
  const kept = new Set(isFolder(join(decided, BEFORE)) ? readdirSync(join(decided, BEFORE)) : []);
  const waiting = new Set(newFiles(decided));
  for (const name of names.filter((one) => !waiting.has(one))) {
    if (kept.has(name)) renameSync(join(decided, BEFORE, name), join(folder, name));
    else rmSync(join(folder, name), { force: true });
  }
}

/** Undefined where nothing is decided. */
function ownerOf(decided: string): number | undefined {
  try {
    return Number(readFileSync(join(decided, OWNER), 'utf8'));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
