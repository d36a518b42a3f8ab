// Paged.js tells of its failures on the console only, and goes on as if nothing were missing: they are caught
// there.
import type { Trouble } from '../../messages.js';

/** Collects failures until the function that it returns is called. */
export function consoleErrors(troubles: Trouble[], pagesSoFar: () => number): () => void {
  const before = { warn: console.warn, error: console.error };
  const listen = (...said: readonly unknown[]): void => {
    const kind = kindOf(String(said[0]));
    if (kind !== undefined) troubles.push({ kind, page: pagesSoFar() - 1, ...placeOf(said[1]) });
  };
  console.warn = listen;
  console.error = listen;
  return () => {
    Object.assign(console, before);
  };
}

function kindOf(message: string): Trouble['kind'] | undefined {
  if (message.startsWith('Unable to layout')) return 'stopped';
  return message.startsWith('Layout repeated') ? 'repeated' : undefined;
}

function placeOf(node: unknown): { block?: string; words: string } {
  if (!(node instanceof Node)) return { words: '' };
  const element = node instanceof Element ? node : node.parentElement;
  const block = (element?.closest('[data-block]') ?? element?.querySelector('[data-block]'))?.getAttribute(
    'data-block',
  );
  const words = (node.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  return { words, ...(block === null || block === undefined ? {} : { block }) };
}
