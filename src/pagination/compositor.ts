// Sets galleys and has their formes pressed: from memory where the same was made before, else in the tabs.
// When a forme of a galley that is remembered must be pressed anew, a tab is given its pages; one whose pages
// are gone is laid out once more.
import type { ChapterId } from '../model/cast.js';
import type { Part } from '../model/edition.js';
import type { Tab } from '../browser/tab.js';
import type { Forme } from './formes.js';
import { deriveEachTime, type Cache } from '../cache/cache.js';
import {
  packForme,
  packGalley,
  packPages,
  unpackForme,
  unpackGalley,
  unpackPages,
  type Keys,
  type PressedForme,
} from './page-cache.js';
import type { BindingOrder, Bound, Galley, GalleyOrder, PackedPages } from './messages.js';
import { giveOut, runWhere, type Pool, type Works } from './tab-pool.js';

export interface Compositor {
  /** Lays galleys out, and tells each. */
  lay(jobs: readonly GalleyJob[], laid: (id: ChapterId, galley: Galley) => void): Promise<void>;
  /** Binds and presses formes whose galleys were laid, and tells each; answers in their order. */
  press(jobs: readonly FormeJob[], pressed: (forme: Forme) => void): Promise<readonly PressedForme[]>;
}

export interface GalleyJob {
  readonly part: Part;
  readonly order: GalleyOrder;
}

export interface FormeJob {
  readonly forme: Forme;
  readonly order: BindingOrder;
}

/** What a tab is to do with every forme while its pages stand there. */
export type PressForme = (tab: Tab, forme: Forme) => Promise<Uint8Array>;

export interface CompositorOptions {
  readonly pool: Pool;
  readonly memory: Cache;
  /** Whether anything that is told it will be known again. */
  readonly remembers: 'yes' | 'no';
  readonly keys: Keys;
  readonly pressForme: PressForme;
}

export function createCompositor({
  pool,
  memory,
  remembers,
  keys,
  pressForme,
}: CompositorOptions): Compositor {
  const jobs = new Map<ChapterId, GalleyJob & { readonly key: string }>();
  const { standing } = pool;
  const { derive = deriveEachTime } = memory;
  const layIn = async (works: Works, { part, order }: GalleyJob): Promise<Galley> => {
    const key = keys.galley(part, order);
    standing.delete(part.id);
    works.tab.alive(`laying out "${part.title}"`);
    const galley = await works.tab.call<Galley>('layGalley', order);
    standing.set(part.id, { works, key });
    memory.write(key, packGalley(galley));
    if (remembers === 'yes')
      memory.write(
        keys.pages(key),
        packPages(await works.tab.call<PackedPages>('givePages', { id: part.id })),
      );
    return galley;
  };
  /** Has the pages of a galley stand in a tab. */
  const standIn = async (works: Works, laid: GalleyJob & { readonly key: string }): Promise<void> => {
    const known = memory.read(keys.pages(laid.key));
    if (known === undefined) {
      await layIn(works, laid);
      return;
    }
    works.tab.alive(`taking the pages of "${laid.part.title}" from the cache`);
    await works.tab.call('takePages', unpackPages(known));
    standing.set(laid.part.id, { works, key: laid.key });
  };
  const pressIn = async ({ tab }: Works, { forme, order }: FormeJob): Promise<PressedForme> => {
    const title = jobs.get(forme.galley)?.part.title ?? forme.galley;
    tab.alive(`putting the pages of "${title}" together, from page ${forme.from + 1} of the book on`);
    const bound = await tab.call<Bound>('bind', order);
    const done = { bound, pressed: await pressForme(tab, forme) };
    memory.write(keys.forme(jobs.get(forme.galley)?.key ?? '', order), packForme(done));
    return done;
  };
  return {
    lay: async (wanted, laid) => {
      const due = wanted.filter((job) => {
        const key = keys.galley(job.part, job.order);
        jobs.set(job.part.id, { ...job, key });
        const known = memory.read(key);
        if (known !== undefined) laid(job.part.id, derive(known, unpackGalley));
        return known === undefined;
      });
      const lay = async (works: Works, { job }: { job: GalleyJob }): Promise<void> => {
        laid(job.part.id, await layIn(works, job));
      };
      const tasks = due.map((job) => ({
        job,
        name: job.part.title,
        works: standing.get(job.part.id)?.works,
      }));
      await giveOut(
        pool,
        tasks.filter(({ works }) => works === undefined),
        lay,
      );
      await runWhere(tasks.filter(hasWorks), lay);
    },
    press: async (wanted, pressed) => {
      const done: PressedForme[] = [];
      const keep = (index: number, { forme }: FormeJob, made: PressedForme): void => {
        done[index] = made;
        pressed(forme);
      };
      const due = wanted.flatMap((job, index) => {
        const laid = jobs.get(job.forme.galley);
        if (laid === undefined) throw new Error(`"${job.forme.galley}" was never laid out.`);
        const known = memory.read(keys.forme(laid.key, job.order));
        if (known !== undefined) keep(index, job, derive(known, unpackForme));
        const stands = standing.get(job.forme.galley);
        return known === undefined
          ? [
              {
                job,
                index,
                laid,
                name: laid.part.title,
                works: stands?.key === laid.key ? stands.works : undefined,
              },
            ]
          : [];
      });
      await runWhere(due.filter(hasWorks), async (works, { job, index }) => {
        keep(index, job, await pressIn(works, job));
      });
      await giveOut(
        pool,
        due.filter(({ works }) => works === undefined),
        async (works, { job, index, laid }) => {
          await standIn(works, laid);
          keep(index, job, await pressIn(works, job));
        },
      );
      return done;
    },
  };
}

function hasWorks<T extends { readonly works: Works | undefined }>(
  task: T,
): task is T & { readonly works: Works } {
  return task.works !== undefined;
}
