// The master print: one composition, laid out and printed once by the browser, on sheets larger than the
// trim.
import { outcome, type Outcome } from '../model/finding.js';
import type { Composition, PrintEdition } from '../model/edition.js';
import type { OpenBrowser } from '../browser/open-browser.js';
import { printEdition, type Master } from '../pdf/objects/master.js';
import { openTab, type Tab } from '../browser/tab.js';
import { NO_TAB_CACHE, type TabCache } from './tab-cache.js';
import type { Batch } from './formes.js';
import { paginate, type Paginated } from './paginate.js';
import type { Cache } from '../cache/cache.js';
import { tabKey } from './page-cache.js';
import { openPool } from './tab-pool.js';
import type { PageProgress } from './page-progress.js';
import { pageScripts } from './page-scripts.js';
import { originalOf } from '../pdf/objects/load-pdf.js';
import { mergePrinted } from '../pdf/merge/merge-pdfs.js';
import { gatherPrinted } from '../pdf/merge/text-runs/gather-printed.js';
import { MM_PER_INCH, PX_PER_INCH } from '../shared/units.js';

export interface PrintOrder {
  readonly composition: Composition;
  readonly browser: OpenBrowser;
  /** How many tabs work side by side; it changes nothing but the time. Default 1. */
  readonly jobs?: number;
  /** What earlier runs made. Default: nothing. */
  readonly memory?: Cache;
  /** Tabs of earlier runs. Default: they are opened and closed. */
  readonly keep?: TabCache;
  readonly progress?: PageProgress;
  /**
   * Called once, when a tab begins to lay out, with how many tabs have nothing to do: until it is done there
   * is nothing to do here.
   */
  readonly busy?: (idle: number) => void;
  /** Aborting it closes the tabs, and ends the press with whatever that leads to. */
  readonly signal?: AbortSignal;
}

/**
 * Presses the print edition's master. Findings: PRESS-001 to PRESS-010.
 *
 * @throws when the browser is lost, a tab crashes, or nothing moves for half a minute; the error names the
 *   page.
 * @example const master = await printMaster({ composition, browser });
 */
export async function printMaster({
  composition,
  browser,
  jobs = 1,
  memory,
  keep = NO_TAB_CACHE,
  progress,
  busy,
  signal,
}: PrintOrder): Promise<Outcome<Master>> {
  const spent: Record<string, number> = {};
  const timed = timer(spent);
  const { resources, metadata } = composition;
  const edition = printEdition(composition);
  const scripts = pageScripts();
  const sheet = sheetSize(edition);
  const open = (purpose: string): Promise<Tab> =>
    openTab({ browser, purpose, resources, language: metadata.language, sheet, scripts });
  const keyParts = [
    'print',
    JSON.stringify([sheet, metadata.language]),
    ...scripts,
    await browser.chromium.version(),
  ];
  const prepared = tabKey(composition, [...keyParts, String(jobs)]);
  const pool = await keep.take(prepared, () =>
    openPool(
      Array.from({ length: Math.max(1, jobs) }, () => open),
      composition,
    ),
  );
  let tabs: Paginated['tabs'] = 'spent';
  const giveUp = (): void => {
    void pool.close();
  };
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const { value, diagnostics } = await paginate(
      {
        composition,
        edition,
        pool,
        keyParts,
        ...(memory === undefined ? {} : { memory }),
        ...(progress === undefined ? {} : { progress }),
        ...(busy === undefined ? {} : { busy }),
      },
      printToPieces,
    );
    ({ tabs } = value);
    Object.assign(spent, value.spent);
    const document = originalOf(timed('merge', () => mergePrinted(value.printedBatches, memory)));
    return outcome(
      {
        document,
        pieces: value.printedBatches,
        pages: value.map,
        labels: value.labels,
        places: value.places,
        lines: value.lines,
        columns: value.columns,
        words: value.words,
        spent,
      },
      [...browser.diagnostics, ...diagnostics],
    );
  } finally {
    signal?.removeEventListener('abort', giveUp);
    await keep.give(pool, prepared, signal?.aborted ? 'spent' : tabs);
  }
}

/** The pages that stand in the tab, their lines gathered into runs. */
async function printToPieces(tab: Tab, batch: Batch): Promise<Uint8Array> {
  return gatherPrinted(await printBatch(tab, batch));
}

/** The pages that stand in the tab, as the browser prints them. */
export function printBatch(tab: Tab, { sheets }: Batch): Promise<Uint8Array> {
  return tab.print(PRINT_BASE_MS + sheets.length * PRINT_PAGE_MS);
}

/** Chromium tells nothing while it prints: it gets a minute, and a second for every page. */
const PRINT_BASE_MS = 60_000;
const PRINT_PAGE_MS = 1000;

function sheetSize({ page: { trim, overhang } }: PrintEdition): { width: number; height: number } {
  const pixels = (millimetres: number): number => ((millimetres + 2 * overhang) * PX_PER_INCH) / MM_PER_INCH;
  return { width: pixels(trim.width), height: pixels(trim.height) };
}

function timer(spent: Record<string, number>): <T>(stage: string, work: () => Promise<T>) => Promise<T> {
  return async (stage, work) => {
    const start = performance.now();
    try {
      return await work();
    } finally {
      spent[stage] = Math.round(performance.now() - start);
    }
  };
}
