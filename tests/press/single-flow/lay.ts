// Lays a composition out in galleys, as every build does, and then in one flow with the numbers that came of it.
import { build } from 'esbuild';
import type { Composition } from '../../../src/model/edition.js';
import type { OpenBrowser } from '../../../src/press/browser/open.js';
import { openTab, type Tab } from '../../../src/press/browser/tab.js';
import type { BindingOrder, GalleyOrder } from '../../../src/press/pages/messages.js';
import { paginate, type Paginated } from '../../../src/press/pages/paginate.js';
import { openPool } from '../../../src/press/pages/pool.js';
import { pageScripts } from '../../../src/press/pages/scripts.js';
import { printEdition } from '../../../src/press/pdf/press.js';
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
  const tab = await openTab({ browser, purpose: 'one flow', resources, language: metadata.language, sheet: { width: pixels(trim.width), height: pixels(trim.height) }, scripts: [await script(), engine] });
  try {
    const { orders, watched } = watching(tab);
    const { value } = await paginate({ composition, edition, pool: openPool([() => Promise.resolve(watched)], composition) }, () => Promise.resolve(new Uint8Array()));
    const texts = new Map<string, readonly PageText[]>();
    for (const id of orders.keys()) texts.set(id, await tab.call<readonly PageText[]>('galleyTexts', id));
    const at = new Map<string, number>();
    const galleys = value.map.pages.map(({ part }) => {
      if (part === undefined) return undefined;
      const page = at.get(part) ?? 0;
      at.set(part, page + 1);
      return texts.get(part)?.[page];
    });
    const single = await tab.call<readonly PageText[]>('layBook', composition.parts.map(({ id }) => orders.get(id)));
    return { galleys, single: single.map((page) => (page.part === '' && page.text === '' ? undefined : page)), paginated: value };
  } finally {
    await tab.close();
  }
}

/** Hears the last order for each galley, and the numbers that its pages were bound with. */
function watching(tab: Tab): { readonly orders: ReadonlyMap<string, GalleyOrder>; readonly watched: Tab } {
  const orders = new Map<string, GalleyOrder>();
  const call = async <T>(name: string, argument: unknown): Promise<T> => {
    if (name === 'layGalley') orders.set((argument as GalleyOrder).id, argument as GalleyOrder);
    if (name === 'bind') {
      for (const [id, filling] of Object.entries((argument as BindingOrder).fillings)) {
        const order = orders.get(id);
        if (order !== undefined) orders.set(id, { ...order, filling });
      }
    }
    return tab.call<T>(name, argument);
  };
  return { orders, watched: { ...tab, call } };
}

async function script(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [new URL('in-page.ts', import.meta.url).pathname], bundle: true, format: 'iife', globalName: 'Foldmark', target: 'chrome120', write: false });
  return outputFiles[0]?.text ?? '';
}
