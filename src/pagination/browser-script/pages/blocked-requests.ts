// What is refused before anything is asked for: addresses by the page's security policy, imports and live
// elements by us.
import type { EngineSheet, Polisher } from '../paged-js/engine.js';

const refused = new Set<string>();

/** Listens from now on. */
export function noteRefusals(): void {
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    refused.add(blockedURI);
  });
}

/**
 * Sheets are whole when they come here. Paged.js would fetch what they import, and end with the one that it
 * does not get.
 */
export function refuseImports({ hooks }: Polisher): void {
  hooks.afterTreeWalk.register((_tree: unknown, sheet: EngineSheet) => {
    sheet.imported.splice(0).forEach(refuse);
  });
}

/** An address, or an element by its tag. */
export function refuse(what: string): void {
  refused.add(what);
}

export function refusedSoFar(): readonly string[] {
  return [...refused].sort();
}
