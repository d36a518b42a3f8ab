// Whether the output folder can be written to, asked before an hour is spent on what could not be kept, and
// put in words.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { UsageError } from './build-order.js';

/** The output folder cannot be written to. What stood in it still does. */
export class OutputUnwritable extends Error {
  override readonly name = 'OutputUnwritable';
}

/**
 * @throws OutputUnwritable when the folder, or the nearest one above it that exists, takes no files;
 *   UsageError when one is a file.
 */
export function assertWritable(folder: string, option: '--out' | '--proof'): void {
  const there = nearest(folder);
  if (!statSync(there).isDirectory())
    throw new UsageError(`${relative('', there) || '.'} is a file, not a folder.`, {
      code: 'RUN-004',
      place: option,
      hint: 'Name another folder, or move the file away.',
    });
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw outputUnwritable(folder, cause);
  }
}

function nearest(folder: string): string {
  if (existsSync(folder)) return folder;
  const above = dirname(folder);
  return above === folder ? folder : nearest(above);
}

/** One line for whatever the system said. */
export function outputUnwritable(folder: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = cause instanceof Error ? cause.message : String(cause);
  const why = Object.hasOwn(REASONS, code) ? REASONS[code] : said;
  return new OutputUnwritable(
    `Nothing was written to ${relative('', folder) || '.'}: ${why ?? said}. What stood there is as it was.`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  EBUSY: 'another program holds a file of it open',
};
