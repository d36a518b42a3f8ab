// The scripts that a tab's isolated world is made of: ours, then the engine that pagedjs-cli ships.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** In the order they are loaded: ours first, because Paged.js keeps the functions that it finds. */
export function pageScripts(): readonly string[] {
  return (read ??= [readFileSync(PAGE_SCRIPT, 'utf8'), readFileSync(engineFile(), 'utf8')]);
}

let read: readonly string[] | undefined;

/** From src/ and from lib/ it is the same way. */
const PAGE_SCRIPT = new URL('../../lib/pagination/browser-script.js', import.meta.url);

function engineFile(): string {
  const entry = createRequire(import.meta.url).resolve('pagedjs-cli');
  return join(dirname(entry), '..', 'dist', 'browser.js');
}
