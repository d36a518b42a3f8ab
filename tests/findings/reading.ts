// Everything that is read and settled before a press starts, through one function: what a broken book is told.
import { basename } from 'node:path';
import { openWorld } from '../../src/build/files.js';
import { readCast, readConfig, readTheme } from '../../src/config/index.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';

/** All that is found in a book's folder, room by room. */
export function findingsOf(folder: string): readonly Diagnostic[] {
  const world = openWorld({ folder });
  const config = readConfig(world, { folder: basename(folder) });
  if (!config.value) return config.diagnostics;
  const cast = readCast(world, config.value);
  const theme = readTheme(world, config.value.theme);
  return [...config.diagnostics, ...cast.diagnostics, ...theme.diagnostics];
}
