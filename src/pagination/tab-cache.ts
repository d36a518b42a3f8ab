// Tabs from one run for the next: made ready once, as long as styles, fonts, images and sheet are the same.
import type { Pool } from './tab-pool.js';

export interface TabCache {
  /** Tabs for this ground: those of the last run where it was the same, or new ones. */
  take(keyParts: string, open: () => Pool): Promise<Pool>;
  /** Hands tabs back. `spent`: they hold something that the next run must not see, and are closed. */
  give(pool: Pool, keyParts: string, state: 'clean' | 'spent'): Promise<void>;
}

/** For what is pressed once. */
export const NO_TAB_CACHE: TabCache = {
  take: (_, open) => Promise.resolve(open()),
  give: (pool) => pool.close(),
};

/** Keeps the tabs of one ground. They go with their browser. */
export function openTabCache(): TabCache {
  let kept: { readonly pool: Pool; readonly keyParts: string } | undefined;
  return {
    take: async (keyParts, open) => {
      const last = kept;
      kept = undefined;
      if (last === undefined) return open();
      if (last.keyParts === keyParts && (await cleared(last.pool))) return last.pool;
      await last.pool.close();
      return open();
    },
    give: async (pool, keyParts, state) => {
      if (state === 'spent' || kept !== undefined) return pool.close();
      kept = { pool, keyParts };
    },
  };
}

/** Takes out what the last run left standing; not where a tab does not answer any more. */
async function cleared(pool: Pool): Promise<boolean> {
  try {
    await Promise.all(
      (await pool.opened()).map(({ tab }) => {
        tab.alive('clearing a tab');
        return tab.call('clear', {});
      }),
    );
    return true;
  } catch {
    return false; // it crashed while nobody looked: another is opened in its place
  }
}
