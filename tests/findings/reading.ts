// Everything that is read and settled before a press starts, through one function: what a broken book is
// told.
import { basename } from 'node:path';
import { assembleBook } from '../../src/book/assemble-book.js';
import { composeEditions } from '../../src/pipeline/compose-editions.js';
import { openWorld } from '../../src/pipeline/world-files.js';
import { sortFindings } from '../../src/pipeline/report/finding-order.js';
import { readCast, readConfig } from '../../src/config/index.js';
import { readManuscript } from '../../src/manuscript/read-manuscript.js';
import type { Finding, Outcome } from '../../src/model/finding.js';

/** All that is found in a book's folder, as a build tells it. */
export function findingsOf(folder: string): readonly Finding[] {
  const found: Finding[] = [];
  const take = <T>({ value, diagnostics }: Outcome<T>): T => {
    found.push(...diagnostics);
    return value;
  };
  const world = openWorld({ folder });
  const config = take(readConfig(world, { folder: basename(folder) }));
  if (config) {
    const cast = take(readCast(world, config));
    const manuscript = take(readManuscript({ world, config, cast }));
    take(composeEditions({ book: take(assembleBook({ manuscript, config })), config, world }));
  }
  return sortFindings(found);
}
