// Galleys and their references, round after round: a number that comes out longer moves the text, and other numbers with it.
import type { ChapterId } from '../../model/cast.js';
import type { Composition, Part, PrintEdition } from '../../model/edition.js';
import type { Metadata } from '../../model/metadata.js';
import type { Tab } from '../browser/tab.js';
import { giveOut, runWhere, type Pool, type Works } from './pool.js';
import { guessGalley } from './guess.js';
import { layoutOf, type Layout } from './layout.js';
import type { Filling, Galley, GalleyOrder, PageLaid } from './messages.js';
import { reshapes } from './references.js';

/** Told while pages are laid out: how many stand so far. */
export type PageProgress = (pages: number) => void;

export interface Pagination {
  readonly composition: Composition;
  readonly edition: PrintEdition;
  /** Tabs that are open or about to be; the first lays out alone while the others open. */
  readonly tabs: readonly Promise<Tab>[];
  readonly progress?: PageProgress;
}

/** References that move the text that moves the references: after so many rounds it is left as it stands (PRESS-005). */
const ROUNDS = 5;

export interface Laid {
  readonly galleys: ReadonlyMap<ChapterId, Galley>;
  /** The tab that keeps each galley's pages. */
  readonly works: ReadonlyMap<ChapterId, Works>;
  readonly layout: Layout;
  readonly settled: boolean;
}

/** Lays every part out until no reference moves another; its pages stay in its tab, out of the document. */
export async function layGalleys({ composition: { parts, metadata }, edition, progress }: Pagination, pool: Pool): Promise<Laid> {
  const galleys = new Map<ChapterId, Galley>(parts.map((part) => [part.id, guessGalley(part)]));
  const works = new Map<ChapterId, Works>();
  const used = new Map<ChapterId, Filling>();
  const place = (): Layout => layoutOf(parts, { galleys, multiple: edition.pagesMultiple });
  countPages(pool, { parts, progress });
  let layout = place();
  const lay = async (by: Works, part: Part): Promise<void> => {
    const filling = layout.fillings.get(part.id) ?? NOTHING;
    works.set(part.id, by);
    used.set(part.id, filling);
    galleys.set(part.id, await layPart(by.tab, { part, filling, metadata }));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const due = parts.filter(({ id }) => needsLayout({ laid: used.get(id), now: layout.fillings.get(id), fitted: galleys.get(id)?.fitted ?? [] }));
    if (due.length === 0) return { galleys, works, layout, settled: true };
    const placed = due.flatMap((part) => {
      const by = works.get(part.id);
      return by === undefined ? [] : [{ works: by, part }];
    });
    await giveOut(pool, due.filter(({ id }) => !works.has(id)), lay);
    await runWhere(placed, (task) => lay(task.works, task.part));
    layout = place();
  }
  return { galleys, works, layout, settled: false };
}

const NOTHING: Filling = { pages: {}, runs: {} };

interface Round {
  readonly laid: Filling | undefined;
  readonly now: Filling | undefined;
  readonly fitted: readonly string[];
}

function needsLayout({ laid, now, fitted }: Round): boolean {
  return laid === undefined || reshapes(laid, { now: now ?? NOTHING, fitted });
}

async function layPart(tab: Tab, { part, filling, metadata }: { part: Part; filling: Filling; metadata: Metadata }): Promise<Galley> {
  tab.alive(`laying out "${part.title}"`);
  const { language, direction } = metadata;
  const order: GalleyOrder = { id: part.id, flow: part.flow, language: part.language ?? language, direction, filling };
  return tab.call<Galley>('layGalley', order);
}

/** Listens before the first galley is given out; a tab that opens later is listened to when it is there. */
function countPages({ works }: Pool, { parts, progress }: { parts: readonly Part[]; progress: PageProgress | undefined }): void {
  const titles = new Map(parts.map(({ id, title }) => [id, title]));
  let pages = 0;
  for (const opening of works) {
    void opening.then(({ tab }) => {
      tab.onMessage((message) => {
        const { galley, page } = message as PageLaid;
        tab.alive(`laying out "${titles.get(galley) ?? galley}", after its page ${page}`);
        pages += 1;
        progress?.(pages);
      });
    }).catch(() => undefined); // whoever waits for the tab hears of it
  }
}
