// An ICC profile that the command line names: wherever it lies, not only in the book's folder.
import { readFileSync } from 'node:fs';
import type { HandedIcc } from '../model/settings.js';

/** The file; without bytes where it cannot be read, which config tells with PRINT-002. */
export function handedIcc(path: string | undefined): HandedIcc | undefined {
  if (path === undefined) return undefined;
  try {
    return { path, bytes: new Uint8Array(readFileSync(path)) };
  } catch {
    return { path };
  }
}
