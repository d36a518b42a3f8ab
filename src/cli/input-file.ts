// The file that a command is to read: one that is there, is a file, and can be read.
import { readFileSync } from 'node:fs';
import { UsageError } from '../pipeline/build-order.js';

/** @throws UsageError where there is no such file, or none that can be read. */
export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new UsageError(messageOf(path, code) ?? `${path} cannot be read: ${String(cause)}.`, {
      code: 'RUN-004',
      place: 'command line',
      hint: code === 'EACCES' ? 'Run the command as a user who may read it.' : 'Name a file that is there.',
    });
  }
}

function messageOf(path: string, code: string): string | undefined {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path} is a folder, not a file.`;
  return code === 'EACCES' ? `${path} may not be read.` : undefined;
}
