// How the page script says which page it has laid out, so that someone may count and know that it is alive.
import type { PageLaid } from '../messages.js';
import type { Chunker } from './engine.js';

let present = '';

/** Names the galley that is laid out from now on. */
export function nowLaying(galley: string): void {
  present = galley;
}

/** Registered once with the engine. */
export function followPages(chunker: Chunker): void {
  chunker.hooks.afterPageLayout.register((page: HTMLElement) => {
    say({ galley: present, page: Number(page.dataset['pageNumber']) });
  });
}

function say(message: PageLaid): void {
  (globalThis as unknown as { foldmarkSays?: (payload: string) => void }).foldmarkSays?.(JSON.stringify(message));
}
