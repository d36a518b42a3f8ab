// A book that is laid out in galleys is the book that one flow would make: page for page the same words and
// notes, the same breaks, the same blank pages, the same numbers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleBook } from '../../src/book/assemble-book.js';
import { openWorld } from '../../src/pipeline/world-files.js';
import { readCast, readConfig } from '../../src/config/index.js';
import { composePrint } from '../../src/edition/compose-edition.js';
import { readManuscript } from '../../src/manuscript/read-manuscript.js';
import type { Composition } from '../../src/model/edition.js';
import { findBrowser } from '../../src/browser/find-browser.js';
import { openBrowser, type OpenBrowser } from '../../src/browser/open-browser.js';
import { generateBook } from '../../tools/bench/generate.mjs';
import { layBothWays } from './single-flow/lay.js';

let browser: OpenBrowser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foldmark-flow-'));
  browser = await openBrowser(await findBrowser({ env: process.env, platform: process.platform }));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['the zine', () => 'manuscript', 12],
  ['a novel', () => 'tests/books/novel', 6],
  ['a book of references and notes', () => generated(), 20],
] as const)('%s', (_, where, least) => {
  it('is the same in galleys and in one flow', async () => {
    const { galleys, single, paginated } = await layBothWays(composed(where()), browser);
    expect(galleys.length).toBeGreaterThanOrEqual(least);
    expect(single.length).toBeLessThanOrEqual(galleys.length);
    expect(galleys.slice(0, single.length)).toEqual(single);
    // what fills the last sheet
    expect(galleys.slice(single.length).every((page) => page === undefined)).toBe(true);
    expect(paginated.labels).toHaveLength(galleys.length);
  });
});

function generated(): string {
  generateBook({ folder: join(folder, 'book'), chapters: 2 });
  return join(folder, 'book');
}

function composed(where: string): Composition {
  const world = openWorld({ folder: where });
  const config = readConfig(world, { folder: 'book' }).value;
  if (config === undefined) throw new Error(`${where} has no settings.`);
  const cast = readCast(world, config).value;
  const manuscript = readManuscript({ world, config, cast }).value;
  return composePrint({ book: assembleBook({ manuscript, config }).value, config, world }).value;
}
