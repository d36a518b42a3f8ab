// How the page script says how far it is, so that someone may count pages and know that it is alive.
import type { PageLaid, StageReached } from '../../messages.js';
import type { Chunker } from '../paged-js/engine.js';

let present = { galley: '', letters: Infinity, laid: 0, moves: false, said: 0 };

/** Names the galley that is laid out from now on, and how many letters it has. */
export function nowLaying(galley: string, letters: number): void {
  present = { galley, letters, laid: 0, moves: false, said: 0 };
}

/** Between long steps that lay no pages. */
export function nowDoing(doing: string): void {
  say({ galley: present.galley, doing });
}

/** Registered once with the engine. */
export function followPages(chunker: Chunker): void {
  chunker.hooks.afterPageLayout.register((page: HTMLElement) => {
    const letters = page.querySelector('.pagedjs_area')?.textContent.trim().length ?? 0;
    present.laid += letters;
    present.moves ||=
      (letters > 0 || page.querySelector('img, svg') !== null) &&
      present.laid <= MOST * present.letters + SPARE;
    if (performance.now() - present.said < PAUSE_MS) return;
    say({ galley: present.galley, page: Number(page.dataset['pageNumber']), moves: present.moves });
    present.moves = false;
  });
}

/** Pages that come faster than anyone could read of them are told together. */
const PAUSE_MS = 100;

/**
 * Heads of tables are repeated, and notes counted with their calls: a part that says itself so many times
 * over does not end.
 */
const MOST = 4;
const SPARE = 20_000;

function say(message: PageLaid | StageReached): void {
  present.said = performance.now();
  (globalThis as unknown as { foldmarkSays?: (payload: string) => void }).foldmarkSays?.(
    JSON.stringify(message),
  );
  // eslint-disable-next-line no-console -- it waits for the end of the task, unless the console speaks too
  console.debug('');
}
