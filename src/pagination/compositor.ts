// Sets galleys and has their batches pressed: from memory where the same was made before, else in the tabs.
// When a batch of a galley that is remembered must be pressed anew, a tab is given its pages; one whose pages
// are gone is laid out once more.
import type { ChapterId } from '../model/cast.js';
import type { Part } from '../model/edition.js';
import type { Tab } from '../browser/tab.js';
import type { Batch } from './formes.js';
import { deriveEachTime, type Cache } from '../cache/cache.js';
import {
  packForme,
  packGalley,
  packPages,
  unpackForme,
  unpackGalley,
  unpackPages,
  type Keys,
  type PrintedBatch,
} from './page-cache.js';
import type { BindingOrder, Bound, Galley, GalleyOrder, PackedPages } from './messages.js';
import { giveOut, runWhere, type Pool, type Works } from './tab-pool.js';

export interface Compositor {
  /** Lays galleys out, and tells each. */
  lay(jobs: readonly GalleyJob[], laid: (id: ChapterId, galley: Galley) => void): Promise<void>;
  /** Binds and presses batches whose galleys were laid, and tells each; answers in their order. */
  printAll(
    jobs: readonly BatchJob[],
    printedBatches: (batch: Batch) => void,
  ): Promise<readonly PrintedBatch[]>;
}

export interface GalleyJob {
  readonly part: Part;
  readonly order: GalleyOrder;
}

export interface BatchJob {
  readonly batch: Batch;
  readonly order: BindingOrder;
}

/** What a tab is to do with every batch while its pages stand there. */
export type PressForme = (tab: Tab, batch: Batch) => Promise<Uint8Array>;

export interface CompositorOptions {
  readonly pool: Pool;
  readonly memory: Cache;
  /** Whether anything that is told it will be known again. */
  readonly remembers: 'yes' | 'no';
  readonly keys: Keys;
  readonly printToPieces: PressForme;
}

export function createCompositor({
  pool,
  memory,
  remembers,
  keys,
  printToPieces,
}: CompositorOptions): Compositor {
  const jobs = new Map<ChapterId, GalleyJob & { readonly key: string }>();
  const { standing } = pool;
  const { derive = deriveEachTime } = memory;
  const layIn = async (compositors: Works, { part, order }: GalleyJob): Promise<Galley> => {
    const key = keys.galley(part, order);
    standing.delete(part.id);
    compositors.tab.alive(`laying out "${part.title}"`);
    const galley = await compositors.tab.call<Galley>('layGalley', order);
    standing.set(part.id, { compositors, key });
    memory.write(key, packGalley(galley));
    if (remembers === 'yes')
      memory.write(
        keys.pages(key),
        packPages(await compositors.tab.call<PackedPages>('givePages', { id: part.id })),
      );
    return galley;
  };
  /** Has the pages of a galley stand in a tab. */
  const standIn = async (compositors: Works, laid: GalleyJob & { readonly key: string }): Promise<void> => {
    const known = memory.read(keys.pages(laid.key));
    if (known === undefined) {
      await layIn(compositors, laid);
      return;
    }
    compositors.tab.alive(`taking the pages of "${laid.part.title}" from the cache`);
    await compositors.tab.call('takePages', unpackPages(known));
    standing.set(laid.part.id, { compositors, key: laid.key });
  };
  const pressIn = async ({ tab }: Works, { batch, order }: BatchJob): Promise<PrintedBatch> => {
    const title = jobs.get(batch.galley)?.part.title ?? batch.galley;
    tab.alive(`putting the pages of "${title}" together, from page ${batch.from + 1} of the book on`);
    const bound = await tab.call<Bound>('bind', order);
    const done = { bound, printedBatches: await printToPieces(tab, batch) };
    memory.write(keys.batch(jobs.get(batch.galley)?.key ?? '', order), packForme(done));
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
      const lay = async (compositors: Works, { job }: { job: GalleyJob }): Promise<void> => {
        laid(job.part.id, await layIn(compositors, job));
      };
      const tasks = due.map((job) => ({
        job,
        name: job.part.title,
        compositors: standing.get(job.part.id)?.compositors,
      }));
      await giveOut(
        pool,
        tasks.filter(({ compositors }) => compositors === undefined),
        lay,
      );
      await runWhere(tasks.filter(hasWorks), lay);
    },
    printAll: async (wanted, printedBatches) => {
      const done: PrintedBatch[] = [];
      const keep = (index: number, { batch }: BatchJob, made: PrintedBatch): void => {
        done[index] = made;
        printedBatches(batch);
      };
      const due = wanted.flatMap((job, index) => {
        const laid = jobs.get(job.batch.galley);
        if (laid === undefined) throw new Error(`"${job.batch.galley}" was never laid out.`);
        const known = memory.read(keys.batch(laid.key, job.order));
        if (known !== undefined) keep(index, job, derive(known, unpackForme));
        const stands = standing.get(job.batch.galley);
        return known === undefined
          ? [
              {
                job,
                index,
                laid,
                name: laid.part.title,
                compositors: stands?.key === laid.key ? stands.compositors : undefined,
              },
            ]
          : [];
      });
      await runWhere(due.filter(hasWorks), async (compositors, { job, index }) => {
        keep(index, job, await pressIn(compositors, job));
      });
      await giveOut(
        pool,
        due.filter(({ compositors }) => compositors === undefined),
        async (compositors, { job, index, laid }) => {
          await standIn(compositors, laid);
          keep(index, job, await pressIn(compositors, job));
        },
      );
      return done;
    },
  };
}

function hasWorks<T extends { readonly compositors: Works | undefined }>(
  task: T,
): task is T & { readonly compositors: Works } {
  return task.compositors !== undefined;
}
