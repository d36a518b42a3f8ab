// Lays a composition out in galleys, as every build does, and then in one flow with the numbers that came of
// it.
import { build } from 'esbuild';
import type { Composition } from '../../../src/model/edition.js';
import type { OpenBrowser } from '../../../src/browser/open-browser.js';
import { openTab, type Tab } from '../../../src/browser/tab.js';
import type { BindingOrder, GalleyOrder } from '../../../src/pagination/messages.js';
import { paginate, type Paginated } from '../../../src/pagination/paginate.js';
import { openPool } from '../../../src/pagination/tab-pool.js';
import { pageScripts } from '../../../src/pagination/page-scripts.js';
import { printEdition } from '../../../src/pdf/objects/master.js';
import type { PageText } from './in-page.js';

export interface BothWays {
  /** Page for page, blank ones as `undefined`. */
  readonly galleys: readonly (PageText | undefined)[];
  readonly single: readonly (PageText | undefined)[];
  readonly paginated: Paginated;
}

export async function layBothWays(composition: Composition, browser: OpenBrowser): Promise<BothWays> {
  const [, engine = ''] = pageScripts();
  const { resources, metadata } = composition;
  const edition = printEdition(composition);
  const { trim, overhang } = edition.page;
  const pixels = (millimetres: number): number => ((millimetres + 2 * overhang) * 96) / 25.4;
  const tab = await openTab({
    browser,
    purpose: 'one flow',
    resources,
    language: metadata.language,
    sheet: { width: pixels(trim.width), height: pixels(trim.height) },
    scripts: [await script(), engine],
  });
  try {
    const { orders, bound, watched } = watching(tab);
    const { value } = await paginate(
      { composition, edition, pool: openPool([() => Promise.resolve(watched)], composition) },
      () => Promise.resolve(new Uint8Array()),
    );
    const galleys = value.map.pages.map(({ part }, index) => (part === undefined ? undefined : bound[index]));
    const single = await tab.call<readonly PageText[]>(
      'layBook',
      composition.parts.map(({ id }) => orders.get(id)),
    );
    return {
      galleys,
      single: single.map((page) => (page.part === '' && page.text === '' ? undefined : page)),
      paginated: value,
    };
  } finally {
    await tab.close();
  }
}

interface Watching {
  /** The last order for each galley, with the numbers that its pages were bound with. */
  readonly orders: ReadonlyMap<string, GalleyOrder>;
  /** What stands on all pages as they were bound, in the order of the book. */
  readonly bound: readonly PageText[];
  readonly watched: Tab;
}

function watching(tab: Tab): Watching {
  const orders = new Map<string, GalleyOrder>();
  const bound: PageText[] = [];
  const call = async <T>(name: string, argument: unknown): Promise<T> => {
    if (name === 'layGalley') orders.set((argument as GalleyOrder).id, argument as GalleyOrder);
    if (name === 'bind') {
      for (const [id, filling] of Object.entries((argument as BindingOrder).fillings)) {
        const order = orders.get(id);
        if (order !== undefined) orders.set(id, { ...order, filling });
      }
    }
    const answer = await tab.call<T>(name, argument);
    if (name === 'bind') bound.push(...(await tab.call<readonly PageText[]>('boundTexts', undefined)));
    return answer;
  };
  return { orders, bound, watched: { ...tab, call } };
}

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('in-page.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    globalName: 'Foldmark',
    target: 'chrome120',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
